using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Orders;

/// <summary>The orders of one contact, newest first.</summary>
public sealed class ContactOrders(HaloDbContext db)
{
    /// <summary>How long after its end an order is still what a customer may mean by "my order".</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromDays(14);

    private const int Most = 20;

    internal Task<List<Order>> OpenAsync(Guid businessId, Guid contactId, CancellationToken cancellationToken) => Of(businessId, contactId)
        .Where(o => o.Status != OrderStatus.Completed && o.Status != OrderStatus.Cancelled && o.Status != OrderStatus.Expired)
        .Take(Most).ToListAsync(cancellationToken);

    /// <summary>Ended, one way or another, among those placed lately.</summary>
    internal Task<List<Order>> EndedAsync(Guid businessId, Guid contactId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - Recent;
        return Of(businessId, contactId)
            .Where(o => (o.Status == OrderStatus.Completed || o.Status == OrderStatus.Cancelled || o.Status == OrderStatus.Expired) && o.CreatedAt > since)
            .Take(Most).ToListAsync(cancellationToken);
    }

    private IQueryable<Order> Of(Guid businessId, Guid contactId) => db.Orders.AsNoTracking().Include(o => o.Items).Include(o => o.History).AsSplitQuery()
        .Where(o => o.BusinessId == businessId && o.ContactId == contactId)
        .OrderByDescending(o => o.Number);
}
