namespace HaloAgent.Messaging;

/// <summary>The statements of <see cref="ClaimTurn"/>.</summary>
internal static class ClaimTurnSql
{
    /// <summary>Each row of <c>asked</c> is one conversation; conversations are distinct and locked in the order of their ids, as a turn's end locks them.</summary>
    public const string Claim =
        """
        WITH asked AS (SELECT * FROM unnest(@conversations, @epochs, @turns, @businesses) AS a(conversation, epoch, turn, business)),
        held AS MATERIALIZED (
            SELECT a.conversation, a.epoch, a.turn, a.business
            FROM asked a JOIN conversations c ON c.id = a.conversation AND c.epoch = a.epoch AND c.held_by_member_id IS NULL
            ORDER BY c.id FOR NO KEY UPDATE OF c),
        waiting AS MATERIALIZED (
            SELECT h.conversation, m.id, m.trace_parent FROM held h CROSS JOIN LATERAL (
                SELECT id, trace_parent FROM message_logs WHERE conversation_id = h.conversation AND direction = 0 AND turn_id IS NULL ORDER BY id LIMIT 200) m),
        claimed AS (
            UPDATE conversations c SET epoch = c.epoch + 1, last_inbound_at = @now, unread_count = c.unread_count + w.messages
            FROM held h JOIN (SELECT conversation, count(*) AS messages FROM waiting GROUP BY conversation) w ON w.conversation = h.conversation
            WHERE c.id = h.conversation AND c.epoch = h.epoch
            RETURNING c.id, c.epoch, h.turn, h.business),
        begun AS (
            INSERT INTO turns (id, conversation_id, business_id, epoch, status, attempts, started_at, trace_parent)
            SELECT turn, id, business, epoch, 'Running', 1, @now,
                   (SELECT trace_parent FROM waiting WHERE conversation = claimed.id ORDER BY waiting.id LIMIT 1)
            FROM claimed)
        UPDATE message_logs m SET turn_id = c.turn, business_id = c.business
        FROM waiting w JOIN claimed c ON c.id = w.conversation WHERE m.id = w.id AND m.turn_id IS NULL
        RETURNING m.id, m.content, m.created_at, m.provider_message_id, m.trace_parent, m.conversation_id
        """;

    public const string Carts =
        """
        SELECT lines, fulfillment, delivery_address, delivery_area, note, uses_points, version, summary_shown, updated_at, contact_id
        FROM carts JOIN unnest(@contacts, @businesses) AS a(contact, business) ON contact_id = a.contact AND business_id = a.business
        """;

    public const string Gather =
        """
        WITH held AS (SELECT 1 FROM conversations WHERE id = @conversation AND epoch = @epoch FOR NO KEY UPDATE)
        UPDATE message_logs m SET turn_id = @turn, business_id = @business
        FROM held WHERE m.conversation_id = @conversation AND m.direction = 0 AND m.turn_id IS NULL
        RETURNING m.id, m.content, m.created_at, m.provider_message_id, m.trace_parent
        """;

    public const string Resume =
        """
        WITH claimed AS (
            UPDATE conversations SET epoch = epoch + 1
            WHERE id = @conversation AND held_by_member_id IS NULL
              AND EXISTS (SELECT 1 FROM turns WHERE conversation_id = @conversation AND status = 'Running')
            RETURNING epoch)
        UPDATE turns t SET epoch = claimed.epoch, attempts = attempts + 1
        FROM claimed
        WHERE t.id = (SELECT id FROM turns WHERE conversation_id = @conversation AND status = 'Running' ORDER BY started_at, id LIMIT 1)
        RETURNING t.id, t.attempts, t.started_at, t.trace_parent
        """;

    public const string ResumedCart =
        """
        SELECT k.lines, k.fulfillment, k.delivery_address, k.delivery_area, k.note, k.uses_points, k.version, k.summary_shown, k.updated_at
        FROM conversations c JOIN carts k ON k.contact_id = c.contact_id AND k.business_id = c.business_id WHERE c.id = @conversation
        """;

    public const string ResumedMessages =
        """
        SELECT m.id, m.content, m.created_at, m.provider_message_id, m.trace_parent
        FROM message_logs m
        WHERE m.direction = 0 AND m.conversation_id = @conversation
          AND m.turn_id = (SELECT id FROM turns WHERE conversation_id = @conversation AND status = 'Running' ORDER BY started_at, id LIMIT 1)
        ORDER BY m.id
        """;
}
