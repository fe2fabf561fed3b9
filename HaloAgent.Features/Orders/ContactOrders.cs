using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Orders;

/// <summary>The orders of one contact, newest first.</summary>
public sealed class ContactOrders(HaloDbContext db, TimeProvider time)
{
    /// <summary>How long an order that has ended is still what a customer may mean by "my order", from when it was placed.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromDays(14);

    private const int Most = 20;

    // Compiled: a model is told of them in every turn. Items and history are read apart and only where there is an order: EF's split
    // queries compile a delegate anew at every run, which cost more than the reading itself.
    private static readonly Func<HaloDbContext, Guid, Guid, IAsyncEnumerable<Order>> Open = EF.CompileAsyncQuery(
        (HaloDbContext db, Guid businessId, Guid contactId) => db.Orders.AsNoTracking()
            .Where(o => o.BusinessId == businessId && o.ContactId == contactId
                && o.Status != OrderStatus.Completed && o.Status != OrderStatus.Cancelled && o.Status != OrderStatus.Expired)
            .OrderByDescending(o => o.Number).Take(Most));

    private static readonly Func<HaloDbContext, Guid, Guid, DateTimeOffset, IAsyncEnumerable<Order>> OpenAndLastEnded = EF.CompileAsyncQuery(
        (HaloDbContext db, Guid businessId, Guid contactId, DateTimeOffset since) => db.Orders.AsNoTracking()
            .Where(o => o.BusinessId == businessId && o.ContactId == contactId
                && ((o.Status != OrderStatus.Completed && o.Status != OrderStatus.Cancelled && o.Status != OrderStatus.Expired)
                    || o.Number == db.Orders
                        .Where(e => e.BusinessId == businessId && e.ContactId == contactId && e.CreatedAt > since
                            && (e.Status == OrderStatus.Completed || e.Status == OrderStatus.Cancelled || e.Status == OrderStatus.Expired))
                        .Max(e => (long?)e.Number)))
            .OrderByDescending(o => o.Number).Take(Most + 1));

    private static readonly Func<HaloDbContext, Guid[], IAsyncEnumerable<OrderItem>> ItemsOf = EF.CompileAsyncQuery(
        (HaloDbContext db, Guid[] orders) => db.Set<OrderItem>().AsNoTracking().Where(item => orders.Contains(item.OrderId)));

    private static readonly Func<HaloDbContext, Guid[], IAsyncEnumerable<OrderChange>> HistoryOf = EF.CompileAsyncQuery(
        (HaloDbContext db, Guid[] orders) => db.Set<OrderChange>().AsNoTracking().Where(change => orders.Contains(change.OrderId)));

    internal Task<IReadOnlyList<Order>> OpenAsync(Guid businessId, Guid contactId, CancellationToken cancellationToken) =>
        WholeAsync(Open(db, businessId, contactId), cancellationToken);

    /// <summary>The open ones, and the newest that has ended one way or another, among those placed lately.</summary>
    internal Task<IReadOnlyList<Order>> OpenAndLastEndedAsync(Guid businessId, Guid contactId, CancellationToken cancellationToken) =>
        WholeAsync(OpenAndLastEnded(db, businessId, contactId, time.GetUtcNow() - Recent), cancellationToken);

    private async Task<IReadOnlyList<Order>> WholeAsync(IAsyncEnumerable<Order> query, CancellationToken cancellationToken)
    {
        var orders = await query.ToListAsync(cancellationToken);
        if (orders.Count == 0) return orders;

        Guid[] ids = [.. orders.Select(order => order.Id)];
        var items = (await ItemsOf(db, ids).ToListAsync(cancellationToken)).ToLookup(item => item.OrderId);
        var history = (await HistoryOf(db, ids).ToListAsync(cancellationToken)).ToLookup(change => change.OrderId);
        orders.ForEach(order => order.Attach(items[order.Id], history[order.Id]));
        return orders;
    }
}
