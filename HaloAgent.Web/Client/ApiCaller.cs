using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using HaloAgent.Web.SignIn;

namespace HaloAgent.Web.Client;

/// <summary>
/// Calls the Api as one signed-in session: adds the bearer token, renews it once when it is refused, and turns every
/// answer into a value or a problem. Reads are tried a second time; a POST never is, because an answer that was lost
/// does not mean that nothing happened (a 401 does: there nothing was done).
/// </summary>
internal sealed class ApiCaller(IHttpClientFactory clients, SessionTokens tokens)
{
    public const string ClientName = "api";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public async Task<ApiResult<T>> CallAsync<T>(string? session, Func<HttpRequestMessage> request, Func<HttpResponseMessage, Task<T>> read, CancellationToken stop)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(stop);
        timeout.CancelAfter(Patience);
        var attempt = 0;
        while (true)
        {
            try
            {
                using var response = await SendAsync(session, request, HttpCompletionOption.ResponseContentRead, timeout.Token);
                return response.IsSuccessStatusCode ? await read(response) : await ProblemAsync(response);
            }
            catch (Exception exception) when (IsLostConnection(exception, stop))
            {
                using var lost = request();
                var isRead = lost.Method == HttpMethod.Get;
                if (!isRead || ++attempt > 1 || timeout.IsCancellationRequested)
                {
                    return isRead || NeverLeft(exception) ? ApiProblem.Unreachable : ApiProblem.NoAnswer;
                }
            }
        }
    }

    /// <summary>The bare exchange, for bodies that are streamed on. The caller disposes the response.</summary>
    public async Task<HttpResponseMessage> SendAsync(string? session, Func<HttpRequestMessage> request, HttpCompletionOption completion, CancellationToken stop)
    {
        var token = session is null ? null : await tokens.GetAsync(session, stop);
        var response = await SendOnceAsync(request, token, completion, stop);
        if (response.StatusCode != HttpStatusCode.Unauthorized || session is null || token is null)
        {
            return response;
        }

        var renewed = await tokens.RenewAsync(session, token, stop);
        if (renewed is null)
        {
            return response;
        }

        response.Dispose();
        return await SendOnceAsync(request, renewed, completion, stop);
    }

    private async Task<HttpResponseMessage> SendOnceAsync(Func<HttpRequestMessage> request, string? token, HttpCompletionOption completion, CancellationToken stop)
    {
        using var message = request();
        if (token is not null)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return await clients.CreateClient(ClientName).SendAsync(message, completion, stop);
    }

    public static async Task<ApiProblem> ProblemAsync(HttpResponseMessage response)
    {
        ProblemBody? body = null;
        if (response.Content.Headers.ContentType?.MediaType is "application/problem+json" or "application/json")
        {
            try
            {
                body = await response.Content.ReadFromJsonAsync<ProblemBody>();
            }
            catch (JsonException)
            {
                // The status alone has to do.
            }
        }

        return ApiProblem.From(response.StatusCode, body);
    }

    /// <summary>Our own patience running out counts as a lost connection; the caller giving up does not.</summary>
    public static bool IsLostConnection(Exception exception, CancellationToken stop) =>
        exception is HttpRequestException or IOException or JsonException || (exception is OperationCanceledException && !stop.IsCancellationRequested);

    private static bool NeverLeft(Exception exception) =>
        exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError };
}
