using System.Net;
using System.Text.Json;
using HaloAgent.Contracts.Conversations;
using HaloAgent.Web.Client;
using HaloAgent.Web.Security;

namespace HaloAgent.Web.Showcase;

/// <summary>
/// The visitor's chat, passed on to the Api. Who the visitor is stands in a cookie that no script can read, bound to the
/// shop's path; a first message makes one. Only this site's own pages may call: the cookie is strict, and a request that
/// a browser marks as coming from elsewhere is refused.
/// </summary>
internal static class WebChatEndpoints
{
    private const string Cookie = "halo-visitor";
    private const string TokenHeader = "X-Halo-Visitor";
    private const int LargestBody = 32 * 1024;

    public static void MapWebChat(this IEndpointRouteBuilder app)
    {
        var chat = app.MapGroup("/shops/{slug}/chat").RequireRateLimiting(RateLimits.Chat).AddEndpointFilter(SameOriginAsync).DisableAntiforgery();
        chat.MapPost("/messages", SendAsync);
        chat.MapGet("/messages", ListAsync);
        chat.MapGet("/stream", StreamAsync);
    }

    private static async ValueTask<object?> SameOriginAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var headers = call.HttpContext.Request.Headers;
        var fromElsewhere = headers.TryGetValue("Sec-Fetch-Site", out var site)
            ? site != "same-origin"
            : headers.Origin is [{ } origin] && (!Uri.TryCreate(origin, UriKind.Absolute, out var address) || address.Authority != call.HttpContext.Request.Host.Value);
        return fromElsewhere ? TypedResults.StatusCode(StatusCodes.Status403Forbidden) : await next(call);
    }

    private static async Task<IResult> SendAsync(string slug, HttpContext context, ApiCaller caller)
    {
        if (!context.Request.HasJsonContentType() || context.Request.ContentLength is > LargestBody)
        {
            return TypedResults.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        ChatMessageRequest? message;
        try
        {
            message = await context.Request.ReadFromJsonAsync<ChatMessageRequest>(context.RequestAborted);
        }
        catch (JsonException)
        {
            return TypedResults.BadRequest();
        }

        return await CallAsync(context, async () =>
        {
            var token = context.Request.Cookies[Cookie] ?? await MeetAsync(slug, context, caller);
            var answer = await PostAsync(token);
            if (answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
            {
                // The key was changed or the visitor forgotten: a new one, and the message is not lost.
                answer.Dispose();
                answer = await PostAsync(await MeetAsync(slug, context, caller));
            }

            return answer;
        });

        Task<HttpResponseMessage> PostAsync(string token) => caller.SendAsync(
            null, () => As(token, context, new(HttpMethod.Post, $"{Chat(slug)}/messages") { Content = JsonContent.Create(message) }), HttpCompletionOption.ResponseContentRead, context.RequestAborted);
    }

    private static async Task<IResult> ListAsync(string slug, string? after, HttpContext context, ApiCaller caller)
    {
        if (context.Request.Cookies[Cookie] is not { } token)
        {
            return TypedResults.Json(Array.Empty<ChatMessageView>());
        }

        return await CallAsync(context, () => caller.SendAsync(
            null, () => As(token, context, new(HttpMethod.Get, $"{Chat(slug)}/messages".With(("after", after)))), HttpCompletionOption.ResponseContentRead, context.RequestAborted));
    }

    private static async Task StreamAsync(string slug, HttpContext context, ApiCaller caller)
    {
        if (context.Request.Cookies[Cookie] is not { } token)
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        try
        {
            using var response = await caller.SendAsync(
                null, () => As(token, context, new(HttpMethod.Get, $"{Chat(slug)}/stream")), HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
            context.Response.StatusCode = (int)response.StatusCode;
            if (response.IsSuccessStatusCode)
            {
                context.Response.ContentType = "text/event-stream";
                context.Response.Headers.CacheControl = "no-store";
                await CopyLiveAsync(response, context);
            }
        }
        catch (Exception exception) when (ApiCaller.IsLostConnection(exception, context.RequestAborted) || context.RequestAborted.IsCancellationRequested)
        {
            // The visitor left, or the Api did: the page opens the stream again by itself and catches up.
            if (!context.Response.HasStarted)
            {
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            }
        }
    }

    private static async Task CopyLiveAsync(HttpResponseMessage response, HttpContext context)
    {
        await context.Response.Body.FlushAsync(context.RequestAborted);
        await using var events = await response.Content.ReadAsStreamAsync(context.RequestAborted);
        var buffer = new byte[8192];
        int read;
        while ((read = await events.ReadAsync(buffer, context.RequestAborted)) > 0)
        {
            await context.Response.Body.WriteAsync(buffer.AsMemory(0, read), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }

    private static async Task<string> MeetAsync(string slug, HttpContext context, ApiCaller caller)
    {
        using var answer = await caller.SendAsync(null, () => As(null, context, new(HttpMethod.Post, $"{Chat(slug)}/visitors")), HttpCompletionOption.ResponseContentRead, context.RequestAborted);
        answer.EnsureSuccessStatusCode();
        var visitor = await answer.Content.ReadFromJsonAsync<VisitorView>(context.RequestAborted) ?? throw new JsonException("The Api sent no visitor.");
        context.Response.Cookies.Append(Cookie, visitor.Token, new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
            Path = $"/shops/{slug}",
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
        });
        return visitor.Token;
    }

    private static async Task<IResult> CallAsync(HttpContext context, Func<Task<HttpResponseMessage>> call)
    {
        try
        {
            using var answer = await call();
            return new PassedOn((int)answer.StatusCode, answer.Content.Headers.ContentType?.ToString(), await answer.Content.ReadAsByteArrayAsync(context.RequestAborted));
        }
        catch (Exception exception) when (ApiCaller.IsLostConnection(exception, context.RequestAborted))
        {
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static HttpRequestMessage As(string? token, HttpContext context, HttpRequestMessage request)
    {
        request.From(context.Connection.RemoteIpAddress?.ToString());
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation(TokenHeader, token);
        }

        return request;
    }

    private static string Chat(string slug) => $"/api/public/businesses/{Uri.EscapeDataString(slug)}/chat";

    private sealed record PassedOn(int Status, string? ContentType, byte[] Body) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = Status;
            httpContext.Response.Headers.CacheControl = "no-store";
            if (Body.Length > 0 && Status != StatusCodes.Status204NoContent)
            {
                httpContext.Response.ContentType = ContentType;
                await httpContext.Response.Body.WriteAsync(Body, httpContext.RequestAborted);
            }
        }
    }
}
