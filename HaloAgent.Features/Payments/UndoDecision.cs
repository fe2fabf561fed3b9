using HaloAgent.Compliance;
using HaloAgent.Contracts.Live;
using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Payments;

/// <summary>Takes a decision back before it takes effect: nothing happens and the customer hears nothing.</summary>
public sealed class UndoDecision(HaloDbContext db, TimeProvider time)
{
    public Task<Outcome<PendingDecisionFacts>> HandleAsync(Guid businessId, Guid decisionId, Actor member, CancellationToken cancellationToken) =>
        db.InTransactionAsync<PendingDecisionFacts>(
            async () =>
            {
                var found = await db.PendingDecisions
                    .FromSql($"SELECT * FROM pending_decisions WHERE id = {decisionId} AND business_id = {businessId} FOR NO KEY UPDATE")
                    .ToListAsync(cancellationToken);
                if (found is not [var decision])
                {
                    return PaymentFailures.NoSuchDecision;
                }

                if (decision.State != DecisionState.Pending)
                {
                    return PaymentFailures.DecisionOver(decision);
                }

                decision.Undo();
                db.AuditEntries.Add(AuditEntry.Record(businessId, member, "decision_undone", decision.OrderId, null, time.GetUtcNow()));
                db.Announcements.Changed(LiveEventKinds.OrderChanged, businessId, decision.OrderId);
                await db.SaveChangesAsync(cancellationToken);
                return PendingDecisionFacts.Of(decision);
            },
            cancellationToken);
}
