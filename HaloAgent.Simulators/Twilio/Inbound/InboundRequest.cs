namespace HaloAgent.Simulators.Twilio.Inbound;

/// <summary>
/// What a customer does, as <c>POST /twilio/inbound</c> takes it. Only <c>From</c> is needed. <c>From</c> may be a
/// business-scoped id (<c>whatsapp:NG.1349…</c>) of a person who hides the phone number.
/// </summary>
internal sealed record InboundRequest
{
    public string? From { get; init; }

    /// <summary>The shop's number; unset, the first shop of the phone book.</summary>
    public string? To { get; init; }

    public string? Body { get; init; }

    public string? ProfileName { get; init; }

    /// <summary>Unset: the digits of the number. Empty: not sent.</summary>
    public string? WaId { get; init; }

    /// <summary>Unset: derived from the number. Empty: not sent.</summary>
    public string? ExternalUserId { get; init; }

    public IReadOnlyList<InboundMedia>? Media { get; init; }

    public string? ButtonPayload { get; init; }

    public string? ButtonText { get; init; }

    public string? ListId { get; init; }

    public string? ListTitle { get; init; }

    public string? ListDescription { get; init; }

    public SharedLocation? Location { get; init; }

    /// <summary>The message this one answers.</summary>
    public string? RepliedSid { get; init; }

    public bool Forwarded { get; init; }

    public bool FrequentlyForwarded { get; init; }

    public InboundReferral? Referral { get; init; }

    /// <summary>A sid of the caller's choice, for example to send the same message twice.</summary>
    public string? MessageSid { get; init; }

    /// <summary>More form fields, or other values for the ones above: Twilio adds fields without notice.</summary>
    public IReadOnlyDictionary<string, string>? Extra { get; init; }

    /// <summary><c>valid</c>, <c>wrong</c> or <c>missing</c>.</summary>
    public string? Signature { get; init; }

    /// <summary>Wait until this customer's earlier messages are answered, as a person's phone does. Tests leave it off to send at once.</summary>
    public bool InOrder { get; init; }
}

/// <summary>
/// One attachment: uploaded before (<c>Id</c>), in the request itself (<c>Data</c>, Base64), or somewhere else (<c>Url</c>: goes into
/// the webhook unchanged, as a forger would write it).
/// </summary>
internal sealed record InboundMedia(string? Id, string? Data, string? Url, string? ContentType, string? FileName);

/// <summary>The ad or post that brought a customer here; sent once, with the first message.</summary>
internal sealed record InboundReferral(
    string? Body,
    string? Headline,
    string? SourceId,
    string? SourceType,
    string? SourceUrl,
    string? MediaId,
    string? MediaContentType,
    string? MediaUrl,
    string? CtwaClid);

/// <summary>What came of it. <paramref name="Status"/> is the webhook's HTTP status, 0 when there was no answer.</summary>
internal sealed record InboundResult(string MessageSid, int Status, bool Accepted, string? Problem);
