using HaloAgent.LoadTests.Target;
using HaloAgent.LoadTests.Wire;

namespace HaloAgent.LoadTests.Turns;

/// <summary>What the database says about this run.</summary>
internal sealed class Ledger(SystemUnderTest system, LoadShop shop, Sids sids)
{
    /// <summary>Inbound rows of this run without a finished turn.</summary>
    public Task<long> WaitingAsync() => CountAsync(
        """
        SELECT count(*) FROM message_logs m LEFT JOIN turns t ON t.id = m.turn_id
        WHERE m.channel_account_id = $1 AND m.direction = 0 AND m.provider_message_id LIKE $2 AND t.completed_at IS NULL
        """);

    public Task<long> StoredAsync() => CountAsync(
        "SELECT count(*) FROM message_logs WHERE channel_account_id = $1 AND direction = 0 AND provider_message_id LIKE $2");

    /// <summary>Outbound rows that Twilio has not taken.</summary>
    public Task<long> UndeliveredAsync() => CountAsync(
        "SELECT count(*) FROM message_logs WHERE channel_account_id = $1 AND direction = 1 AND provider_message_id IS NULL AND $2 <> ''");

    public Task<long> OutboundAsync() => CountAsync(
        "SELECT count(*) FROM message_logs WHERE channel_account_id = $1 AND direction = 1 AND $2 <> ''");

    public Task<long> TurnsAsync() => CountAsync(
        """
        SELECT count(DISTINCT m.turn_id) FROM message_logs m
        WHERE m.channel_account_id = $1 AND m.direction = 0 AND m.provider_message_id LIKE $2 AND m.turn_id IS NOT NULL
        """);

    /// <summary>Rows of a conversation that stand, or were worked off, in another order than they were sent (the ids of a run rise).</summary>
    public Task<long> OutOfOrderAsync() => CountAsync(
        """
        SELECT count(*) FROM (
            SELECT m.provider_message_id < lag(m.provider_message_id) OVER w OR t.started_at < lag(t.started_at) OVER w AS wrong
            FROM message_logs m LEFT JOIN turns t ON t.id = m.turn_id
            WHERE m.channel_account_id = $1 AND m.direction = 0 AND m.provider_message_id LIKE $2
            WINDOW w AS (PARTITION BY m.conversation_id ORDER BY m.id)) rows
        WHERE wrong
        """);

    /// <summary>By the message's id: how often its turn asked a model.</summary>
    public async Task<Dictionary<string, int>> ModelCallsAsync()
    {
        await using var command = system.Database.CreateCommand(
            """
            SELECT m.provider_message_id, t.model_calls FROM message_logs m JOIN turns t ON t.id = m.turn_id
            WHERE m.channel_account_id = $1 AND m.direction = 0 AND m.provider_message_id LIKE $2
            """);
        command.Parameters.AddWithValue(shop.Account);
        command.Parameters.AddWithValue(sids.Prefix + "%");
        var calls = new Dictionary<string, int>();
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            calls[rows.GetString(0)] = rows.GetInt32(1);
        }

        return calls;
    }

    /// <summary>By conversation, in the order in which they were placed: product and quantity.</summary>
    public async Task<ILookup<Guid, IReadOnlyDictionary<string, int>>> OrdersAsync()
    {
        await using var command = system.Database.CreateCommand(
            """
            SELECT o.conversation_id, o.id, i.name, i.quantity FROM orders o JOIN order_items i ON i.order_id = o.id
            WHERE o.business_id = $1 ORDER BY o.number
            """);
        command.Parameters.AddWithValue(shop.Id);
        var items = new List<(Guid Conversation, Guid Order, string Name, int Quantity)>();
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            items.Add((rows.GetGuid(0), rows.GetGuid(1), rows.GetString(2), rows.GetInt32(3)));
        }

        return items
            .GroupBy(item => (item.Conversation, item.Order))
            .ToLookup(order => order.Key.Conversation, IReadOnlyDictionary<string, int> (order) => order.ToDictionary(item => item.Name, item => item.Quantity));
    }

    private async Task<long> CountAsync(string sql)
    {
        await using var command = system.Database.CreateCommand(sql);
        command.Parameters.AddWithValue(shop.Account);
        command.Parameters.AddWithValue(sids.Prefix + "%");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
