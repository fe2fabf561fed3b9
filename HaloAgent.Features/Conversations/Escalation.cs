using HaloAgent.Data;

namespace HaloAgent.Conversations;

/// <summary>A conversation that needs a person, and why.</summary>
public sealed class Escalation
{
    private Escalation()
    {
    }

    public Guid Id { get; private set; }

    public Guid BusinessId { get; private set; }

    public Guid ConversationId { get; private set; }

    public Guid ContactId { get; private set; }

    public EscalationReason Reason { get; private set; }

    [Encrypted]
    public string? Detail { get; private set; }

    /// <summary>What a person has to know to go on, in lines; see <see cref="BriefThePerson"/>.</summary>
    [Encrypted]
    public string? Summary { get; private set; }

    /// <summary>In the customer's language; a person edits and sends it, or does not.</summary>
    [Encrypted]
    public string? SuggestedReply { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    public DateTimeOffset? ResolvedAt { get; private set; }

    public string? ResolvedBy { get; private set; }

    public static Escalation Open(
        Guid businessId, Guid conversationId, Guid contactId, EscalationReason reason, string? detail, DateTimeOffset now) => new()
        {
            Id = Guid.CreateVersion7(now),
            BusinessId = businessId,
            ConversationId = conversationId,
            ContactId = contactId,
            Reason = reason,
            Detail = detail,
            OpenedAt = now,
        };

    /// <summary>The same reason again while it is open: what is new is added, nothing is lost.</summary>
    public void Add(string detail) => Detail = Detail is null ? detail : Detail.Contains(detail, StringComparison.Ordinal) ? Detail : $"{Detail}\n{detail}";

    /// <summary>As things stand now.</summary>
    public void Brief(PersonBrief brief) => (Summary, SuggestedReply) = (brief.Summary, brief.SuggestedReply);

    public void Resolve(string by, DateTimeOffset now) => (ResolvedAt, ResolvedBy) = (now, by);
}

public enum EscalationReason
{
    AskedForPerson,
    Complaint,
    NotUnderstood,
    PaymentDetailsMissing,
    PaidOrderNotPossible,

    /// <summary>The customer wants to cancel an order for which money may have moved.</summary>
    CancellationAsked,
    TurnFailed,
    TooManyMessages,

    /// <summary>The customer wants a copy of their data, or wants it deleted.</summary>
    DataRequest,
    Other,

    /// <summary>The customer wants money back, or asks whether they could have it.</summary>
    Refund,

    /// <summary>Insults, threats, plain fury.</summary>
    Anger,

    /// <summary>Somebody fell ill, or could: poisoning, allergy.</summary>
    Medical,

    /// <summary>Lawyers, courts, police, authorities.</summary>
    Legal,

    /// <summary>Two replies in a row stated what is no stored fact and were replaced.</summary>
    GuardTripped,

    /// <summary>A tool broke three times in one turn.</summary>
    ToolFailed,
}
