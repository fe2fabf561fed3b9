using HaloAgent.Contracts.Live;
using HaloAgent.Conversations;
using HaloAgent.Live;
using Npgsql;

namespace HaloAgent.Messaging;

/// <summary>A customer's message that no turn has taken.</summary>
/// <param name="SentAt">When it was accepted.</param>
public sealed record WaitingMessage(long Id, MessageContent Content, DateTimeOffset SentAt);

/// <summary>
/// Closes messages unanswered while a person has the chat: they are for that person to read. A closed turn says so in the log,
/// and after the hand-back the agent does not answer old messages.
/// </summary>
public sealed class CloseWaiting(NpgsqlDataSource database, MessageCodec codec, ILiveEvents live, TimeProvider time)
{
    /// <returns>What waits, in the order of its acceptance.</returns>
    public async Task<IReadOnlyList<WaitingMessage>> ReadAsync(Guid conversationId, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "SELECT id, content, created_at FROM message_logs WHERE conversation_id = @conversation AND direction = 0 AND turn_id IS NULL ORDER BY id LIMIT 200");
        command.Parameters.AddWithValue("conversation", conversationId);
        var waiting = new List<WaitingMessage>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            waiting.Add(new WaitingMessage(reader.GetInt64(0), codec.Decode(reader.GetFieldValue<byte[]>(1)).Content, reader.GetFieldValue<DateTimeOffset>(2)));
        }

        return waiting;
    }

    /// <param name="waiting">What was read: exactly these are closed.</param>
    /// <returns>How many messages were closed.</returns>
    public async Task<int> HandleAsync(ConversationSnapshot conversation, IReadOnlyList<WaitingMessage> waiting, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var command = database.CreateCommand(Sql);
        command.Parameters.AddWithValue("conversation", conversation.Id);
        command.Parameters.AddWithValue("business", conversation.BusinessId);
        command.Parameters.AddWithValue("turn", Guid.CreateVersion7(now));
        command.Parameters.AddWithValue("now", now);
        command.Parameters.AddWithValue("gate", Answerers.HeldGate);
        command.Parameters.AddWithValue("preview", codec.EncodePreview(waiting[^1].Content));
        command.Parameters.AddWithValue("ids", waiting.Select(message => message.Id).ToArray());
        var closed = (int)(long)(await command.ExecuteScalarAsync(cancellationToken) ?? 0L);
        live.Publish(new LiveEvent(LiveEventKinds.MessageChanged, conversation.BusinessId, conversation.Id));
        return closed;
    }

    private const string Sql =
        """
        WITH held AS (
            SELECT epoch FROM conversations WHERE id = @conversation AND held_by_member_id IS NOT NULL FOR NO KEY UPDATE),
        taken AS (
            UPDATE message_logs m SET turn_id = @turn, business_id = @business
            FROM held WHERE m.id = ANY(@ids) AND m.conversation_id = @conversation AND m.direction = 0 AND m.turn_id IS NULL
            RETURNING m.id),
        closed AS (
            INSERT INTO turns (id, conversation_id, business_id, epoch, status, attempts, brain, brain_reason, started_at, completed_at)
            SELECT @turn, @conversation, @business, epoch, 'Closed', 1, @gate, 'A person has the chat', @now, @now
            FROM held WHERE EXISTS (SELECT 1 FROM taken)),
        seen AS (
            UPDATE conversations SET last_inbound_at = @now, last_message_at = @now, last_message = @preview, last_author = 'Customer',
                                     unread_count = unread_count + (SELECT count(*) FROM taken)
            WHERE id = @conversation AND EXISTS (SELECT 1 FROM taken))
        SELECT count(*) FROM taken
        """;
}
