using System.Globalization;
using System.Text.Json;
using HaloAgent.Simulators.Twilio.Media;

namespace HaloAgent.Simulators.Twilio.Inbound;

/// <summary>Twilio's webhook form of an inbound WhatsApp message, with every field that a real one carries.</summary>
internal static class InboundForm
{
    public static List<KeyValuePair<string, string>> Build(InboundRequest request, string sid, string from, string to, string account, IReadOnlyList<SimulatedMedia> media, string mediaBase)
    {
        var form = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["AccountSid"] = account,
            ["ApiVersion"] = "2010-04-01",
            ["Body"] = BodyOf(request),
            ["From"] = from,
            ["MessageSid"] = sid,
            ["MessageType"] = TypeOf(request, media),
            ["NumMedia"] = media.Count.ToString(CultureInfo.InvariantCulture),
            ["NumSegments"] = "1",
            ["SmsMessageSid"] = sid,
            ["SmsSid"] = sid,
            ["SmsStatus"] = "received",
            ["To"] = to,
        };
        AddPerson(form, request, from);
        AddMedia(form, media, mediaBase);
        AddTap(form, request);
        AddLocation(form, request.Location);
        AddContext(form, request, to);
        AddReferral(form, request.Referral);
        foreach (var (key, value) in request.Extra ?? new Dictionary<string, string>())
        {
            form[key] = value;
        }

        return [.. form];
    }

    /// <summary>For a tap the text is the label of what was tapped.</summary>
    public static string BodyOf(InboundRequest request) => request.Body ?? request.ButtonText ?? request.ListTitle ?? "";

    private static void AddPerson(SortedDictionary<string, string> form, InboundRequest request, string from)
    {
        var name = request.ProfileName;
        var phoneHidden = Address.IsBusinessScoped(from);
        // Whoever hides the number has none in WaId either.
        var waId = request.WaId ?? (phoneHidden ? "" : Address.DigitsOf(from));
        AddIfGiven(form, "ProfileName", name);
        AddIfGiven(form, "WaId", waId);
        AddIfGiven(form, "ExternalUserId", request.ExternalUserId ?? (Address.IsWhatsApp(from) ? Address.BusinessScopedIdOf(from) : ""));
        form["ChannelMetadata"] = JsonSerializer.Serialize(new
        {
            type = "whatsapp",
            data = new { context = new { ProfileName = name, WaId = waId.Length == 0 ? null : waId } },
        });
    }

    private static void AddMedia(SortedDictionary<string, string> form, IReadOnlyList<SimulatedMedia> media, string mediaBase)
    {
        for (var index = 0; index < media.Count; index++)
        {
            form[string.Create(CultureInfo.InvariantCulture, $"MediaUrl{index}")] = media[index].SourceUrl?.OriginalString ?? mediaBase + media[index].Sid;
            form[string.Create(CultureInfo.InvariantCulture, $"MediaContentType{index}")] = media[index].ContentType;
        }
    }

    private static void AddTap(SortedDictionary<string, string> form, InboundRequest request)
    {
        AddIfGiven(form, "ButtonPayload", request.ButtonPayload);
        AddIfGiven(form, "ButtonText", request.ButtonText);
        AddIfGiven(form, "ListId", request.ListId);
        AddIfGiven(form, "ListTitle", request.ListTitle);
        AddIfGiven(form, "ListDescription", request.ListDescription);
    }

    private static void AddLocation(SortedDictionary<string, string> form, SharedLocation? location)
    {
        if (location is null)
        {
            return;
        }

        form["Latitude"] = location.Latitude.ToString(CultureInfo.InvariantCulture);
        form["Longitude"] = location.Longitude.ToString(CultureInfo.InvariantCulture);
        AddIfGiven(form, "Address", location.Address);
        AddIfGiven(form, "Label", location.Label);
    }

    private static void AddContext(SortedDictionary<string, string> form, InboundRequest request, string to)
    {
        if (request.RepliedSid is { Length: > 0 } replied)
        {
            form["OriginalRepliedMessageSid"] = replied;
            form["OriginalRepliedMessageSender"] = to;
        }

        if (request.Forwarded || request.FrequentlyForwarded)
        {
            form["Forwarded"] = "true";
            form["FrequentlyForwarded"] = request.FrequentlyForwarded ? "true" : "false";
        }
    }

    private static void AddReferral(SortedDictionary<string, string> form, InboundReferral? referral)
    {
        if (referral is null)
        {
            return;
        }

        AddIfGiven(form, "ReferralBody", referral.Body);
        AddIfGiven(form, "ReferralHeadline", referral.Headline);
        AddIfGiven(form, "ReferralSourceId", referral.SourceId);
        AddIfGiven(form, "ReferralSourceType", referral.SourceType);
        AddIfGiven(form, "ReferralSourceUrl", referral.SourceUrl);
        AddIfGiven(form, "ReferralMediaId", referral.MediaId);
        AddIfGiven(form, "ReferralMediaContentType", referral.MediaContentType);
        AddIfGiven(form, "ReferralMediaUrl", referral.MediaUrl);
        AddIfGiven(form, "ReferralCtwaClid", referral.CtwaClid);
        form["ReferralNumMedia"] = referral.MediaUrl is null ? "0" : "1";
    }

    private static string TypeOf(InboundRequest request, IReadOnlyList<SimulatedMedia> media) => request switch
    {
        { ButtonPayload: not null } or { ButtonText: not null } => "button",
        { ListId: not null } => "interactive",
        { Location: not null } => "location",
        _ when media.Count > 0 => media[0].ContentType.Split('/')[0] switch
        {
            "image" => "image",
            "audio" => "audio",
            "video" => "video",
            _ => "document",
        },
        _ => "text",
    };

    private static void AddIfGiven(SortedDictionary<string, string> form, string key, string? value)
    {
        if (value is { Length: > 0 })
        {
            form[key] = value;
        }
    }
}
