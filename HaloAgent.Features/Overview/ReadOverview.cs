using HaloAgent.Businesses;
using HaloAgent.Contracts.Overview;
using HaloAgent.Data;
using HaloAgent.Orders;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Overview;

/// <summary>The start page: what needs a person, then today's figures in the shop's time zone.</summary>
public sealed class ReadOverview(HaloDbContext db, FindAttention attention, TimeProvider time)
{
    public async Task<Outcome<OverviewView>> HandleAsync(Guid businessId, CancellationToken cancellationToken)
    {
        var business = await db.Businesses.AsNoTracking().SingleOrDefaultAsync(b => b.Id == businessId, cancellationToken);
        if (business is null)
        {
            return Failure.NotFound("business");
        }

        var began = ShopClock.DayBegan(business.TimeZone, time.GetUtcNow());
        var byStatus = await db.Orders.Where(o => o.BusinessId == businessId)
            .GroupBy(o => o.Status).Select(group => new { Status = group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        var needed = await attention.HandleAsync(business, cancellationToken);
        return new OverviewView(
            needed.Oldest,
            await db.Orders.CountAsync(o => o.BusinessId == businessId && o.CreatedAt >= began, cancellationToken),
            await PaidSinceAsync(businessId, began, cancellationToken),
            await AwaitedAsync(businessId, cancellationToken),
            await db.Conversations.CountAsync(c => c.BusinessId == businessId && c.LastMessageAt >= began, cancellationToken),
            await MessagesSinceAsync(businessId, began, cancellationToken),
            byStatus.ToDictionary(row => row.Status.WireName(), row => row.Count),
            needed.Waiting,
            needed.Latest);
    }

    private async Task<decimal> PaidSinceAsync(Guid businessId, DateTimeOffset began, CancellationToken cancellationToken)
    {
        var totals = await db.Orders
            .Where(o => o.BusinessId == businessId && o.History.Any(c => c.To == OrderStatus.Paid && c.At >= began)
                && o.Status != OrderStatus.Cancelled && o.Status != OrderStatus.PaymentRejected)
            .Select(o => o.Total).ToListAsync(cancellationToken);
        return Sum(totals);
    }

    private async Task<decimal> AwaitedAsync(Guid businessId, CancellationToken cancellationToken)
    {
        var totals = await db.Orders
            .Where(o => o.BusinessId == businessId
                && (o.Status == OrderStatus.PendingPayment || o.Status == OrderStatus.AwaitingConfirmation || o.Status == OrderStatus.PaymentRejected))
            .Select(o => o.Total).ToListAsync(cancellationToken);
        return Sum(totals);
    }

    /// <summary>By way of today's conversations: the log has no index by shop and day, and needs none for this.</summary>
    private Task<int> MessagesSinceAsync(Guid businessId, DateTimeOffset began, CancellationToken cancellationToken) =>
        db.Conversations.Where(c => c.BusinessId == businessId && c.LastMessageAt >= began)
            .SelectMany(c => db.Messages.Where(m => m.ConversationId == c.Id && m.CreatedAt >= began))
            .CountAsync(cancellationToken);

    private static decimal Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero, (sum, amount) => sum + amount).Naira;
}
