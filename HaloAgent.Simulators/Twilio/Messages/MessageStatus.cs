namespace HaloAgent.Simulators.Twilio.Messages;

/// <summary>Twilio's words for how far a message has come.</summary>
internal static class MessageStatus
{
    public const string Accepted = "accepted";
    public const string Queued = "queued";
    public const string Sent = "sent";
    public const string Delivered = "delivered";
    public const string Read = "read";
    public const string Undelivered = "undelivered";
    public const string Failed = "failed";
    public const string Received = "received";

    public static bool IsFailure(string status) => status is Undelivered or Failed;

    /// <summary>A message never goes back: out-of-order callbacks leave the resource at the furthest status.</summary>
    public static int Rank(string status) => status switch
    {
        Accepted or Received => 0,
        Queued => 1,
        Sent => 2,
        Delivered => 3,
        Read => 4,
        _ => 5,
    };
}
