namespace HaloAgent.Simulators.Twilio.Switches;

internal enum SwitchMode
{
    Ok,
    TooManyRequests,
    ServerError,
    OptedOut,
    OutsideWindow,

    /// <summary>Never answers; nothing was accepted.</summary>
    Hang,

    /// <summary>Accepts the message, calls back, and breaks the connection instead of answering.</summary>
    DropAfterAccept,

    /// <summary>Calls back queued, sent and delivered before the 201 goes out.</summary>
    CallbackBefore201,

    /// <summary>Calls back in reverse order.</summary>
    OutOfOrder,

    NoCallbacks,

    /// <summary>Answers 201, and says only in the status callback that the message was not delivered.</summary>
    FailAsync,

    /// <summary>Not the message but the question what became of it, the list, is answered by a server error.</summary>
    LookupError,

    /// <summary>Not the message but a file of it, when it is asked for, is not there.</summary>
    MediaGone,

    /// <summary>A file of the message comes, after the delay.</summary>
    MediaSlow,
}

/// <summary>What of a customer's messages a switch is about.</summary>
internal enum SwitchedPart
{
    Message,
    Lookup,
    Media,
}

/// <summary>
/// One fault to play. <paramref name="To"/> null means everyone; <paramref name="Times"/> null means until it is taken back.
/// </summary>
internal sealed record Switch(string? To, SwitchMode Mode, int? Times, int? RetryAfterSeconds, int? ErrorCode, int DelayMs)
{
    public SwitchedPart Part => Mode switch
    {
        SwitchMode.LookupError => SwitchedPart.Lookup,
        SwitchMode.MediaGone or SwitchMode.MediaSlow => SwitchedPart.Media,
        _ => SwitchedPart.Message,
    };

    public static readonly Switch None = new(null, SwitchMode.Ok, null, null, null, 0);

    /// <summary>The words of the wire for the modes.</summary>
    public static readonly IReadOnlyDictionary<string, SwitchMode> Modes = new Dictionary<string, SwitchMode>(StringComparer.Ordinal)
    {
        ["ok"] = SwitchMode.Ok,
        ["429"] = SwitchMode.TooManyRequests,
        ["500"] = SwitchMode.ServerError,
        ["21610"] = SwitchMode.OptedOut,
        ["63016"] = SwitchMode.OutsideWindow,
        ["hang"] = SwitchMode.Hang,
        ["drop-after-accept"] = SwitchMode.DropAfterAccept,
        ["callback-before-201"] = SwitchMode.CallbackBefore201,
        ["out-of-order"] = SwitchMode.OutOfOrder,
        ["no-callbacks"] = SwitchMode.NoCallbacks,
        ["fail-async"] = SwitchMode.FailAsync,
        ["lookup-500"] = SwitchMode.LookupError,
        ["media-404"] = SwitchMode.MediaGone,
        ["media-slow"] = SwitchMode.MediaSlow,
    };
}
