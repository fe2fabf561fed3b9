using HaloAgent.Compliance;
using HaloAgent.Contracts.Live;
using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Conversations;

/// <summary>A member has seen to what a conversation needed a person for.</summary>
public sealed class ResolveEscalation(HaloDbContext db, TimeProvider time)
{
    /// <summary>Resolves every open request of the conversation. Handing the chat back does not: the agent may go on while somebody still sees to it.</summary>
    /// <returns>How many were open.</returns>
    public Task<Outcome<int>> HandleAsync(Guid businessId, Guid conversationId, Actor member, CancellationToken cancellationToken) =>
        db.InTransactionAsync<int>(
            async () =>
            {
                if (!await db.Conversations.AnyAsync(c => c.Id == conversationId && c.BusinessId == businessId, cancellationToken))
                {
                    return TakeOverConversation.NoSuchConversation;
                }

                var open = await db.Escalations
                    .FromSql($"""
                              SELECT * FROM escalations WHERE conversation_id = {conversationId} AND business_id = {businessId}
                              AND resolved_at IS NULL ORDER BY id FOR NO KEY UPDATE
                              """)
                    .ToListAsync(cancellationToken);
                foreach (var escalation in open)
                {
                    escalation.Resolve(member.Name, time.GetUtcNow());
                    db.AuditEntries.Add(AuditEntry.Record(
                        businessId, member, "escalation_resolved", conversationId, escalation.Reason.ToString(), time.GetUtcNow()));
                }

                if (open.Any(escalation => escalation.Reason == EscalationReason.DataRequest))
                {
                    await SettleDataRequestsAsync(businessId, conversationId, cancellationToken);
                }

                db.Announcements.Changed(LiveEventKinds.EscalationChanged, businessId, conversationId);
                await db.SaveChangesAsync(cancellationToken);
                return open.Count;
            },
            cancellationToken);

    /// <summary>What the customer wished about their data has been seen to: the next wish is a new one.</summary>
    private Task<int> SettleDataRequestsAsync(Guid businessId, Guid conversationId, CancellationToken cancellationToken) => db.DataRequests
        .Where(r => r.BusinessId == businessId && r.ConversationId == conversationId && r.DoneAt == null)
        .ExecuteUpdateAsync(set => set.SetProperty(r => r.DoneAt, time.GetUtcNow()), cancellationToken);
}
