using HaloAgent.Compliance;
using HaloAgent.Contracts.Live;
using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Conversations;

/// <summary>
/// A member hands the chat back: the agent answers from the next message on, not what came while the member had it, and knows in
/// short what was said. A summary of the cart that was shown before is to be shown again: a yes may now mean what the member asked.
/// </summary>
public sealed class ReturnToAgent(HaloDbContext db, SummariseHeldChat summarise, TimeProvider time)
{
    public Task<Outcome<Guid>> HandleAsync(Guid businessId, Guid conversationId, Actor member, string? note, CancellationToken cancellationToken) =>
        db.InTransactionAsync<Guid>(
            async () =>
            {
                var mine = db.Conversations.Where(c => c.Id == conversationId && c.BusinessId == businessId);
                var held = await mine.Where(c => c.HeldByMemberId != null)
                    .Select(c => new { c.ContactId, Name = c.HeldByName ?? member.Name, Since = c.HeldSince ?? c.CreatedAt }).SingleOrDefaultAsync(cancellationToken);
                if (held is null)
                {
                    return await mine.AnyAsync(cancellationToken) ? conversationId : TakeOverConversation.NoSuchConversation;
                }

                var summary = await summarise.HandleAsync(businessId, conversationId, held.Name, held.Since, note, cancellationToken);
                await ReleaseAsync(mine, held.Name, summary, cancellationToken);
                await ForgetShownSummaryAsync(businessId, held.ContactId, cancellationToken);
                db.AuditEntries.Add(AuditEntry.Record(businessId, member, "conversation_handed_back", conversationId, note, time.GetUtcNow()));
                await db.SaveChangesAsync(cancellationToken);
                db.Announcements.Wake(conversationId);
                db.Announcements.Changed(LiveEventKinds.ConversationChanged, businessId, conversationId);
                return conversationId;
            },
            cancellationToken);

    private Task<int> ReleaseAsync(IQueryable<Conversation> conversation, string by, string summary, CancellationToken cancellationToken) =>
        conversation.Where(c => c.HeldByMemberId != null).ExecuteUpdateAsync(
            set => set
                .SetProperty(c => c.HeldByMemberId, (Guid?)null)
                .SetProperty(c => c.HeldByName, (string?)null)
                .SetProperty(c => c.HeldSince, (DateTimeOffset?)null)
                .SetProperty(c => c.HandedBackAt, time.GetUtcNow())
                .SetProperty(c => c.HandedBackBy, by)
                .SetProperty(c => c.HandBackSummary, summary)
                .SetProperty(c => c.Epoch, c => c.Epoch + 1),
            cancellationToken);

    private Task<int> ForgetShownSummaryAsync(Guid businessId, Guid contactId, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"UPDATE carts SET summary_shown = NULL WHERE contact_id = {contactId} AND business_id = {businessId} AND summary_shown IS NOT NULL", cancellationToken);
}
