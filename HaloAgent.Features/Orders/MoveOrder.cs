using HaloAgent.Compliance;
using HaloAgent.Contracts.Live;
using HaloAgent.Data;
using HaloAgent.Loyalty;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Orders;

/// <summary>
/// The one way in which an order's status changes: the order locked, the move allowed, its stock taken or given back, a member's
/// decision in the audit trail, the customer told and the dashboards too, all in one transaction. Needs an open one.
/// </summary>
public sealed class MoveOrder(HaloDbContext db, OrderStock stock, PointsLedger points, OrderNotifications notifications, TimeProvider time)
{
    // One statement: an order has few items and few changes, and each round trip holds the lock for longer.
    private static readonly Func<HaloDbContext, Guid, Guid, Guid?, CancellationToken, Task<Order?>> Read = EF.CompileAsyncQuery(
        (HaloDbContext db, Guid businessId, Guid orderId, Guid? contactId, CancellationToken _) =>
            db.Orders.Include(o => o.Items).Include(o => o.History).AsSingleQuery()
                .SingleOrDefault(o => o.Id == orderId && o.BusinessId == businessId && (contactId == null || o.ContactId == contactId)));

    /// <summary>Locks an order of this business and reads it as it is now.</summary>
    /// <param name="contactId">When given, only this contact's order.</param>
    internal async Task<Order?> LockAsync(Guid businessId, Guid orderId, Guid? contactId, CancellationToken cancellationToken)
    {
        // First the lock, then the read: what waited for the lock must see what the other one did.
        await db.Database.ExecuteSqlAsync(
            $"SELECT 1 FROM orders WHERE id = {orderId} AND business_id = {businessId} FOR NO KEY UPDATE", cancellationToken);
        return await Read(db, businessId, orderId, contactId, cancellationToken);
    }

    /// <summary>Moves a locked order and saves. On a refusal nothing has changed.</summary>
    /// <param name="action">What the audit trail calls it when a member did it.</param>
    internal async Task<Outcome<Order>> RunAsync(
        Order order, OrderStatus to, Actor by, string? note, string action, CancellationToken cancellationToken)
    {
        var from = order.Status;
        if (!from.CanMoveTo(to))
        {
            return OrderFailures.MoveNotAllowed(order.DisplayNumber, from, to);
        }

        if (!from.HoldsStock() && to.HoldsStock() && await TakeAgainAsync(order, cancellationToken) is { } gone)
        {
            return gone;
        }

        if (from.HoldsStock() && !to.HoldsStock())
        {
            await stock.GiveBackAsync(order, cancellationToken);
        }

        var moved = order.MoveTo(to, by, note, time.GetUtcNow());
        if (by.Kind == ActorKind.Member)
        {
            db.AuditEntries.Add(AuditEntry.Record(order.BusinessId, by, action, order.Id, note, time.GetUtcNow()));
        }

        db.Announcements.Changed(LiveEventKinds.OrderChanged, order.BusinessId, order.Id);
        await db.SaveChangesAsync(cancellationToken);
        var earned = await points.BookAsync(order, moved.Value, cancellationToken);
        await notifications.TellAsync(order, moved.Value, earned, cancellationToken);
        return order;
    }

    /// <summary>Goods first, then points, as placing locks them: the other way about, a claim and a new order of one customer wait for each other.</summary>
    private async Task<Failure?> TakeAgainAsync(Order order, CancellationToken cancellationToken)
    {
        var goods = await stock.HoldAsync(order, cancellationToken);
        if (!goods.Succeeded)
        {
            return goods.Failure;
        }

        if (!await points.CanTakeAgainAsync(order, cancellationToken))
        {
            return LoyaltyFailures.PointsUsedElsewhere;
        }

        stock.Take(order, goods.Value);
        return null;
    }
}
