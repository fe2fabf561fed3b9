using HaloAgent.Compliance;
using HaloAgent.Contracts.Live;
using HaloAgent.Data;
using HaloAgent.Orders;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Payments;

/// <summary>
/// A member has not found the money. The customer is told why and can claim again; the order keeps its stock for as long as a new
/// order would.
/// </summary>
public sealed class RejectPayment(
    HaloDbContext db, MoveOrder move, PaymentReview review, OpenDecisions decisions, OrderNotifications notifications, ReadOrderFacts facts, TimeProvider time)
{
    /// <param name="reason">Told to the customer.</param>
    public Task<Outcome<OrderFacts>> HandleAsync(Guid businessId, Guid orderId, string reason, Actor member, CancellationToken cancellationToken) =>
        db.InTransactionAsync<OrderFacts>(
            async () =>
            {
                var order = await move.LockAsync(businessId, orderId, null, cancellationToken);
                if ((await decisions.RefuseAsync(order, cancellationToken) ?? await review.RefuseRejectionAsync(order!, member, cancellationToken)) is { } refusal)
                {
                    return refusal;
                }

                return await RejectAsync(order!, reason, member, cancellationToken);
            },
            cancellationToken);

    private async Task<Outcome<OrderFacts>> RejectAsync(Order order, string reason, Actor member, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var claimed = await review.WaitingAsync(order, cancellationToken);
        claimed?.Reject(member, reason, now);
        if (!order.Status.HoldsStock())
        {
            return await CloseLateClaimAsync(order, claimed!, reason, member, cancellationToken);
        }

        var minutes = await db.Businesses.Where(b => b.Id == order.BusinessId).Select(b => b.OrderExpiryMinutes).SingleAsync(cancellationToken);
        order.HoldUntil(now + TimeSpan.FromMinutes(minutes));
        var rejected = await move.RunAsync(order, OrderStatus.PaymentRejected, member, reason, "payment_rejected", cancellationToken);
        return rejected.Succeeded ? await facts.OfAsync(order, cancellationToken) : rejected.Failure;
    }

    /// <summary>The order had ended before it was claimed and stays ended.</summary>
    private async Task<Outcome<OrderFacts>> CloseLateClaimAsync(Order order, Payment claimed, string reason, Actor member, CancellationToken cancellationToken)
    {
        db.AuditEntries.Add(AuditEntry.Record(order.BusinessId, member, "payment_rejected", order.Id, reason, time.GetUtcNow()));
        db.Announcements.Changed(LiveEventKinds.OrderChanged, order.BusinessId, order.Id);
        await db.SaveChangesAsync(cancellationToken);
        await notifications.TellLateClaimRejectedAsync(order, claimed, reason, cancellationToken);
        return await facts.OfAsync(order, cancellationToken);
    }
}
