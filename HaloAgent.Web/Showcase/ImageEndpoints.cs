using System.Net;
using System.Security.Claims;
using HaloAgent.Web.Client;
using HaloAgent.Web.SignIn;

namespace HaloAgent.Web.Showcase;

/// <summary>
/// Pictures and files of the Api under this site's own address: product pictures for everybody, receipts and message
/// media with the signed-in member's token, which the browser never sees.
/// </summary>
internal static class ImageEndpoints
{
    private const int WidestPicture = 1600;
    private static readonly string[] Inline = ["image/jpeg", "image/png", "image/webp", "image/gif", "application/pdf", "audio/", "video/"];

    public static void MapPublicImages(this IEndpointRouteBuilder app) => app.MapGet("/images/{id:guid}", GetImageAsync);

    public static void MapMedia(this IEndpointRouteBuilder app) => app.MapGet("/media/{id:guid}", GetMediaAsync).RequireAuthorization();

    private static Task GetImageAsync(Guid id, int? w, HttpContext context, ApiCaller caller) => StreamAsync(
        context, caller, null, $"/api/public/images/{id}".With(("w", w is > 0 ? Math.Min(w.Value, WidestPicture) : null)), "public, max-age=86400");

    private static Task GetMediaAsync(Guid id, HttpContext context, ApiCaller caller) => StreamAsync(
        context, caller, context.User.FindFirstValue(HaloClaims.Session), $"/api/media/{id}", "private, max-age=3600");

    private static async Task StreamAsync(HttpContext context, ApiCaller caller, string? session, string path, string cache)
    {
        try
        {
            using var response = await caller.SendAsync(session, () => Request(context, path), HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
            await PassOnAsync(context, response, cache);
        }
        catch (Exception exception) when (ApiCaller.IsLostConnection(exception, context.RequestAborted) && !context.Response.HasStarted)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    private static HttpRequestMessage Request(HttpContext context, string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path).Passing(context, "If-None-Match");
        return request.Passing(context, "Range");
    }

    private static HttpRequestMessage Passing(this HttpRequestMessage request, HttpContext context, string header)
    {
        if (context.Request.Headers.TryGetValue(header, out var value))
        {
            request.Headers.TryAddWithoutValidation(header, (string?)value);
        }

        return request;
    }

    private static async Task PassOnAsync(HttpContext context, HttpResponseMessage response, string cache)
    {
        context.Response.StatusCode = (int)response.StatusCode;
        if (response.StatusCode == HttpStatusCode.Gone)
        {
            // It is opened in a tab of its own: the bare status would look like a mistake.
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync("This file is no longer kept: it was deleted because of its age.", context.RequestAborted);
            return;
        }

        if (!response.IsSuccessStatusCode && response.StatusCode != HttpStatusCode.NotModified)
        {
            return;
        }

        var type = response.Content.Headers.ContentType?.MediaType ?? "application/octet-stream";
        context.Response.ContentType = type;
        context.Response.ContentLength = response.Content.Headers.ContentLength;
        context.Response.Headers.CacheControl = response.Headers.CacheControl?.ToString() ?? cache;
        context.Response.Headers.ETag = response.Headers.ETag?.ToString();
        context.Response.Headers.ContentRange = response.Content.Headers.ContentRange?.ToString();

        // What a customer sent is shown, never run: anything that a browser might execute is handed over as a file.
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        if (!Inline.Any(known => type.StartsWith(known, StringComparison.OrdinalIgnoreCase)))
        {
            context.Response.Headers.ContentDisposition = "attachment";
        }

        await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
