using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace HaloAgent.Simulators.Twilio.Webhooks;

/// <summary>How a webhook is signed; the wrong ways are for tests.</summary>
internal enum Signing
{
    Valid,
    Wrong,
    Missing,
}

/// <summary>What came of a webhook. <paramref name="Status"/> is 0 when there was no answer.</summary>
internal sealed record WebhookAnswer(int Status, string? Problem, string Body)
{
    public bool IsSuccess => Status is >= 200 and < 300;
}

/// <summary>
/// Posts signed forms to our Api as Twilio does: 15 seconds in all, no retry of an answered request. A plain
/// HttpClient without the factory's logging and tracing: load tests send thousands of callbacks a second through it.
/// </summary>
internal sealed class WebhookClient(IOptions<TwilioOptions> account) : IDisposable
{
    private static readonly TimeSpan _ceiling = TimeSpan.FromSeconds(15);

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
        AllowAutoRedirect = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        MaxConnectionsPerServer = 256,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        UseCookies = false,
        UseProxy = false,
    })
    {
        Timeout = _ceiling,
    };

    public async Task<WebhookAnswer> PostAsync(string url, IReadOnlyList<KeyValuePair<string, string>> form, Signing signing, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = Encode(form) };
        request.Headers.TryAddWithoutValidation("User-Agent", "TwilioProxy/1.1");
        request.Headers.TryAddWithoutValidation("I-Twilio-Idempotency-Token", IdempotencyToken(form));
        if (signing != Signing.Missing)
        {
            var token = signing == Signing.Valid ? account.Value.AuthToken : account.Value.AuthToken + "-of-someone-else";
            request.Headers.TryAddWithoutValidation(TwilioSignature.Header, TwilioSignature.Compute(token, url, form));
        }

        try
        {
            using var response = await _http.SendAsync(request, cancellation);
            var body = await response.Content.ReadAsStringAsync(cancellation);
            return new WebhookAnswer((int)response.StatusCode, response.IsSuccessStatusCode ? null : Explain(response.StatusCode), body);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new WebhookAnswer(0, $"No answer within {_ceiling.TotalSeconds:0} seconds.", "");
        }
        catch (HttpRequestException unreachable)
        {
            return new WebhookAnswer(0, Explain(unreachable), "");
        }
    }

    public void Dispose() => _http.Dispose();

    /// <summary>The same for one event, however often it is sent.</summary>
    private static string IdempotencyToken(IReadOnlyList<KeyValuePair<string, string>> form)
    {
        var of = form.Where(field => field.Key is "MessageSid" or "MessageStatus").Select(field => field.Value);
        return new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('/', of))).AsSpan(0, 16)).ToString();
    }

    private static ByteArrayContent Encode(IReadOnlyList<KeyValuePair<string, string>> form)
    {
        // As FormUrlEncodedContent does, without a copy per field.
        var text = new StringBuilder(1024);
        foreach (var (key, value) in form)
        {
            text.Append(text.Length == 0 ? "" : "&").Append(WebUtility.UrlEncode(key)).Append('=').Append(WebUtility.UrlEncode(value));
        }

        var content = new ByteArrayContent(Encoding.ASCII.GetBytes(text.ToString()));
        content.Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8");
        return content;
    }

    private static string Explain(HttpStatusCode status) => (int)status switch
    {
        403 => "The shop's server refused the signature (403).",
        404 => "The shop's server has no such address (404).",
        429 => "The shop's server is too busy (429).",
        >= 500 and var code => $"The shop's server failed ({code}).",
        var code => $"The shop's server refused it ({code}).",
    };

    private static string Explain(HttpRequestException failure) =>
        failure.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused }
            ? "The shop's server is not running (connection refused)."
            : "The shop's server broke the connection.";
}
