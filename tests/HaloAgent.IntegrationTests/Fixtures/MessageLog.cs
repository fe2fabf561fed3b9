using HaloAgent.Data;
using HaloAgent.Messaging;
using Npgsql;

namespace HaloAgent.IntegrationTests.Fixtures;

/// <summary>Reads the one log as it stands in PostgreSQL, decrypted.</summary>
internal sealed class MessageLog(string connectionString, SecurityKeys keys) : IAsyncDisposable
{
    private readonly NpgsqlDataSource database = NpgsqlDataSource.Create(connectionString);
    private readonly MessageCodec codec = new(new PersonalDataCipher(keys));

    public BlindIndex Index { get; } = new(keys);

    /// <summary>A conversation's rows in the order of their ids.</summary>
    public Task<List<LoggedMessage>> ReadAsync(Guid conversationId) => ReadWhereAsync("true", conversationId);

    /// <summary>
    /// The same while no turn runs, otherwise none. One statement, so one snapshot: a turn that began between two of them would
    /// show its messages as taken and its replies not at all.
    /// </summary>
    public Task<List<LoggedMessage>> ReadAtRestAsync(Guid conversationId) => ReadWhereAsync(
        "NOT EXISTS (SELECT FROM turns WHERE turns.conversation_id = $1 AND turns.status = 'Running')", conversationId);

    private async Task<List<LoggedMessage>> ReadWhereAsync(string condition, Guid conversationId)
    {
        await using var command = database.CreateCommand(
            $"""
            SELECT id, direction, author, delivery_status, provider_message_id, turn_id, failure_code, failure_reason, attempts, content, raw
            FROM message_logs WHERE conversation_id = $1 AND {condition} ORDER BY id
            """);
        command.Parameters.AddWithValue(conversationId);
        var rows = new List<LoggedMessage>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var envelope = codec.Decode(reader.GetFieldValue<byte[]>(9));
            rows.Add(new LoggedMessage(
                reader.GetInt64(0), (MessageDirection)reader.GetInt16(1), (MessageAuthor)reader.GetInt16(2),
                reader.IsDBNull(3) ? null : (DeliveryStatus)reader.GetInt16(3), reader.IsDBNull(4) ? null : reader.GetString(4),
                reader.IsDBNull(5) ? null : reader.GetGuid(5), reader.IsDBNull(6) ? null : reader.GetString(6),
                reader.IsDBNull(7) ? null : reader.GetString(7), reader.GetInt32(8), envelope.Content, envelope.Sender));
        }

        return rows;
    }

    public async Task<List<LoggedMessage>> RepliesAsync(Guid conversationId) =>
        (await ReadAsync(conversationId)).FindAll(row => row.Direction == MessageDirection.Outbound);

    public async Task<List<LoggedMessage>> InboundAsync(Guid conversationId) =>
        (await ReadAsync(conversationId)).FindAll(row => row.Direction == MessageDirection.Inbound);

    public async Task<T> ScalarAsync<T>(string sql, params object[] values)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.AddWithValue(value);
        }

        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>After a restart of the server: the test's own pooled connections are dead too.</summary>
    public void ForgetConnections() => database.Clear();

    public ValueTask DisposeAsync() => database.DisposeAsync();
}

internal sealed record LoggedMessage(
    long Id, MessageDirection Direction, MessageAuthor Author, DeliveryStatus? Status, string? ProviderId, Guid? TurnId, string? FailureCode,
    string? FailureReason, int Attempts, MessageContent Content, MessageSender? Sender)
{
    public string Text => Content.Text;

    public bool Arrived => Status is DeliveryStatus.Sent or DeliveryStatus.Delivered or DeliveryStatus.Read;

    public override string ToString() => $"{Id} {Direction} {Status} {FailureCode} turn {TurnId}: {Text}";
}
