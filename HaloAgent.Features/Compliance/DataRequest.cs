namespace HaloAgent.Compliance;

/// <summary>A customer's wish about the data that a shop holds of them. It stays until a person of the shop has seen to it.</summary>
public sealed class DataRequest
{
    private DataRequest()
    {
    }

    public Guid Id { get; private set; }

    public Guid BusinessId { get; private set; }

    public Guid ContactId { get; private set; }

    /// <summary>Where it was asked, and where it is answered.</summary>
    public Guid ConversationId { get; private set; }

    public DataRequestKind Kind { get; private set; }

    /// <summary>The message in which the customer asked.</summary>
    public long? EvidenceMessageId { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    public DateTimeOffset? DoneAt { get; private set; }

    public static DataRequest Ask(Guid businessId, Guid contactId, Guid conversationId, DataRequestKind kind, long? evidence, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        BusinessId = businessId,
        ContactId = contactId,
        ConversationId = conversationId,
        Kind = kind,
        EvidenceMessageId = evidence,
        AskedAt = now,
    };
}

public enum DataRequestKind
{
    Export,
    Delete,
}
