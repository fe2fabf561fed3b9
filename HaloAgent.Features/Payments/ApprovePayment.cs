using HaloAgent.Data;
using HaloAgent.Loyalty;
using HaloAgent.Orders;

namespace HaloAgent.Payments;

/// <summary>A member has seen the money: the order is paid, and the customer is told.</summary>
public sealed class ApprovePayment(
    HaloDbContext db, MoveOrder move, PaymentReview review, OpenDecisions decisions, ReadOrderFacts facts, TimeProvider time)
{
    /// <returns>Refused when somebody was faster: with who and when.</returns>
    public Task<Outcome<OrderFacts>> HandleAsync(Guid businessId, Guid orderId, string? note, Actor member, CancellationToken cancellationToken) =>
        db.InTransactionAsync<OrderFacts>(
            async () =>
            {
                var order = await move.LockAsync(businessId, orderId, null, cancellationToken);
                if ((await decisions.RefuseAsync(order, cancellationToken) ?? await review.RefuseApprovalAsync(order!, member, cancellationToken)) is { } refusal)
                {
                    return refusal;
                }

                return await ApproveAsync(order!, note, member, cancellationToken);
            },
            cancellationToken);

    private async Task<Outcome<OrderFacts>> ApproveAsync(Order order, string? note, Actor member, CancellationToken cancellationToken)
    {
        if (!order.Status.HoldsStock() && await TakeBackAsync(order, member, cancellationToken) is { } gone)
        {
            return gone;
        }

        // The owner may see the money before the customer says anything.
        var now = time.GetUtcNow();
        var payment = await review.WaitingAsync(order, cancellationToken)
            ?? db.Payments.Add(Payment.Claim(order.BusinessId, order.Id, null, null, null, now)).Entity;
        payment.Approve(member, now);
        var paid = await move.RunAsync(order, OrderStatus.Paid, member, note, "payment_approved", cancellationToken);
        return paid.Succeeded ? await facts.OfAsync(order, cancellationToken) : paid.Failure;
    }

    /// <summary>
    /// Paid after its end: back first, if the stock is there now. Points that went into another order meanwhile do not stand in the way of
    /// money that a member has seen: the customer paid what they were asked for, and the shop gives the rest.
    /// </summary>
    private async Task<Failure?> TakeBackAsync(Order order, Actor member, CancellationToken cancellationToken)
    {
        var back = await BackAsync(null);
        if (back.Failure == LoyaltyFailures.PointsUsedElsewhere)
        {
            var note = $"Its {order.PointsUsed:N0} points had gone into another order. The shop gives the {order.Discount} that they took off: {order.Total} instead of {order.Total + order.Discount}.";
            order.WaivePoints();
            back = await BackAsync(note);
        }

        return back.Failure;

        Task<Outcome<Order>> BackAsync(string? note) =>
            move.RunAsync(order, OrderStatus.AwaitingConfirmation, member, note, "order_taken_back", cancellationToken);
    }
}
