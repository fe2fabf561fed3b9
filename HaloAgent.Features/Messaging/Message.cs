namespace HaloAgent.Messaging;

/// <summary>
/// A row of the one log (<c>message_logs</c>), which is inbox, outbox and transcript at once. An inbound row waits while its turn
/// is null; an outbound row is undelivered until the provider took it. The log is written by SQL (see the use cases beside
/// this file); Entity Framework only reads it.
/// </summary>
public sealed class Message
{
    private Message()
    {
    }

    /// <summary>Rises in the order of acceptance within a conversation.</summary>
    public long Id { get; private set; }

    public Guid ConversationId { get; private set; }

    public Guid ChannelAccountId { get; private set; }

    /// <summary>Null until a turn has claimed the message: the front door looks nothing up.</summary>
    public Guid? BusinessId { get; private set; }

    public MessageDirection Direction { get; private set; }

    public MessageAuthor Author { get; private set; }

    public string? AuthorName { get; private set; }

    public MessageKind Kind { get; private set; }

    /// <summary>Unique per channel account. Outbound: set when the provider took it.</summary>
    public string? ProviderMessageId { get; private set; }

    /// <summary>An encrypted <see cref="MessageEnvelope"/>.</summary>
    public byte[] Content { get; private set; } = [];

    /// <summary>The encrypted wire form; null for outbound rows and after retention.</summary>
    public byte[]? Raw { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? ProviderTime { get; private set; }

    /// <summary>Inbound: the turn that took it. Outbound: the turn that wrote it, if one did.</summary>
    public Guid? TurnId { get; private set; }

    public string? TraceParent { get; private set; }

    public DeliveryStatus? DeliveryStatus { get; private set; }

    /// <summary>Outbound, and the provider has not taken it. Computed by the database.</summary>
    public bool Undelivered { get; private set; }

    /// <summary>Outbound, and given up. Computed by the database.</summary>
    public bool Failed { get; private set; }

    public int Attempts { get; private set; }

    public DateTimeOffset? NextAttemptAt { get; private set; }

    /// <summary>When it was first tried: a transient failure blocks those behind it for five minutes at most.</summary>
    public DateTimeOffset? FirstAttemptAt { get; private set; }

    public DateTimeOffset? SendingSince { get; private set; }

    public string? FailureCode { get; private set; }

    public string? FailureReason { get; private set; }

    /// <summary>When a member said that they have seen to a message that was given up.</summary>
    public DateTimeOffset? FailureSeenAt { get; private set; }

    /// <summary>Unique: a repeated request or a replayed operation queues nothing twice.</summary>
    public string? OperationId { get; private set; }
}

public enum MessageDirection : short
{
    Inbound = 0,
    Outbound = 1,
}

public enum MessageAuthor : short
{
    Customer = 0,
    Agent = 1,
    Owner = 2,
    System = 3,
}
