using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Orders;

/// <summary>The orders of one contact, newest first.</summary>
public sealed class ContactOrders(HaloDbContext db, TimeProvider time)
{
    /// <summary>How long an order that has ended is still what a customer may mean by "my order", from when it was placed.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromDays(14);

    private const int Most = 20;

    // Compiled: a model is told of them in every turn.
    private static readonly Func<HaloDbContext, Guid, Guid, IAsyncEnumerable<Order>> Open = EF.CompileAsyncQuery(
        (HaloDbContext db, Guid businessId, Guid contactId) => db.Orders.AsNoTracking().Include(o => o.Items).Include(o => o.History).AsSplitQuery()
            .Where(o => o.BusinessId == businessId && o.ContactId == contactId
                && o.Status != OrderStatus.Completed && o.Status != OrderStatus.Cancelled && o.Status != OrderStatus.Expired)
            .OrderByDescending(o => o.Number).Take(Most));

    private static readonly Func<HaloDbContext, Guid, Guid, DateTimeOffset, IAsyncEnumerable<Order>> OpenAndLastEnded = EF.CompileAsyncQuery(
        (HaloDbContext db, Guid businessId, Guid contactId, DateTimeOffset since) => db.Orders.AsNoTracking().Include(o => o.Items).Include(o => o.History).AsSplitQuery()
            .Where(o => o.BusinessId == businessId && o.ContactId == contactId
                && ((o.Status != OrderStatus.Completed && o.Status != OrderStatus.Cancelled && o.Status != OrderStatus.Expired)
                    || o.Number == db.Orders
                        .Where(e => e.BusinessId == businessId && e.ContactId == contactId && e.CreatedAt > since
                            && (e.Status == OrderStatus.Completed || e.Status == OrderStatus.Cancelled || e.Status == OrderStatus.Expired))
                        .Max(e => (long?)e.Number)))
            .OrderByDescending(o => o.Number).Take(Most + 1));

    internal async Task<List<Order>> OpenAsync(Guid businessId, Guid contactId, CancellationToken cancellationToken) =>
        await Open(db, businessId, contactId).ToListAsync(cancellationToken);

    /// <summary>The open ones, and the newest that has ended one way or another, among those placed lately.</summary>
    internal async Task<List<Order>> OpenAndLastEndedAsync(Guid businessId, Guid contactId, CancellationToken cancellationToken) =>
        await OpenAndLastEnded(db, businessId, contactId, time.GetUtcNow() - Recent).ToListAsync(cancellationToken);
}
