using HaloAgent.Compliance;
using HaloAgent.Contracts.Live;
using HaloAgent.Data;
using HaloAgent.Messaging;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Conversations;

/// <summary>
/// A member has seen to messages of a chat that were not delivered (called, wrote again, let it be): they need nobody any more. Exactly
/// those that were shown to them, however old; what has failed meanwhile nobody has seen.
/// </summary>
public sealed class SettleFailedMessages(HaloDbContext db, TimeProvider time)
{
    /// <returns>How many there were; those that a colleague has seen to before are not counted again.</returns>
    public Task<Outcome<int>> HandleAsync(Guid businessId, Guid conversationId, IReadOnlyList<long> messages, Actor member, CancellationToken cancellationToken) =>
        db.InTransactionAsync<int>(
            async () =>
            {
                if (!await db.Conversations.AnyAsync(c => c.Id == conversationId && c.BusinessId == businessId, cancellationToken))
                {
                    return TakeOverConversation.NoSuchConversation;
                }

                var now = time.GetUtcNow();
                var seen = await db.Messages.Undelivered(businessId).Where(m => m.ConversationId == conversationId && messages.Contains(m.Id))
                    .ExecuteUpdateAsync(set => set.SetProperty(m => m.FailureSeenAt, now), cancellationToken);
                if (seen > 0)
                {
                    db.AuditEntries.Add(AuditEntry.Record(businessId, member, "failed_messages_seen", conversationId, null, now));
                    db.Announcements.Changed(LiveEventKinds.MessageChanged, businessId, conversationId);
                    await db.SaveChangesAsync(cancellationToken);
                }

                return seen;
            },
            cancellationToken);
}
