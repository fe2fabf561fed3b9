using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Compliance;

/// <summary>
/// Deletes old messages with their files and whatever else repeats their words, in conversations that rest. Conversations are walked
/// through in the order of their ids, a few at once: the log needs no index by time for this, which every message would have to write.
/// </summary>
internal sealed class OldMessages(HaloDbContext db)
{
    private const int ConversationsAtOnce = 100;
    private const int MessagesAtOnce = 200;

    /// <param name="after">The last conversation that this round is done with.</param>
    /// <param name="before">A message that was received later stays.</param>
    /// <param name="quietSince">A conversation with a later message does not rest.</param>
    public async Task<MessageWalk> RemoveAsync(
        Guid businessId, Guid after, DateTimeOffset before, DateTimeOffset quietSince, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var resting = await LockRestingAsync(businessId, after, before, quietSince, cancellationToken);
        if (resting.Length == 0)
        {
            return new MessageWalk(after, IsAtTheEnd: true, 0, 0);
        }

        var removed = await RemoveMessagesAsync(resting, before, now, cancellationToken);
        if (removed.Messages == MessagesAtOnce)
        {
            return new MessageWalk(after, IsAtTheEnd: false, removed.Messages, removed.Files);
        }

        await RemoveWhatRepeatsThemAsync(resting, before, cancellationToken);
        return new MessageWalk(resting[^1], resting.Length < ConversationsAtOnce, removed.Messages, removed.Files);
    }

    /// <summary>
    /// Nobody wrote for a while, and nothing waits: no message, no turn, no person, no order, no payment. A wish about the data waits as long
    /// as the person who was called for it.
    /// </summary>
    private async Task<Guid[]> LockRestingAsync(
        Guid businessId, Guid after, DateTimeOffset before, DateTimeOffset quietSince, CancellationToken cancellationToken) =>
    [
        .. await db.Database.SqlQuery<Guid>(
            $"""
            SELECT c.id AS "Value" FROM conversations c
            WHERE c.business_id = {businessId} AND c.id > {after} AND c.created_at < {before} AND COALESCE(c.last_message_at, c.created_at) < {quietSince}
              AND c.held_by_member_id IS NULL
              AND NOT EXISTS (SELECT 1 FROM message_logs m WHERE m.conversation_id = c.id AND m.direction = 0 AND m.turn_id IS NULL)
              AND NOT EXISTS (SELECT 1 FROM message_logs m WHERE m.conversation_id = c.id AND m.undelivered)
              AND NOT EXISTS (SELECT 1 FROM turns t WHERE t.conversation_id = c.id AND t.status = 'Running')
              AND NOT EXISTS (SELECT 1 FROM escalations e WHERE e.business_id = c.business_id AND e.contact_id = c.contact_id AND e.resolved_at IS NULL)
              AND NOT EXISTS (SELECT 1 FROM orders o WHERE o.contact_id = c.contact_id AND o.status NOT IN ('completed', 'cancelled', 'expired'))
              AND NOT EXISTS (SELECT 1 FROM orders o JOIN payments p ON p.order_id = o.id WHERE o.contact_id = c.contact_id AND p.status = 'Claimed')
            ORDER BY c.id LIMIT {ConversationsAtOnce} FOR NO KEY UPDATE OF c SKIP LOCKED
            """).ToListAsync(cancellationToken),
    ];

    /// <summary>
    /// What proves a consent or a wish about the data stays. A receipt's file is emptied only: that there was one, and its hash, belong to
    /// the payment. Rows are locked in the order of their ids, as status callbacks lock them.
    /// </summary>
    private async Task<Counts> RemoveMessagesAsync(Guid[] conversations, DateTimeOffset before, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await db.Database.SqlQuery<Counts>(
            $"""
            WITH old AS MATERIALIZED (
                SELECT m.id, m.conversation_id, m.created_at FROM message_logs m JOIN conversations c ON c.id = m.conversation_id
                WHERE m.conversation_id = ANY({conversations}) AND m.created_at < {before}
                  AND ((m.direction = 0 AND m.turn_id IS NOT NULL) OR (m.direction = 1 AND NOT m.undelivered))
                  AND NOT EXISTS (SELECT 1 FROM consents s WHERE s.contact_id = c.contact_id AND s.evidence_message_id = m.id)
                  AND NOT EXISTS (SELECT 1 FROM data_requests r WHERE r.contact_id = c.contact_id AND r.evidence_message_id = m.id)
                ORDER BY m.id LIMIT {MessagesAtOnce} FOR UPDATE OF m),
            emptied AS (
                UPDATE media_assets a SET encrypted_bytes = '', removed_at = {now}
                FROM old WHERE a.message_id = old.id AND a.removed_at IS NULL AND EXISTS (SELECT 1 FROM receipts r WHERE r.media_asset_id = a.id)
                RETURNING a.id),
            deleted AS (
                DELETE FROM media_assets a
                USING old WHERE a.message_id = old.id AND NOT EXISTS (SELECT 1 FROM receipts r WHERE r.media_asset_id = a.id)
                RETURNING a.id),
            gone AS (DELETE FROM message_logs m USING old WHERE m.id = old.id),
            told AS (
                UPDATE conversations c SET messages_removed_until = GREATEST(c.messages_removed_until, newest.at)
                FROM (SELECT conversation_id, max(created_at) AS at FROM old GROUP BY conversation_id) newest WHERE c.id = newest.conversation_id)
            SELECT (SELECT count(*) FROM old)::int AS messages, ((SELECT count(*) FROM emptied) + (SELECT count(*) FROM deleted))::int AS files
            """).ToListAsync(cancellationToken))[0];

    /// <summary>The wire form of messages that stay as a proof, the preview of the last one, the summary of a hand-back, the brief of what was settled.</summary>
    private async Task RemoveWhatRepeatsThemAsync(Guid[] conversations, DateTimeOffset before, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE message_logs SET raw = NULL
            WHERE conversation_id = ANY({conversations}) AND created_at < {before} AND raw IS NOT NULL AND turn_id IS NOT NULL
            """,
            cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE conversations
            SET last_message = CASE WHEN COALESCE(last_message_at, created_at) >= {before} THEN last_message END,
                hand_back_summary = CASE WHEN handed_back_at >= {before} THEN hand_back_summary END
            WHERE id = ANY({conversations})
              AND ((last_message IS NOT NULL AND COALESCE(last_message_at, created_at) < {before}) OR (hand_back_summary IS NOT NULL AND handed_back_at < {before}))
            """,
            cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE escalations SET detail = NULL, summary = NULL, suggested_reply = NULL
            WHERE conversation_id = ANY({conversations}) AND resolved_at IS NOT NULL AND (detail IS NOT NULL OR summary IS NOT NULL OR suggested_reply IS NOT NULL)
              AND resolved_at < {before}
            """,
            cancellationToken);
    }

    private sealed record Counts(int Messages, int Files);
}

/// <param name="Reached">The last conversation that the round is done with now.</param>
internal sealed record MessageWalk(Guid Reached, bool IsAtTheEnd, int Messages, int Files);
