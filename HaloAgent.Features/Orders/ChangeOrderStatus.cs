using HaloAgent.Data;
using HaloAgent.Payments;

namespace HaloAgent.Orders;

/// <summary>A member moves an order on: preparing, ready, out for delivery, completed, cancelled. The customer is told.</summary>
public sealed class ChangeOrderStatus(
    HaloDbContext db, MoveOrder move, PaymentReview review, OpenDecisions decisions, ReadOrderFacts facts, TimeProvider time)
{
    public Task<Outcome<OrderFacts>> HandleAsync(
        Guid businessId, Guid orderId, OrderStatus to, string? note, Actor member, CancellationToken cancellationToken) =>
        db.InTransactionAsync<OrderFacts>(
            async () =>
            {
                var order = await move.LockAsync(businessId, orderId, null, cancellationToken);
                if ((await decisions.RefuseAsync(order, cancellationToken) ?? Refuse(order!, to)) is { } refusal)
                {
                    return refusal;
                }

                if (to == OrderStatus.Cancelled)
                {
                    // A claim that waits is decided with it, or it would wait for ever.
                    (await review.WaitingAsync(order!, cancellationToken))?.Reject(member, note ?? "The order was cancelled.", time.GetUtcNow());
                }

                var moved = await move.RunAsync(order!, to, member, note, "order_moved_to_" + to.WireName(), cancellationToken);
                return moved.Succeeded ? await facts.OfAsync(moved.Value, cancellationToken) : moved.Failure;
            },
            cancellationToken);

    /// <summary>What a member may not choose for this order, as it stands.</summary>
    internal static Failure? Refuse(Order order, OrderStatus to) => order.Status.MovesForMember(order.Fulfillment).Contains(to)
        ? null
        : OrderFailures.MoveNotAllowed(order.DisplayNumber, order.Status, to);
}
