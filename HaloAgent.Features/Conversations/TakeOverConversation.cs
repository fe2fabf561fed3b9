using HaloAgent.Compliance;
using HaloAgent.Contracts.Live;
using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Conversations;

/// <summary>
/// A member takes the chat over: from this commit on no reply of the agent can be committed or sent. Replies not yet handed to
/// the provider are withdrawn, the running turn loses its epoch, waiting messages are the member's to answer.
/// </summary>
public sealed class TakeOverConversation(HaloDbContext db, TimeProvider time)
{
    public static readonly Failure NoSuchConversation = Failure.NotFound("conversation");

    public Task<Outcome<Guid>> HandleAsync(Guid businessId, Guid conversationId, Actor member, CancellationToken cancellationToken) =>
        db.InTransactionAsync<Guid>(
            async () =>
            {
                if (!await HoldAsync(businessId, conversationId, member, cancellationToken))
                {
                    return await db.Conversations.AnyAsync(c => c.Id == conversationId && c.BusinessId == businessId, cancellationToken)
                        ? conversationId
                        : NoSuchConversation;
                }

                await WithdrawUnsentAsync(conversationId, cancellationToken);
                db.AuditEntries.Add(AuditEntry.Record(businessId, member, "conversation_taken_over", conversationId, null, time.GetUtcNow()));
                await db.SaveChangesAsync(cancellationToken);
                db.Announcements.Interrupt(conversationId);
                db.Announcements.Wake(conversationId);
                db.Announcements.Changed(LiveEventKinds.ConversationChanged, businessId, conversationId);
                return conversationId;
            },
            cancellationToken);

    /// <returns>False when this member holds it already, or there is no such conversation.</returns>
    private async Task<bool> HoldAsync(Guid businessId, Guid conversationId, Actor member, CancellationToken cancellationToken) =>
        await db.Conversations
            .Where(c => c.Id == conversationId && c.BusinessId == businessId && (c.HeldByMemberId == null || c.HeldByMemberId != member.MemberId))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(c => c.HeldByMemberId, member.MemberId)
                    .SetProperty(c => c.HeldByName, member.Name)
                    .SetProperty(c => c.HeldSince, time.GetUtcNow())
                    .SetProperty(c => c.Epoch, c => c.Epoch + 1),
                cancellationToken) == 1;

    private Task<int> WithdrawUnsentAsync(Guid conversationId, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            UPDATE message_logs SET delivery_status = 100, failure_code = 'taken_over', failure_reason = 'Not sent: a person took the chat over first.'
            WHERE conversation_id = {conversationId} AND undelivered AND author = 1 AND delivery_status = 0
            """,
            cancellationToken);
}
