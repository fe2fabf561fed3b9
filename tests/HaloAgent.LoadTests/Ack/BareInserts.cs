using System.Diagnostics;
using HaloAgent.LoadTests.Measure;
using HaloAgent.LoadTests.Target;
using Npgsql;
using NpgsqlTypes;

namespace HaloAgent.LoadTests.Ack;

/// <summary>
/// The yardstick: what PostgreSQL takes when each connection inserts one row after the other, each in its own
/// transaction, into a table made like <c>message_logs</c> with all its indexes. The row is one that a webhook of
/// this run has left, so it has the same size.
/// </summary>
internal sealed class BareInserts(SystemUnderTest system, string sidPrefix)
{
    private const string Table = "load_baseline";
    private const string Insert =
        $"""
        INSERT INTO {Table} (conversation_id, channel_account_id, kind, provider_message_id, content, raw, created_at, direction, author, attempts)
        VALUES ($1, $2, $3, $4, $5, $6, $7, 0, 0, 0)
        """;

    private byte[] content = [];
    private byte[] raw = [];
    private Guid account;
    private int kind;
    private long rows;

    public async Task PrepareAsync(CancellationToken cancellation)
    {
        await using var command = system.Database.CreateCommand(
            $"DROP TABLE IF EXISTS {Table}; CREATE TABLE {Table} (LIKE message_logs INCLUDING ALL)");
        await command.ExecuteNonQueryAsync(cancellation);

        await using var sample = system.Database.CreateCommand("SELECT content, raw, channel_account_id, kind FROM message_logs WHERE provider_message_id LIKE $1 LIMIT 1");
        sample.Parameters.AddWithValue(sidPrefix + "%");
        await using var row = await sample.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        (content, raw, account, kind) = (row.GetFieldValue<byte[]>(0), row.IsDBNull(1) ? [] : row.GetFieldValue<byte[]>(1), row.GetGuid(2), row.GetInt32(3));
    }

    /// <returns>Rows a second.</returns>
    public async Task<double> RunAsync(int connections, TimeSpan time, CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var before = Interlocked.Read(ref rows);
        var watch = Stopwatch.StartNew();
        end.CancelAfter(time);
        await LoadThreads.RunAsync(connections, _ => InsertUntil(end.Token));
        return (Interlocked.Read(ref rows) - before) / watch.Elapsed.TotalSeconds;
    }

    public async Task DropAsync()
    {
        await using var command = system.Database.CreateCommand($"DROP TABLE IF EXISTS {Table}");
        await command.ExecuteNonQueryAsync();
    }

    private void InsertUntil(CancellationToken end)
    {
        using var connection = system.Database.OpenConnection();
        using var command = new NpgsqlCommand(Insert, connection);
        var conversation = command.Parameters.Add(new NpgsqlParameter<Guid>());
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = account });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = kind });
        var sid = command.Parameters.Add(new NpgsqlParameter<string>());
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = content });
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = raw });
        var at = command.Parameters.Add(new NpgsqlParameter<DateTime> { NpgsqlDbType = NpgsqlDbType.TimestampTz });
        command.Prepare();
        var conversations = Enumerable.Range(0, 200).Select(_ => Guid.CreateVersion7()).ToArray();
        while (!end.IsCancellationRequested)
        {
            var row = Interlocked.Increment(ref rows);
            conversation.Value = conversations[row % conversations.Length];
            sid.Value = $"SM{row:x32}";
            at.Value = TimeProvider.System.GetUtcNow().UtcDateTime;
            command.ExecuteNonQuery();
        }
    }
}
