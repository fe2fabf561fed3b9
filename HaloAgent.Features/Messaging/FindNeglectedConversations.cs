using Npgsql;

namespace HaloAgent.Messaging;

/// <summary>
/// What the sweeper looks for: conversations with messages that wait, turns that nobody finishes and deliveries that are due.
/// Hints may be lost, rows may not.
/// </summary>
public sealed class FindNeglectedConversations(NpgsqlDataSource database, TimeProvider time)
{
    private static readonly TimeSpan HintShouldHaveArrived = TimeSpan.FromSeconds(2);

    /// <param name="stuckAfter">A turn that runs for longer may have lost its process.</param>
    /// <param name="unknownAfter">A send whose answer is missing for longer has to be looked up.</param>
    public async Task<IReadOnlyList<Guid>> HandleAsync(TimeSpan stuckAfter, TimeSpan unknownAfter, int limit, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var command = database.CreateCommand(Sql);
        command.Parameters.AddWithValue("now", now);
        command.Parameters.AddWithValue("old", now - HintShouldHaveArrived);
        command.Parameters.AddWithValue("stuck", now - stuckAfter);
        command.Parameters.AddWithValue("unknown", now - unknownAfter);
        command.Parameters.AddWithValue("limit", limit);
        var conversations = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            conversations.Add(reader.GetGuid(0));
        }

        return conversations;
    }

    private const string Sql =
        """
        SELECT conversation_id FROM (
            (SELECT DISTINCT conversation_id FROM message_logs WHERE direction = 0 AND turn_id IS NULL AND created_at < @old LIMIT @limit)
            UNION
            (SELECT DISTINCT conversation_id FROM turns WHERE status = 'Running' AND started_at < @stuck LIMIT @limit)
            UNION
            (SELECT DISTINCT conversation_id FROM message_logs
             WHERE undelivered
               AND ((delivery_status = 0 AND COALESCE(next_attempt_at, created_at + interval '2 seconds') <= @now)
                    OR (delivery_status IN (10, 20) AND sending_since < @unknown AND COALESCE(next_attempt_at, @now) <= @now))
             LIMIT @limit)) neglected
        LIMIT @limit
        """;
}
