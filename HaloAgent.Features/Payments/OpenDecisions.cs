using HaloAgent.Data;
using HaloAgent.Orders;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Payments;

/// <summary>One decision on an order at a time: while one can still be undone, no second is made.</summary>
public sealed class OpenDecisions(HaloDbContext db)
{
    /// <param name="order">Locked; null answers that there is none.</param>
    internal async Task<Failure?> RefuseAsync(Order? order, CancellationToken cancellationToken)
    {
        if (order is null)
        {
            return OrderFailures.NoSuchOrder;
        }

        var pending = await db.PendingDecisions.AsNoTracking()
            .SingleOrDefaultAsync(d => d.OrderId == order.Id && d.State == DecisionState.Pending, cancellationToken);
        return pending is null ? null : PaymentFailures.DecisionPending(pending);
    }
}
