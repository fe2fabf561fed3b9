namespace HaloAgent.Messaging;

/// <summary>
/// How far an outbound message has come. The numbers are stored and ordered: a status only ever moves to a higher one
/// ("delivered" may follow "failed" when another device took it; "sent" may arrive after "read").
/// </summary>
public enum DeliveryStatus : short
{
    Queued = 0,

    /// <summary>Handed to the provider; the answer is not known yet.</summary>
    Sending = 10,

    /// <summary>The answer was lost. The provider is asked before anything is sent again.</summary>
    Unknown = 20,
    Sent = 30,

    /// <summary>Refused for good, or given up: shown to the owner with the reason.</summary>
    Failed = 40,
    Delivered = 50,
    Read = 60,

    /// <summary>Never sent: a person took over, or the customer opted out, before its time came.</summary>
    Withdrawn = 100,
}
