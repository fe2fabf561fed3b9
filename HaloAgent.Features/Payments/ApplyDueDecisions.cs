using HaloAgent.Compliance;
using HaloAgent.Contracts.Live;
using HaloAgent.Data;
using HaloAgent.Orders;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Payments;

/// <summary>
/// Lets decisions take effect that can no longer be undone. What is no longer possible by then (the customer cancelled, the stock
/// is gone) is refused and stands in the audit trail. Any number of workers may do this at once.
/// </summary>
public sealed class ApplyDueDecisions(
    HaloDbContext db, ApprovePayment approve, RejectPayment reject, ChangeOrderStatus change, TimeProvider time)
{
    /// <returns>How many were dealt with; fewer than <paramref name="atMost"/> means that none is left.</returns>
    /// <exception cref="AggregateException">The others took effect, these could not.</exception>
    public Task<int> HandleAsync(int atMost, CancellationToken cancellationToken)
    {
        var round = new DueRound(db);
        return round.RunAsync(atMost, () => ApplyNextAsync(round, cancellationToken), cancellationToken);
    }

    private async Task<Outcome<Guid>> ApplyNextAsync(DueRound round, CancellationToken cancellationToken)
    {
        var due = await db.PendingDecisions
            .FromSql($"""
                      SELECT * FROM pending_decisions WHERE state = 'Pending' AND effective_at <= {time.GetUtcNow()} AND id <> ALL({round.LeftOut.ToArray()})
                      ORDER BY effective_at LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED
                      """)
            .ToListAsync(cancellationToken);
        if (due is not [var decision])
        {
            return PaymentFailures.NoSuchDecision;
        }

        round.Take(decision.Id);
        // No longer pending, or it would stand in its own way.
        decision.Applied(took: true);
        await db.SaveChangesAsync(cancellationToken);
        var outcome = await ApplyAsync(decision, cancellationToken);
        if (!outcome.Succeeded)
        {
            await RefuseAsync(decision.Id, outcome.Failure, cancellationToken);
        }

        return decision.Id;
    }

    private Task<Outcome<OrderFacts>> ApplyAsync(PendingDecision decision, CancellationToken cancellationToken) => decision.Kind switch
    {
        DecisionKind.Approve => approve.HandleAsync(decision.BusinessId, decision.OrderId, decision.Note, decision.Member, cancellationToken),
        DecisionKind.Reject => reject.HandleAsync(decision.BusinessId, decision.OrderId, decision.Note!, decision.Member, cancellationToken),
        _ => change.HandleAsync(decision.BusinessId, decision.OrderId, decision.Status!.Value, decision.Note, decision.Member, cancellationToken),
    };

    private async Task RefuseAsync(Guid decisionId, Failure why, CancellationToken cancellationToken)
    {
        // Whatever the refused use case had begun to change in memory is forgotten; it saved nothing.
        db.ChangeTracker.Clear();
        var decision = await db.PendingDecisions.SingleAsync(d => d.Id == decisionId, cancellationToken);
        decision.Applied(took: false);
        db.AuditEntries.Add(AuditEntry.Record(
            decision.BusinessId, decision.Member, "decision_not_possible", decision.OrderId, why.Sentence, time.GetUtcNow()));
        db.Announcements.Changed(LiveEventKinds.OrderChanged, decision.BusinessId, decision.OrderId);
        await db.SaveChangesAsync(cancellationToken);
    }
}
