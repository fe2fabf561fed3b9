using HaloAgent.Contracts.Live;
using HaloAgent.Conversations;
using HaloAgent.Data;
using HaloAgent.Live;
using Npgsql;
using NpgsqlTypes;

namespace HaloAgent.Messaging;

/// <param name="MessageId">Our id, which travels in the callback's address: a callback may overtake the answer to the send.</param>
/// <param name="FailureReason">A plain sentence with the next step.</param>
public sealed record DeliveryReport(
    long MessageId, string ProviderMessageId, DeliveryStatus Status, string? FailureCode = null, string? FailureReason = null);

/// <summary>
/// Station 13, confirm: statuses never move backwards. Before: the provider's status callback. After: ticks on the dashboard.
/// </summary>
public sealed class RecordDelivery : IAsyncDisposable
{
    private readonly NpgsqlDataSource database;
    private readonly ILiveEvents live;
    private readonly IConversationWaker waker;
    private readonly GroupedWriter<DeliveryReport> writer;

    public RecordDelivery(NpgsqlDataSource database, ILiveEvents live, IConversationWaker waker)
    {
        (this.database, this.live, this.waker) = (database, live, waker);

        // A provider reports several stages of a message within moments, and waits for none of our answers to go on.
        writer = new GroupedWriter<DeliveryReport>(laneCount: 1, capacity: 20_000, groupSize: 256, WriteAsync, gather: TimeSpan.FromMilliseconds(20));
    }

    /// <summary>Returns once the report is durable. A report on a message that is not ours changes nothing.</summary>
    public Task HandleAsync(DeliveryReport report) => writer.WriteAsync(Guid.Empty, report);

    public ValueTask DisposeAsync() => writer.DisposeAsync();

    private async Task WriteAsync(IReadOnlyList<DeliveryReport> reports, CancellationToken cancellationToken)
    {
        // One UPDATE sees one report a message: of several in a group the furthest counts. Sorted, so that two writers never deadlock.
        var furthest = reports.GroupBy(report => report.MessageId).Select(group => group.MaxBy(report => report.Status)!).OrderBy(r => r.MessageId).ToArray();
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(Array(furthest, report => report.MessageId, NpgsqlDbType.Bigint));
        command.Parameters.Add(Array(furthest, report => report.ProviderMessageId, NpgsqlDbType.Text));
        command.Parameters.Add(Array(furthest, report => (short)report.Status, NpgsqlDbType.Smallint));
        command.Parameters.Add(Array(furthest, report => report.FailureCode, NpgsqlDbType.Text));
        command.Parameters.Add(Array(furthest, report => report.FailureReason, NpgsqlDbType.Text));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var conversation = reader.GetGuid(0);
            live.Publish(new LiveEvent(LiveEventKinds.MessageChanged, reader.GetGuid(1), conversation));
            if (reader.GetBoolean(2))
            {
                // A message that held up the others has been heard of: they may go.
                waker.Wake(conversation);
            }
        }
    }

    private const string Sql =
        """
        WITH report AS (SELECT * FROM unnest($1, $2, $3, $4, $5) AS r(id, provider_id, status, code, reason)),
        before AS (SELECT m.id, m.delivery_status FROM message_logs m JOIN report r ON r.id = m.id
                   WHERE m.direction = 1 AND m.delivery_status < r.status ORDER BY m.id FOR NO KEY UPDATE OF m)
        UPDATE message_logs m
        SET delivery_status = r.status,
            provider_message_id = COALESCE(m.provider_message_id, r.provider_id),
            failure_code = CASE WHEN r.status = 40 THEN r.code END,
            failure_reason = CASE WHEN r.status = 40 THEN r.reason END
        FROM report r JOIN before b ON b.id = r.id
        WHERE m.id = r.id AND m.delivery_status < r.status AND (m.provider_message_id IS NULL OR m.provider_message_id = r.provider_id)
        RETURNING m.conversation_id, m.business_id, b.delivery_status = 20
        """;

    private static NpgsqlParameter Array<T>(DeliveryReport[] reports, Func<DeliveryReport, T> value, NpgsqlDbType type) =>
        new() { Value = reports.Select(value).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type };
}
