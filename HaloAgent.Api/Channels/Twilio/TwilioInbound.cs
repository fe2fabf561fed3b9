using System.Globalization;
using HaloAgent.Channels;
using HaloAgent.Messaging;

namespace HaloAgent.Api.Channels.Twilio;

/// <summary>
/// Station 3, translate: Twilio's form becomes an <see cref="InboundMessage"/>; no provider words after this line.
/// Before: the signature (station 2). After: the log (station 4). Source: twilio.com/docs/messaging/guides/webhook-request;
/// fields are added without notice, so unknown ones are kept in the raw form and otherwise ignored.
/// </summary>
internal static class TwilioInbound
{
    private const string WhatsApp = "whatsapp:";
    private const int MaxMedia = 10;
    private const int MaxAddress = 160;

    public static Outcome<InboundMessage> Read(TwilioForm form)
    {
        var (sid, from, to) = (form.Value("MessageSid"u8) ?? form.Value("SmsMessageSid"u8), form.Value("From"u8), form.Value("To"u8));
        if (sid is null or { Length: > MaxAddress })
        {
            return Failure.Invalid("MessageSid", "MessageSid is missing or too long.");
        }

        if (from is null or { Length: > MaxAddress } || to is null or { Length: > MaxAddress })
        {
            return Failure.Invalid(from is null or { Length: > MaxAddress } ? "From" : "To", "From and To are needed, of at most 160 characters.");
        }

        return new InboundMessage(Channel.WhatsappTwilio, Sender(form, from, to), sid, Content(form), ProviderTime: null, form.Body);
    }

    private static MessageSender Sender(TwilioForm form, string from, string to)
    {
        // A hidden phone arrives as a business-scoped id: never read as a number.
        var address = from.StartsWith(WhatsApp, StringComparison.OrdinalIgnoreCase) ? from[WhatsApp.Length..] : from;
        var phone = address.StartsWith('+') ? address : null;
        var scoped = form.Value("ExternalUserId"u8);
        return new MessageSender(to, from, scoped is null || scoped == from || scoped.Length > MaxAddress ? null : scoped, form.Value("ProfileName"u8), phone);
    }

    private static MessageContent Content(TwilioForm form)
    {
        var media = Media(form);
        var choice = form.Value("ButtonPayload"u8) ?? form.Value("ListId"u8);
        return new MessageContent
        {
            Kind = Kind(form, media, choice),
            Text = Text(form),
            Media = media,
            Location = Location(form),
            ChoiceId = choice,
            QuotedProviderId = form.Value("OriginalRepliedMessageSid"u8),
            Forwarded = IsTrue(form.Value("Forwarded"u8)) || IsTrue(form.Value("FrequentlyForwarded"u8)),
            Referral = Referral(form),
        };
    }

    private static string Text(TwilioForm form)
    {
        var text = form.Value("Body"u8) ?? form.Value("ButtonText"u8) ?? form.Value("ListTitle"u8) ?? "";
        return text.Length > MessageContent.MaxText ? Cut(text, MessageContent.MaxText) : text;
    }

    /// <summary>Never through the middle of a character: half an emoji cannot be written as JSON.</summary>
    private static string Cut(string text, int length) => text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    private static List<MediaItem> Media(TwilioForm form)
    {
        var media = new List<MediaItem>();
        _ = int.TryParse(form.Value("NumMedia"u8), NumberStyles.None, CultureInfo.InvariantCulture, out var count);
        for (var i = 0; i < Math.Min(count, MaxMedia); i++)
        {
            if (form.Value($"MediaUrl{i}") is { } url)
            {
                media.Add(new MediaItem(url, form.Value($"MediaContentType{i}")));
            }
        }

        return media;
    }

    private static MessageKind Kind(TwilioForm form, List<MediaItem> media, string? choice) => form.Value("MessageType"u8) switch
    {
        _ when form.Value("ListId"u8) is not null => MessageKind.ListChoice,
        _ when choice is not null || form.Value("ButtonText"u8) is not null => MessageKind.Button,
        _ when form.Value("Latitude"u8) is not null => MessageKind.Location,
        "sticker" => MessageKind.Sticker,
        "contacts" or "contact" => MessageKind.ContactCard,
        _ when media is [var first, ..] => KindOf(first.ContentType),
        "text" or null => MessageKind.Text,
        _ when form.Value("Body"u8) is not null => MessageKind.Text,
        _ => MessageKind.Unsupported,
    };

    private static MessageKind KindOf(string? contentType) => contentType?.ToLowerInvariant() switch
    {
        null => MessageKind.Unsupported,
        "text/vcard" or "text/x-vcard" => MessageKind.ContactCard,
        var type when type.StartsWith("image/", StringComparison.Ordinal) => MessageKind.Image,
        var type when type.StartsWith("audio/ogg", StringComparison.Ordinal) => MessageKind.Voice,
        var type when type.StartsWith("audio/", StringComparison.Ordinal) => MessageKind.Audio,
        var type when type.StartsWith("video/", StringComparison.Ordinal) => MessageKind.Video,
        _ => MessageKind.Document,
    };

    private static SharedLocation? Location(TwilioForm form) =>
        double.TryParse(form.Value("Latitude"u8), NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude)
        && double.TryParse(form.Value("Longitude"u8), NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude)
        && latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180
            ? new SharedLocation(latitude, longitude, form.Value("Label"u8), form.Value("Address"u8))
            : null;

    private static AdReferral? Referral(TwilioForm form) =>
        form.Value("ReferralSourceId"u8) is null && form.Value("ReferralSourceUrl"u8) is null
            ? null
            : new AdReferral(
                form.Value("ReferralHeadline"u8), form.Value("ReferralBody"u8), form.Value("ReferralSourceUrl"u8), form.Value("ReferralSourceId"u8),
                form.Value("ReferralSourceType"u8), form.Value("ReferralCtwaClid"u8));

    private static bool IsTrue(string? value) => string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
}
