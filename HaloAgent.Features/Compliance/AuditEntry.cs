using HaloAgent.Data;

namespace HaloAgent.Compliance;

/// <summary>Who did what to what, when. Written in the transaction of the deed.</summary>
public sealed class AuditEntry
{
    private AuditEntry()
    {
    }

    public Guid Id { get; private set; }

    public Guid BusinessId { get; private set; }

    public DateTimeOffset At { get; private set; }

    public ActorKind ByKind { get; private set; }

    public string ByName { get; private set; } = "";

    public Guid? ByMemberId { get; private set; }

    /// <summary>Past tense, snake case: <c>conversation_taken_over</c>.</summary>
    public string Action { get; private set; } = "";

    public Guid SubjectId { get; private set; }

    [Encrypted]
    public string? Detail { get; private set; }

    public static AuditEntry Record(Guid businessId, Actor by, string action, Guid subject, string? detail, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        BusinessId = businessId,
        At = now,
        ByKind = by.Kind,
        ByName = by.Name,
        ByMemberId = by.MemberId,
        Action = action,
        SubjectId = subject,
        Detail = detail,
    };
}
