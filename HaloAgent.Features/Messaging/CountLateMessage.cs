using Npgsql;

namespace HaloAgent.Messaging;

/// <summary>
/// A message of the agent that had to wait for the provider arrives now, not when it was committed: from now on it counts for the pace.
/// What the provider would not take yet has not arrived, and counts as waiting. Before: the channel's sender (station 12). After: the pace that station 11 keeps.
/// </summary>
public sealed class CountLateMessage(NpgsqlDataSource database, TimeProvider time)
{
    public async Task HandleAsync(Guid businessId, Guid contactId, DateTimeOffset committedAt, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            UPDATE contacts SET agent_messages_at = @now || CASE
                WHEN @committed = ANY (agent_messages_at) THEN
                    agent_messages_at[:array_position(agent_messages_at, @committed) - 1] || agent_messages_at[array_position(agent_messages_at, @committed) + 1:]
                ELSE agent_messages_at END
            WHERE id = @contact AND business_id = @business
            """);
        command.Parameters.AddWithValue("now", time.GetUtcNow());
        command.Parameters.AddWithValue("committed", committedAt);
        command.Parameters.AddWithValue("contact", contactId);
        command.Parameters.AddWithValue("business", businessId);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
