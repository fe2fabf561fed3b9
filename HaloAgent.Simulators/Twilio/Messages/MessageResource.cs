using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HaloAgent.Simulators.Twilio.Messages;

/// <summary>Twilio's message resource. Numbers of media and segments are strings, dates are RFC 2822, as on the real wire.</summary>
internal sealed record MessageResource(
    string AccountSid,
    string ApiVersion,
    string Body,
    string DateCreated,
    string? DateSent,
    string DateUpdated,
    string Direction,
    int? ErrorCode,
    string? ErrorMessage,
    string From,
    string? MessagingServiceSid,
    string NumMedia,
    string NumSegments,
    string? Price,
    string? PriceUnit,
    string Sid,
    string Status,
    SubresourceUris SubresourceUris,
    string To,
    string Uri)
{
    public static MessageResource Of(SimulatedMessage message, string account)
    {
        var uri = $"/2010-04-01/Accounts/{account}/Messages/{message.Sid}";
        return new MessageResource(
            account,
            "2010-04-01",
            message.Body,
            Rfc2822(message.At),
            message.SentAt is { } sent ? Rfc2822(sent) : null,
            Rfc2822(message.UpdatedAt < message.At ? message.At : message.UpdatedAt),
            message.Direction,
            message.ErrorCode,
            message.ErrorMessage,
            message.From,
            message.MessagingServiceSid,
            message.Media.Count.ToString(CultureInfo.InvariantCulture),
            "1",
            null,
            null,
            message.Sid,
            message.Status,
            new SubresourceUris(uri + "/Media.json"),
            message.To,
            uri + ".json");
    }

    internal static string Rfc2822(DateTimeOffset at) =>
        at.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
}

internal sealed record SubresourceUris(string Media);

/// <summary>A page of messages, newest first.</summary>
internal sealed record MessagePage(
    int Page,
    int PageSize,
    int Start,
    int End,
    string Uri,
    string FirstPageUri,
    string? PreviousPageUri,
    string? NextPageUri,
    IReadOnlyList<MessageResource> Messages);

/// <summary>Twilio's media resource.</summary>
internal sealed record MediaResource(string AccountSid, string ContentType, string DateCreated, string DateUpdated, string ParentSid, string Sid, string Uri);

internal sealed record MediaPage(
    int Page,
    int PageSize,
    int Start,
    int End,
    string Uri,
    string FirstPageUri,
    string? PreviousPageUri,
    string? NextPageUri,
    IReadOnlyList<MediaResource> MediaList);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(MessageResource))]
[JsonSerializable(typeof(MessagePage))]
[JsonSerializable(typeof(MediaResource))]
[JsonSerializable(typeof(MediaPage))]
[JsonSerializable(typeof(TwilioError))]
[JsonSerializable(typeof(Templates.ContentResource))]
internal sealed partial class TwilioJson : JsonSerializerContext;

internal static class TwilioWire
{
    /// <summary>As Twilio writes it: a '+' is a '+', not an escape.</summary>
    public static readonly TwilioJson Json = new(new JsonSerializerOptions(TwilioJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
