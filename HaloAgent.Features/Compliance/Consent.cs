namespace HaloAgent.Compliance;

/// <summary>Append-only: what a contact agreed to or withdrew, when and by which message. The contact's present state is read from <c>contacts</c>.</summary>
public sealed class Consent
{
    private Consent()
    {
    }

    public Guid Id { get; private set; }

    public Guid BusinessId { get; private set; }

    public Guid ContactId { get; private set; }

    public ConsentPurpose Purpose { get; private set; }

    public bool Granted { get; private set; }

    /// <summary>The message in which the customer said so.</summary>
    public long? EvidenceMessageId { get; private set; }

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public static Consent Record(Guid businessId, Guid contactId, ConsentPurpose purpose, bool granted, long? evidence, Actor by, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        BusinessId = businessId,
        ContactId = contactId,
        Purpose = purpose,
        Granted = granted,
        EvidenceMessageId = evidence,
        By = by.Name,
        At = now,
    };
}

public enum ConsentPurpose
{
    Messages,
    Marketing,
}
