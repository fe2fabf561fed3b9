using HaloAgent.Contracts.Orders;
using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Orders;

/// <summary>One order with its history.</summary>
public sealed class ReadOrder(HaloDbContext db, OrderViews views)
{
    public async Task<Outcome<OrderView>> HandleAsync(Guid businessId, Guid orderId, CancellationToken cancellationToken)
    {
        var order = await db.Orders.AsNoTracking().Include(o => o.Items).Include(o => o.History).AsSplitQuery()
            .SingleOrDefaultAsync(o => o.Id == orderId && o.BusinessId == businessId, cancellationToken);
        return order is null ? OrderFailures.NoSuchOrder : (await views.OfAsync([order], cancellationToken))[0];
    }
}
