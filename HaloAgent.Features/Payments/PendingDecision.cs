using HaloAgent.Data;
using HaloAgent.Orders;

namespace HaloAgent.Payments;

/// <summary>
/// A member's decision that can still be undone. It is stored with the time at which it takes effect, so a closed browser
/// loses nothing, and the customer hears of it only then.
/// </summary>
public sealed class PendingDecision
{
    private PendingDecision()
    {
    }

    public Guid Id { get; private set; }

    public Guid BusinessId { get; private set; }

    public Guid OrderId { get; private set; }

    public DecisionKind Kind { get; private set; }

    /// <summary>The status to move to, for <see cref="DecisionKind.Status"/>.</summary>
    public OrderStatus? Status { get; private set; }

    [Encrypted]
    public string? Note { get; private set; }

    public Guid MemberId { get; private set; }

    public string MemberName { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset EffectiveAt { get; private set; }

    public DecisionState State { get; private set; }

    public static PendingDecision Make(
        Guid businessId, Guid orderId, DecisionKind kind, OrderStatus? status, string? note, Actor member, DateTimeOffset now, TimeSpan undo) => new()
        {
            Id = Guid.CreateVersion7(now),
            BusinessId = businessId,
            OrderId = orderId,
            Kind = kind,
            Status = status,
            Note = note,
            MemberId = member.MemberId ?? Guid.Empty,
            MemberName = member.Name,
            CreatedAt = now,
            EffectiveAt = now + undo,
        };

    public Actor Member => Actor.Member(MemberId, MemberName);

    public void Undo() => State = DecisionState.Undone;

    /// <param name="took">False: what it decided was no longer possible when its time came.</param>
    public void Applied(bool took) => State = took ? DecisionState.Applied : DecisionState.Refused;
}

public enum DecisionKind
{
    Approve,
    Reject,
    Status,
}

public enum DecisionState
{
    Pending,
    Applied,
    Undone,
    Refused,
}
