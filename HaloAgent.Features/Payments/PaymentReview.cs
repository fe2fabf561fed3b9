using HaloAgent.Data;
using HaloAgent.Orders;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Payments;

/// <summary>What a member may decide about the payment of a locked order, as it stands.</summary>
public sealed class PaymentReview(HaloDbContext db, TimeProvider time)
{
    internal Task<Payment?> WaitingAsync(Order order, CancellationToken cancellationToken) =>
        db.Payments.SingleOrDefaultAsync(p => p.OrderId == order.Id && p.Status == PaymentStatus.Claimed, cancellationToken);

    internal async Task<Failure?> RefuseApprovalAsync(Order order, Actor by, CancellationToken cancellationToken)
    {
        if (order.Status.CanMoveTo(OrderStatus.Paid) || await IsClaimedAfterItsEndAsync(order, cancellationToken))
        {
            return null;
        }

        return await AlreadyDecidedAsync(order, PaymentStatus.Approved, by, cancellationToken)
            ?? OrderFailures.MoveNotAllowed(order.DisplayNumber, order.Status, OrderStatus.Paid);
    }

    internal async Task<Failure?> RefuseRejectionAsync(Order order, Actor by, CancellationToken cancellationToken)
    {
        if (order.Status == OrderStatus.AwaitingConfirmation || await IsClaimedAfterItsEndAsync(order, cancellationToken))
        {
            return null;
        }

        return await AlreadyDecidedAsync(order, null, by, cancellationToken) ?? PaymentFailures.NothingClaimed(order);
    }

    /// <summary>The money came after the order had ended, and its stock was gone by then: the owner decides.</summary>
    private async Task<bool> IsClaimedAfterItsEndAsync(Order order, CancellationToken cancellationToken) =>
        !order.Status.HoldsStock() && await WaitingAsync(order, cancellationToken) is not null;

    private async Task<Failure?> AlreadyDecidedAsync(Order order, PaymentStatus? status, Actor by, CancellationToken cancellationToken)
    {
        var decided = await db.Payments.AsNoTracking()
            .Where(p => p.OrderId == order.Id && p.Status != PaymentStatus.Claimed && (status == null || p.Status == status))
            .OrderByDescending(p => p.DecidedAt).FirstOrDefaultAsync(cancellationToken);
        return decided is null
            ? null
            : PaymentFailures.AlreadyDecided(decided, LastMoveTo(order, decided.Status), by, time.GetUtcNow());
    }

    private static OrderChange? LastMoveTo(Order order, PaymentStatus decided) => order.History
        .Where(change => change.To == (decided == PaymentStatus.Approved ? OrderStatus.Paid : OrderStatus.PaymentRejected))
        .MaxBy(change => change.At);
}
