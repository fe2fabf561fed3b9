using HaloAgent.Data;
using Npgsql;
using NpgsqlTypes;

namespace HaloAgent.Messaging;

/// <summary>The first undelivered message of a conversation, as the delivery pump finds it.</summary>
/// <param name="Taken">True: it is ours to send now. False: it waits until <paramref name="NotBefore"/>, or its outcome is unknown.</param>
/// <param name="Unsure">It was handed to the provider, but nobody knows how that ended; the provider has to be asked.</param>
public sealed record NextDelivery(
    long Id, bool Taken, bool Unsure, DateTimeOffset? NotBefore, MessageContent Content, MessageAuthor Author, int Attempts, DateTimeOffset FirstAttemptAt,
    DateTimeOffset SendingSince, DateTimeOffset QueuedAt, string? TraceParent);

/// <summary>A message that the provider took.</summary>
public sealed record SentDelivery(long Id, string ProviderMessageId);

/// <summary>
/// Station 12, deliver, first half: marks the next message as being sent, by a conditional UPDATE before the call, so that no two
/// activations send it. Before: the commit of a turn or of a member's message. After: the channel's sender. What many conversations
/// ask at once goes to the database as one statement.
/// </summary>
public sealed class TakeNextDelivery : IAsyncDisposable
{
    private readonly NpgsqlDataSource database;
    private readonly MessageCodec codec;
    private readonly TimeProvider time;
    private readonly GroupedWriter<Ask> asks;

    public TakeNextDelivery(NpgsqlDataSource database, MessageCodec codec, TimeProvider time)
    {
        (this.database, this.codec, this.time) = (database, codec, time);
        asks = new GroupedWriter<Ask>(laneCount: 1, capacity: 20_000, groupSize: 64, AnswerAsync, breath: MessagePath.Breath);
    }

    /// <summary>Notes that the provider took one message (<see cref="RecordAttempt.SentAsync"/>), and takes the next, in one statement.</summary>
    /// <param name="sent">Null: none was sent.</param>
    /// <param name="unknownAfter">How long an answer may be missing before the provider is asked what became of the message.</param>
    public async Task<NextDelivery?> HandleAsync(Guid conversationId, SentDelivery? sent, TimeSpan unknownAfter, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var ask = new Ask(conversationId, sent, unknownAfter);
        await asks.WriteAsync(conversationId, ask);
        return ask.Next;
    }

    public ValueTask DisposeAsync() => asks.DisposeAsync();

    private async Task AnswerAsync(IReadOnlyList<Ask> group, CancellationToken cancellationToken)
    {
        if (group.Select(ask => ask.Conversation).Distinct().Count() < group.Count)
        {
            // Two actors of one conversation: the second has to see what the first took.
            foreach (var ask in group)
            {
                await AnswerAsync([ask], cancellationToken);
            }

            return;
        }

        // Kept when the group failed and is asked again one by one: what the failed attempt took after all is recognised by it.
        foreach (var ask in group)
        {
            ask.At ??= time.GetUtcNow();
        }

        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(Array(group, ask => ask.Conversation, NpgsqlDbType.Uuid));
        command.Parameters.Add(Array(group, ask => ask.Sent?.Id, NpgsqlDbType.Bigint));
        command.Parameters.Add(Array(group, ask => ask.Sent?.ProviderMessageId, NpgsqlDbType.Text));
        command.Parameters.Add(Array(group, ask => ask.At, NpgsqlDbType.TimestampTz));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var byConversation = group.ToDictionary(ask => ask.Conversation);
        while (await reader.ReadAsync(cancellationToken))
        {
            var ask = byConversation[reader.GetGuid(11)];
            ask.Next = Read(reader, ask.At!.Value, ask.UnknownAfter);
        }
    }

    private NextDelivery Read(NpgsqlDataReader reader, DateTimeOffset now, TimeSpan unknownAfter)
    {
        var status = (DeliveryStatus)reader.GetInt16(2);
        var taken = reader.GetBoolean(1);
        DateTimeOffset? sendingSince = reader.IsDBNull(5) ? null : reader.GetFieldValue<DateTimeOffset>(5);
        DateTimeOffset? notBefore = reader.IsDBNull(3) ? null : reader.GetFieldValue<DateTimeOffset>(3);
        var unsureAt = notBefore > sendingSince + unknownAfter ? notBefore : sendingSince + unknownAfter;
        return new NextDelivery(
            reader.GetInt64(0),
            taken,
            Unsure: !taken && status is DeliveryStatus.Sending or DeliveryStatus.Unknown && unsureAt <= now,
            NotBefore: taken ? null : status == DeliveryStatus.Queued ? notBefore ?? now : unsureAt,
            codec.Decode(reader.GetFieldValue<byte[]>(6)).Content,
            (MessageAuthor)reader.GetInt16(7),
            reader.GetInt32(8) + (taken ? 1 : 0),
            reader.IsDBNull(4) ? now : reader.GetFieldValue<DateTimeOffset>(4),
            taken ? now : sendingSince ?? now,
            reader.GetFieldValue<DateTimeOffset>(9),
            reader.IsDBNull(10) ? null : reader.GetString(10));
    }

    // What was sent is locked in the order of the ids first: status callbacks write several of these rows at once, too.
    private const string Sql =
        """
        WITH asked AS (SELECT * FROM unnest($1, $2, $3, $4) AS a(conversation_id, sent, provider, at)),
        held AS MATERIALIZED (
            SELECT m.id FROM message_logs m JOIN asked a ON a.sent = m.id ORDER BY m.id FOR NO KEY UPDATE OF m),
        sent AS (
            UPDATE message_logs m SET delivery_status = GREATEST(m.delivery_status, 30), provider_message_id = COALESCE(m.provider_message_id, a.provider),
                                      next_attempt_at = NULL
            FROM asked a JOIN held h ON h.id = a.sent WHERE m.id = h.id AND m.delivery_status < 100),
        head AS (
            SELECT n.*, a.at FROM asked a CROSS JOIN LATERAL (
                SELECT m.id, m.delivery_status, m.next_attempt_at, m.first_attempt_at, m.sending_since, m.content, m.author, m.attempts, m.created_at,
                       m.trace_parent, m.conversation_id
                FROM message_logs m
                WHERE m.conversation_id = a.conversation_id AND m.undelivered AND (a.sent IS NULL OR m.id <> a.sent)
                ORDER BY m.id LIMIT 1) n),
        taken AS (
            UPDATE message_logs m SET delivery_status = 10, sending_since = head.at, next_attempt_at = NULL, first_attempt_at = COALESCE(m.first_attempt_at, head.at),
                                      attempts = m.attempts + 1
            FROM head WHERE m.id = head.id AND ((m.delivery_status = 0 AND (m.next_attempt_at IS NULL OR m.next_attempt_at <= head.at))
                                                OR (m.delivery_status = 10 AND m.sending_since = head.at))
            RETURNING m.id)
        SELECT head.id, taken.id IS NOT NULL, head.delivery_status, head.next_attempt_at, head.first_attempt_at, head.sending_since,
               head.content, head.author, head.attempts, head.created_at, head.trace_parent, head.conversation_id
        FROM head LEFT JOIN taken ON taken.id = head.id
        """;

    private static NpgsqlParameter Array<T>(IReadOnlyList<Ask> group, Func<Ask, T> value, NpgsqlDbType type) =>
        new() { Value = group.Select(value).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type };

    private sealed class Ask(Guid conversation, SentDelivery? sent, TimeSpan unknownAfter)
    {
        public Guid Conversation => conversation;

        public SentDelivery? Sent => sent;

        public TimeSpan UnknownAfter => unknownAfter;

        public DateTimeOffset? At { get; set; }

        /// <summary>Null: nothing waits.</summary>
        public NextDelivery? Next { get; set; }
    }
}

/// <summary>Station 12, second half: what became of the attempt.</summary>
public sealed class RecordAttempt(NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>The provider took it. A callback may have said more already: a status never moves backwards.</summary>
    public Task SentAsync(long id, string providerMessageId, CancellationToken cancellationToken) => ExecuteAsync(
        """
        UPDATE message_logs SET delivery_status = GREATEST(delivery_status, 30), provider_message_id = COALESCE(provider_message_id, @provider),
                                next_attempt_at = NULL
        WHERE id = @id AND delivery_status < 100
        """,
        id, cancellationToken, ("provider", providerMessageId));

    /// <summary>Refused for good: the next message may go.</summary>
    public Task FailedAsync(long id, string code, string reason, CancellationToken cancellationToken) => ExecuteAsync(
        """
        UPDATE message_logs SET delivery_status = 40, failure_code = @code, failure_reason = @reason, next_attempt_at = NULL
        WHERE id = @id AND delivery_status < 30
        """,
        id, cancellationToken, ("code", code), ("reason", reason));

    /// <summary>
    /// Not taken, may be later: back into the queue. It is certain that the provider did not take it, so what a take-over or an
    /// opt-out withdrew meanwhile from the queue is withdrawn here too, and not sent after it.
    /// </summary>
    public Task RetryAsync(long id, TimeSpan after, string code, CancellationToken cancellationToken) => ExecuteAsync(
        """
        UPDATE message_logs m
        SET delivery_status = CASE WHEN w.taken_over OR w.opted_out THEN 100 ELSE 0 END,
            next_attempt_at = CASE WHEN w.taken_over OR w.opted_out THEN NULL ELSE @at END,
            failure_code = CASE WHEN w.taken_over THEN 'taken_over' WHEN w.opted_out THEN 'opted_out' ELSE @code END,
            failure_reason = CASE WHEN w.taken_over THEN 'Not sent: a person took the chat over first.'
                                  WHEN w.opted_out THEN 'Not sent: the customer asked for no more messages.' END
        FROM (SELECT i.id, i.author = 1 AND c.held_since IS NOT NULL AND c.held_since > i.created_at AS taken_over,
                     p.opted_out_at IS NOT NULL AND p.opted_out_at > i.created_at AS opted_out
              FROM message_logs i JOIN conversations c ON c.id = i.conversation_id JOIN contacts p ON p.id = c.contact_id WHERE i.id = @id) w
        WHERE m.id = w.id AND m.delivery_status IN (10, 20)
        """,
        id, cancellationToken, ("at", time.GetUtcNow() + after), ("code", code));

    /// <summary>
    /// The provider did not answer the question either: it is asked again later. When it was sent stays as it was: by that time the
    /// message is recognised in the provider's list.
    /// </summary>
    public Task PostponeLookupAsync(long id, TimeSpan after, CancellationToken cancellationToken) => ExecuteAsync(
        "UPDATE message_logs SET delivery_status = 20, next_attempt_at = @at WHERE id = @id AND delivery_status IN (10, 20)",
        id, cancellationToken, ("at", time.GetUtcNow() + after));

    /// <summary>Which of the provider's ids belong to none of our other messages: two messages with the same words are not one.</summary>
    public async Task<IReadOnlyList<string>> NotYetOursAsync(Guid conversationId, long id, IReadOnlyList<string> providerIds, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            SELECT sid FROM unnest(@sids) AS sid
            WHERE NOT EXISTS (SELECT 1 FROM message_logs m WHERE m.conversation_id = @conversation AND m.provider_message_id = sid AND m.id <> @id)
            """);
        command.Parameters.AddWithValue("sids", providerIds.ToArray());
        command.Parameters.AddWithValue("conversation", conversationId);
        command.Parameters.AddWithValue("id", id);
        var free = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            free.Add(reader.GetString(0));
        }

        return free;
    }

    /// <summary>The answer was lost: nobody knows whether the provider took it.</summary>
    public Task UnknownAsync(long id, CancellationToken cancellationToken) => ExecuteAsync(
        "UPDATE message_logs SET delivery_status = 20 WHERE id = @id AND delivery_status = 10", id, cancellationToken);

    private async Task ExecuteAsync(string sql, long id, CancellationToken cancellationToken, params (string Name, object Value)[] values)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter("id", NpgsqlDbType.Bigint) { Value = id });
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
