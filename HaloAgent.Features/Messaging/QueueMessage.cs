using System.Diagnostics;
using HaloAgent.Contracts.Live;
using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace HaloAgent.Messaging;

/// <summary>A message to a customer that is to be sent.</summary>
/// <param name="OperationId">Unique: queued twice is sent once.</param>
public sealed record OutboundDraft(
    Guid BusinessId, Guid ConversationId, MessageAuthor Author, string? AuthorName, MessageContent Content, string OperationId, Guid? TurnId = null);

/// <summary>
/// Puts a message into the log, to be delivered in order by the conversation's actor after the commit; joins the context's
/// transaction. To a customer who opted out nothing is sent: the row says so and the owner sees it.
/// </summary>
public sealed class QueueMessage(HaloDbContext db, MessageCodec codec, TimeProvider time)
{
    public const string OptedOutReason = "Not sent: the customer asked for no more messages. They can write START to hear from you again.";

    /// <returns>The row's id, or null when this operation was queued before.</returns>
    public async Task<long?> HandleAsync(OutboundDraft draft, CancellationToken cancellationToken)
    {
        var ids = await db.Database.SqlQueryRaw<long>(Sql, Parameters(draft)).ToListAsync(cancellationToken);
        if (ids is not [var id])
        {
            return null;
        }

        db.Announcements.Wake(draft.ConversationId);
        db.Announcements.Changed(LiveEventKinds.MessageChanged, draft.BusinessId, draft.ConversationId);
        return id;
    }

    // It only inserts, and locks no row of conversations: a member's decision holds the order, a tool holds the conversation,
    // and each would wait for the other.
    private const string Sql =
        """
        INSERT INTO message_logs (conversation_id, channel_account_id, business_id, direction, author, author_name, kind, content, created_at,
                                  turn_id, trace_parent, delivery_status, attempts, failure_code, failure_reason, operation_id)
        SELECT c.id, c.channel_account_id, c.business_id, 1, @author, @author_name, @kind, @content, @now, @turn, @trace,
               CASE WHEN p.opted_out_at IS NULL THEN 0 ELSE 40 END, 0,
               CASE WHEN p.opted_out_at IS NOT NULL THEN 'opted_out' END,
               CASE WHEN p.opted_out_at IS NOT NULL THEN @opted_out_reason END, @operation
        FROM conversations c JOIN contacts p ON p.id = c.contact_id
        WHERE c.id = @conversation AND c.business_id = @business
        ON CONFLICT DO NOTHING
        RETURNING id AS "Value"
        """;

    private object[] Parameters(OutboundDraft draft) =>
    [
        new NpgsqlParameter("now", time.GetUtcNow()),
        new NpgsqlParameter("conversation", draft.ConversationId),
        new NpgsqlParameter("business", draft.BusinessId),
        new NpgsqlParameter("author", (short)draft.Author),
        new NpgsqlParameter("author_name", NpgsqlDbType.Text) { Value = (object?)draft.AuthorName ?? DBNull.Value },
        new NpgsqlParameter("kind", (int)draft.Content.Kind),
        new NpgsqlParameter("content", codec.Encode(new MessageEnvelope { Content = draft.Content })),
        new NpgsqlParameter("turn", NpgsqlDbType.Uuid) { Value = (object?)draft.TurnId ?? DBNull.Value },
        new NpgsqlParameter("trace", NpgsqlDbType.Text) { Value = (object?)Activity.Current?.Id ?? DBNull.Value },
        new NpgsqlParameter("opted_out_reason", OptedOutReason),
        new NpgsqlParameter("operation", draft.OperationId),
    ];
}
