using HaloAgent.Data;
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
        if (!order.Status.HoldsStock())
        {
            // Paid after its end: back first, if the stock is there now.
            var back = await move.RunAsync(order, OrderStatus.AwaitingConfirmation, member, null, "order_taken_back", cancellationToken);
            if (!back.Succeeded)
            {
                return back.Failure;
            }
        }

        // The owner may see the money before the customer says anything.
        var now = time.GetUtcNow();
        var payment = await review.WaitingAsync(order, cancellationToken)
            ?? db.Payments.Add(Payment.Claim(order.BusinessId, order.Id, null, null, null, now)).Entity;
        payment.Approve(member, now);
        var paid = await move.RunAsync(order, OrderStatus.Paid, member, note, "payment_approved", cancellationToken);
        return paid.Succeeded ? await facts.OfAsync(order, cancellationToken) : paid.Failure;
    }
}
