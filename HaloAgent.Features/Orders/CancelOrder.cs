using HaloAgent.Conversations;
using HaloAgent.Data;

namespace HaloAgent.Orders;

/// <summary>
/// A customer calls an order off. Unpaid, it is cancelled at once and its stock given back; once money may have moved, a person of
/// the shop decides, and is told.
/// </summary>
public sealed class CancelOrder(HaloDbContext db, MoveOrder move, ContactOrders orders, EscalateConversation escalate, ReadOrderFacts facts)
{
    /// <param name="orderId">Null: the only one that is open; several are refused with <see cref="SeveralOrders"/>.</param>
    public Task<Outcome<CancelledOrder>> HandleAsync(
        Guid businessId, Guid contactId, Guid conversationId, Guid? orderId, string? reason, CancellationToken cancellationToken) =>
        db.InTransactionAsync<CancelledOrder>(
            async () =>
            {
                var chosen = orderId is { } id ? id : await ChooseAsync(businessId, contactId, cancellationToken);
                if (!chosen.Succeeded)
                {
                    return chosen.Failure;
                }

                if (await move.LockAsync(businessId, chosen.Value, contactId, cancellationToken) is not { } order)
                {
                    return OrderFailures.NoSuchOrder;
                }

                if (!order.Status.IsOpen())
                {
                    return OrderFailures.MoveNotAllowed(order.DisplayNumber, order.Status, OrderStatus.Cancelled);
                }

                return order.Status.IsUnpaid()
                    ? await CancelAsync(order, reason, cancellationToken)
                    : await AskOwnerAsync(order, conversationId, reason, cancellationToken);
            },
            cancellationToken);

    private async Task<Outcome<Guid>> ChooseAsync(Guid businessId, Guid contactId, CancellationToken cancellationToken)
    {
        var open = await orders.OpenAsync(businessId, contactId, cancellationToken);
        var unpaid = open.Where(order => order.Status.IsUnpaid()).ToList();
        return (open, unpaid) switch
        {
            ([], _) => OrderFailures.NothingToCancel,
            ([var only], _) => only.Id,
            (_, [var only]) => only.Id,
            _ => SeveralOrders.Of(unpaid.Count > 0 ? unpaid : open),
        };
    }

    private async Task<Outcome<CancelledOrder>> CancelAsync(Order order, string? reason, CancellationToken cancellationToken)
    {
        var cancelled = await move.RunAsync(order, OrderStatus.Cancelled, Actor.Customer, reason, "order_cancelled", cancellationToken);
        return cancelled.Succeeded
            ? new CancelledOrder(await facts.OfAsync(order, cancellationToken), AskedOwner: false)
            : cancelled.Failure;
    }

    private async Task<Outcome<CancelledOrder>> AskOwnerAsync(Order order, Guid conversationId, string? reason, CancellationToken cancellationToken)
    {
        var detail = $"The customer wants to cancel order {order.DisplayNumber}, which is {order.Status.Words()}.";
        var asked = await escalate.HandleAsync(
            order.BusinessId, conversationId, EscalationReason.CancellationAsked, reason is null ? detail : $"{detail} {reason}", Actor.Agent, cancellationToken);
        return asked.Succeeded
            ? new CancelledOrder(await facts.OfAsync(order, cancellationToken), AskedOwner: true)
            : asked.Failure;
    }
}

/// <param name="AskedOwner">True: it is not cancelled, a person of the shop was asked to decide.</param>
public sealed record CancelledOrder(OrderFacts Order, bool AskedOwner);
