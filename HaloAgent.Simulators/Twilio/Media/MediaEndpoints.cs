using HaloAgent.Simulators.Twilio.Messages;
using HaloAgent.Simulators.Twilio.Switches;
using Microsoft.Extensions.Options;

namespace HaloAgent.Simulators.Twilio.Media;

/// <summary>Media of a message: the bytes by redirect, the resource as JSON, deletion; and the CDN behind the redirect.</summary>
internal static class MediaEndpoints
{
    private static readonly string[] _readMethods = ["GET", "HEAD"];

    public static void MapMedia(this IEndpointRouteBuilder account, IEndpointRouteBuilder routes)
    {
        account.MapGet("/Messages/{sid}/Media.json", List);
        account.MapMethods("/Messages/{sid}/Media/{media}", _readMethods, Read);
        account.MapDelete("/Messages/{sid}/Media/{media}", Delete);
        routes.MapMethods("/cdn/{account}/{media}", _readMethods, Download);
    }

    private static IResult List(string sid, HttpContext http, MessageStore messages, MediaStore media, IOptions<TwilioOptions> options)
    {
        if (messages.Find(sid) is not { } message)
        {
            return TwilioResults.Error(TwilioErrors.NotFound(http.Request.Path));
        }

        var account = options.Value.AccountSid;
        var list = message.Media.Where(one => media.Find(one.Sid) is not null).Select(one => Resource(one, message, account)).ToArray();
        var uri = $"/2010-04-01/Accounts/{account}/Messages/{sid}/Media.json?PageSize=50&Page=0";
        return TwilioResults.Json(new MediaPage(0, 50, 0, Math.Max(list.Length - 1, 0), uri, uri, null, null, list), TwilioWire.Json.MediaPage);
    }

    /// <summary><c>ME….json</c> is the resource; without an ending the answer is a redirect to the bytes.</summary>
    private static async Task<IResult> Read(
        string sid, string media, HttpContext http, MessageStore messages, MediaStore store, CdnLink cdn, SwitchBoard switches, IOptions<TwilioOptions> options, TimeProvider time)
    {
        var wantsJson = media.EndsWith(".json", StringComparison.Ordinal);
        var known = Find(messages, store, sid, media);
        var fault = known is { } asked && !wantsJson ? switches.TakeMedia(asked.Message.Customer) : Switch.None;
        if (fault.DelayMs > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(fault.DelayMs), time, http.RequestAborted);
        }

        if (known is not var (message, found) || fault.Mode == SwitchMode.MediaGone)
        {
            return TwilioResults.Error(TwilioErrors.NotFound(http.Request.Path));
        }

        return wantsJson
            ? TwilioResults.Json(Resource(found, message, options.Value.AccountSid), TwilioWire.Json.MediaResource)
            : TypedResults.Redirect(cdn.For(found.Sid), permanent: false, preserveMethod: true);
    }

    private static IResult Delete(string sid, string media, HttpContext http, MessageStore messages, MediaStore store) =>
        Find(messages, store, sid, media) is var (_, found) && store.Remove(found.Sid)
            ? TypedResults.NoContent()
            : TwilioResults.Error(TwilioErrors.NotFound(http.Request.Path));

    private static IResult Download(string account, string media, long expires, string signature, HttpContext http, MediaStore store, CdnLink cdn, IOptions<TwilioOptions> options)
    {
        if (account != options.Value.AccountSid || !cdn.IsValid(media, expires, signature))
        {
            return TypedResults.Text("AccessDenied", "text/plain", statusCode: StatusCodes.Status403Forbidden);
        }

        return Bytes(http, store.Find(media));
    }

    /// <summary>The bytes under the type they were sent with, harmless even when someone opens an HTML file of theirs.</summary>
    internal static IResult Bytes(HttpContext http, SimulatedMedia? media)
    {
        if (media?.Content is not { } content)
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "private, max-age=3600";
        return TypedResults.Bytes(content, media.ContentType, enableRangeProcessing: true);
    }

    private static (SimulatedMessage Message, SimulatedMedia Media)? Find(MessageStore messages, MediaStore store, string sid, string media)
    {
        var mediaSid = media.EndsWith(".json", StringComparison.Ordinal) ? media[..^5] : media;
        return messages.Find(sid) is { } message
            && message.Media.Any(one => one.Sid == mediaSid)
            && store.Find(mediaSid) is { } found
                ? (message, found)
                : null;
    }

    private static MediaResource Resource(SimulatedMedia media, SimulatedMessage message, string account) =>
        new(
            account,
            media.ContentType,
            MessageResource.Rfc2822(message.At),
            MessageResource.Rfc2822(message.At),
            message.Sid,
            media.Sid,
            $"/2010-04-01/Accounts/{account}/Messages/{message.Sid}/Media/{media.Sid}.json");
}
