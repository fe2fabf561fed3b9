using System.Collections.Concurrent;
using System.Diagnostics;
using HaloAgent.Channels;
using HaloAgent.Conversations;
using HaloAgent.Data;
using Npgsql;
using NpgsqlTypes;

namespace HaloAgent.Messaging;

/// <summary>
/// Station 4, record: one durable insert, unique on (channel account, provider message id); a repeat changes nothing.
/// Before: a channel's translator (station 3). After: 200 to the provider, and a hint to the conversation's actor (station 5).
/// </summary>
public sealed class ReceiveMessage : IAsyncDisposable
{
    private const int RememberedAccounts = 4_000;
    private readonly NpgsqlDataSource database;
    private readonly MessageCodec codec;
    private readonly BlindIndex index;
    private readonly IConversationWaker waker;
    private readonly TimeProvider time;
    private readonly GroupedWriter<Row> writer;
    private readonly ConcurrentDictionary<(Channel, string), Guid> accounts = new();

    public ReceiveMessage(NpgsqlDataSource database, MessageCodec codec, BlindIndex index, IConversationWaker waker, TimeProvider time)
    {
        (this.database, this.codec, this.index, this.waker, this.time) = (database, codec, index, waker, time);
        writer = new GroupedWriter<Row>(laneCount: 2, capacity: 20_000, groupSize: 256, InsertAsync);
    }

    /// <returns>The conversation's id, once the message is durable.</returns>
    /// <exception cref="WriterBusyException">Too much waits: answer 503, the provider tries again.</exception>
    /// <exception cref="NpgsqlException">The insert failed: answer 5xx, the provider tries again.</exception>
    public async Task<Guid> HandleAsync(InboundMessage message)
    {
        var account = AccountOf(message);
        var conversation = ConversationKeys.Conversation(index, account, message.Sender.ExternalId);
        var row = new Row(
            conversation, account, (int)message.Content.Kind, message.ProviderMessageId,
            codec.Encode(new MessageEnvelope { Content = message.Content, Sender = message.Sender }), codec.EncodeRaw(message.Raw),
            time.GetUtcNow(), message.ProviderTime, Activity.Current?.Id);
        await writer.WriteAsync(conversation, row);
        return conversation;
    }

    /// <summary>The shops' addresses are few and come with every message; the bound is for the day when they are not.</summary>
    private Guid AccountOf(InboundMessage message)
    {
        var address = (message.Channel, message.Sender.Account);
        if (!accounts.TryGetValue(address, out var account))
        {
            account = ConversationKeys.Account(index, message.Channel, message.Sender.Account);
            if (accounts.Count < RememberedAccounts)
            {
                accounts[address] = account;
            }
        }

        return account;
    }

    public ValueTask DisposeAsync() => writer.DisposeAsync();

    private async Task InsertAsync(IReadOnlyList<Row> rows, CancellationToken cancellationToken)
    {
        await using (var command = database.CreateCommand(InsertSql))
        {
            command.Parameters.Add(Array(rows, row => row.ConversationId, NpgsqlDbType.Uuid));
            command.Parameters.Add(Array(rows, row => row.ChannelAccountId, NpgsqlDbType.Uuid));
            command.Parameters.Add(Array(rows, row => row.Kind, NpgsqlDbType.Integer));
            command.Parameters.Add(Array(rows, row => row.ProviderMessageId, NpgsqlDbType.Text));
            command.Parameters.Add(Array(rows, row => row.Content, NpgsqlDbType.Bytea));
            command.Parameters.Add(Array(rows, row => row.Raw, NpgsqlDbType.Bytea));
            command.Parameters.Add(Array(rows, row => row.CreatedAt, NpgsqlDbType.TimestampTz));
            command.Parameters.Add(Array(rows, row => row.ProviderTime, NpgsqlDbType.TimestampTz));
            command.Parameters.Add(Array(rows, row => row.TraceParent, NpgsqlDbType.Text));
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        foreach (var conversation in rows.Select(row => row.ConversationId).Distinct())
        {
            waker.Hear(conversation);
        }
    }

    private const string InsertSql =
        """
        INSERT INTO message_logs (conversation_id, channel_account_id, kind, provider_message_id, content, raw, created_at, provider_time,
                                  trace_parent, direction, author, attempts)
        SELECT *, 0, 0, 0 FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT DO NOTHING
        """;

    private static NpgsqlParameter Array<T>(IReadOnlyList<Row> rows, Func<Row, T> value, NpgsqlDbType type) =>
        new() { Value = rows.Select(value).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type };

    private readonly record struct Row(
        Guid ConversationId, Guid ChannelAccountId, int Kind, string ProviderMessageId, byte[] Content, byte[] Raw, DateTimeOffset CreatedAt,
        DateTimeOffset? ProviderTime, string? TraceParent);
}
