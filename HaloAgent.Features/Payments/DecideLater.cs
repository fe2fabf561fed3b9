using HaloAgent.Compliance;
using HaloAgent.Contracts.Live;
using HaloAgent.Contracts.Orders;
using HaloAgent.Data;
using HaloAgent.Orders;

namespace HaloAgent.Payments;

/// <summary>What a member decided about an order.</summary>
/// <param name="Status">For <see cref="DecisionKind.Status"/>.</param>
/// <param name="Note">For a rejection: the reason, told to the customer.</param>
public sealed record OrderDecision(DecisionKind Kind, OrderStatus? Status, string? Note);

/// <summary>
/// Stores a member's decision to take effect in a few seconds, so that it can be undone until then. It is checked now, and again
/// when its time comes.
/// </summary>
public sealed class DecideLater(HaloDbContext db, MoveOrder move, PaymentReview review, OpenDecisions decisions, TimeProvider time)
{
    /// <param name="undo">How long it can be undone; at most <see cref="OrderLimits.MaxUndoSeconds"/>.</param>
    public Task<Outcome<PendingDecisionFacts>> HandleAsync(
        Guid businessId, Guid orderId, OrderDecision decision, TimeSpan undo, Actor member, CancellationToken cancellationToken) =>
        db.InTransactionAsync<PendingDecisionFacts>(
            async () =>
            {
                if (undo <= TimeSpan.Zero || undo > TimeSpan.FromSeconds(OrderLimits.MaxUndoSeconds))
                {
                    return Failure.Invalid("undoSeconds", $"A decision can be undone for 1 to {OrderLimits.MaxUndoSeconds} seconds.");
                }

                var order = await move.LockAsync(businessId, orderId, null, cancellationToken);
                if ((await decisions.RefuseAsync(order, cancellationToken) ?? await RefuseAsync(order!, decision, member, cancellationToken)) is { } refusal)
                {
                    return refusal;
                }

                var pending = PendingDecision.Make(
                    businessId, orderId, decision.Kind, decision.Status, decision.Note, member, time.GetUtcNow(), undo);
                db.PendingDecisions.Add(pending);
                db.AuditEntries.Add(AuditEntry.Record(businessId, member, "decision_made", orderId, Words(decision), time.GetUtcNow()));
                db.Announcements.Changed(LiveEventKinds.OrderChanged, businessId, orderId);
                await db.SaveChangesAsync(cancellationToken);
                return PendingDecisionFacts.Of(pending);
            },
            cancellationToken);

    private async Task<Failure?> RefuseAsync(Order order, OrderDecision decision, Actor member, CancellationToken cancellationToken) => decision switch
    {
        { Kind: DecisionKind.Approve } => await review.RefuseApprovalAsync(order, member, cancellationToken),
        { Kind: DecisionKind.Reject, Note: { Length: > 0 } } => await review.RefuseRejectionAsync(order, member, cancellationToken),
        { Kind: DecisionKind.Reject } => Failure.Invalid("reason", "A rejection needs a reason: the customer is told."),
        { Status: { } status } => ChangeOrderStatus.Refuse(order, status),
        _ => Failure.Invalid("status", "The status to move to is missing."),
    };

    private static string Words(OrderDecision decision) =>
        decision.Kind == DecisionKind.Status ? decision.Status!.Value.WireName() : decision.Kind == DecisionKind.Approve ? "approve" : "reject";
}

public sealed record PendingDecisionFacts(Guid Id, Guid OrderId, OrderDecision Decision, string By, DateTimeOffset EffectiveAt)
{
    public static PendingDecisionFacts Of(PendingDecision decision) => new(
        decision.Id, decision.OrderId, new OrderDecision(decision.Kind, decision.Status, decision.Note), decision.MemberName, decision.EffectiveAt);
}
