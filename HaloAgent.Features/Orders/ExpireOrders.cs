using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Orders;

/// <summary>
/// Ends unpaid orders whose time is up: the stock goes back and the customer is told. Any number of workers may do this at once; each
/// takes the next order that nobody holds.
/// </summary>
public sealed class ExpireOrders(HaloDbContext db, MoveOrder move, TimeProvider time)
{
    /// <returns>How many ended; fewer than <paramref name="atMost"/> means that none is left.</returns>
    /// <exception cref="AggregateException">The others ended, these could not.</exception>
    public Task<int> HandleAsync(int atMost, CancellationToken cancellationToken)
    {
        var round = new DueRound(db);
        return round.RunAsync(atMost, () => ExpireNextAsync(round, cancellationToken), cancellationToken);
    }

    private async Task<Outcome<Order>> ExpireNextAsync(DueRound round, CancellationToken cancellationToken)
    {
        // A member's decision that is about to take effect goes first.
        var due = await db.Database.SqlQuery<Due>(
            $"""
            SELECT o.id, o.business_id FROM orders o
            WHERE o.expires_at <= {time.GetUtcNow()} AND o.status IN ('pending_payment', 'payment_rejected')
              AND o.id <> ALL({round.LeftOut.ToArray()})
              AND NOT EXISTS (SELECT 1 FROM pending_decisions d WHERE d.order_id = o.id AND d.state = 'Pending')
            ORDER BY o.expires_at LIMIT 1 FOR NO KEY UPDATE OF o SKIP LOCKED
            """).ToListAsync(cancellationToken);
        if (due is not [var next])
        {
            return OrderFailures.NoSuchOrder;
        }

        round.Take(next.Id);
        var order = await move.LockAsync(next.BusinessId, next.Id, null, cancellationToken);
        var ended = await move.RunAsync(order!, OrderStatus.Expired, Actor.System, null, "order_expired", cancellationToken);
        return ended.Succeeded ? ended : throw new InvalidOperationException(ended.Failure.Sentence);
    }

    private sealed record Due(Guid Id, Guid BusinessId);
}
