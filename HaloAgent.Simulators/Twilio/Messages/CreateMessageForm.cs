using HaloAgent.Simulators.Twilio.Inbound;
using HaloAgent.Simulators.Twilio.Templates;

namespace HaloAgent.Simulators.Twilio.Messages;

/// <summary>The form of <c>POST Messages.json</c>, checked in the order in which Twilio checks it.</summary>
internal sealed record CreateMessageForm(
    string To,
    string From,
    string Body,
    IReadOnlyList<Uri> MediaUrls,
    IReadOnlyList<Choice> Choices,
    string? MessagingServiceSid,
    string? StatusCallback,
    SharedLocation? Location)
{
    public const int LongestBody = 1600;

    private const int MostMediaOnWhatsApp = 1;
    private const int MostMedia = 10;

    /// <summary>The message, or why Twilio refuses it.</summary>
    public static TwilioError? Read(IFormCollection form, ContentTemplates templates, string defaultSender, out CreateMessageForm message)
    {
        message = null!;
        var (to, from) = ((string?)form["To"] ?? "", (string?)form["From"] ?? "");
        var service = Optional(form, "MessagingServiceSid");
        if (service is not null && Sid.IsMessagingService(service) && from.Length == 0)
        {
            from = defaultSender;
        }

        if (CheckAddresses(to, from) is { } wrongAddress)
        {
            return wrongAddress;
        }

        var body = (string?)form["Body"] ?? "";
        IReadOnlyList<Choice> choices = [];
        if (Optional(form, "ContentSid") is { } contentSid)
        {
            if (templates.Render(contentSid, Optional(form, "ContentVariables"), out var rendered) is { } wrongContent)
            {
                return wrongContent;
            }

            (body, choices) = rendered;
        }
        else if (body.Length == 0 && form["MediaUrl"].Count == 0 && Optional(form, "PersistentAction") is null)
        {
            return TwilioErrors.NothingToSend;
        }

        if (body.Length > LongestBody)
        {
            return TwilioErrors.BodyTooLong;
        }

        if (ReadMedia(form, to, out var media) is { } wrongMedia)
        {
            return wrongMedia;
        }

        var callback = Optional(form, "StatusCallback");
        if (callback is not null && !IsHttp(callback, out _))
        {
            return TwilioErrors.InvalidStatusCallback(callback);
        }

        message = new CreateMessageForm(to, from, body, media, choices, service, callback, SharedLocation.FromPersistentAction(Optional(form, "PersistentAction")));
        return null;
    }

    private static TwilioError? CheckAddresses(string to, string from)
    {
        if (to.Length == 0)
        {
            return TwilioErrors.ToRequired;
        }

        if (from.Length == 0)
        {
            return TwilioErrors.FromRequired;
        }

        if (!Address.IsPhone(to) && !Address.IsBusinessScoped(to))
        {
            return TwilioErrors.InvalidTo(to);
        }

        if (!Address.IsPhone(from))
        {
            return Address.IsWhatsApp(from) ? TwilioErrors.NoSuchChannel : TwilioErrors.InvalidFrom(from);
        }

        return Address.IsWhatsApp(to) == Address.IsWhatsApp(from) ? null : TwilioErrors.DifferentChannels;
    }

    private static TwilioError? ReadMedia(IFormCollection form, string to, out List<Uri> media)
    {
        media = [];
        foreach (var url in form["MediaUrl"])
        {
            if (!IsHttp(url, out var uri))
            {
                return TwilioErrors.InvalidMediaUrl;
            }

            media.Add(uri);
        }

        return media.Count > (Address.IsWhatsApp(to) ? MostMediaOnWhatsApp : MostMedia) ? TwilioErrors.TooManyMedia : null;
    }

    private static bool IsHttp(string? url, out Uri uri) =>
        Uri.TryCreate(url, UriKind.Absolute, out uri!) && uri.Scheme is "http" or "https";

    private static string? Optional(IFormCollection form, string key) =>
        (string?)form[key] is { Length: > 0 } value ? value : null;
}
