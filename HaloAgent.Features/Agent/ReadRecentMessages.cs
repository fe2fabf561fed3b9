using HaloAgent.Messaging;
using Npgsql;

namespace HaloAgent.Agent;

/// <summary>The last messages of one conversation before a burst, as the agent remembers a chat.</summary>
public sealed class ReadRecentMessages(NpgsqlDataSource database, MessageCodec codec)
{
    // Written out: a model reads them in every turn, and a context for this alone cost as much as the statement.
    private const string Sql =
        """
        SELECT author, content FROM message_logs
        WHERE business_id = $1 AND conversation_id = $2 AND id < $3 AND (delivery_status <> $4 OR delivery_status IS NULL)
        ORDER BY id DESC LIMIT $5
        """;

    /// <param name="before">The first message of the burst: it and what came later are not read.</param>
    /// <returns>In order, the newest last; what was withdrawn unsent is left out.</returns>
    public async Task<IReadOnlyList<RecentMessage>> HandleAsync(Guid businessId, Guid conversationId, long before, int most, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql);
        command.Parameters.AddWithValue(businessId);
        command.Parameters.AddWithValue(conversationId);
        command.Parameters.AddWithValue(before);
        command.Parameters.AddWithValue((short)DeliveryStatus.Withdrawn);
        command.Parameters.AddWithValue(most);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<RecentMessage> messages = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            var author = (MessageAuthor)reader.GetInt16(0);
            var text = codec.Decode(reader.GetFieldValue<byte[]>(1)).Content.Text;
            if (text.Length > 0) messages.Add(new RecentMessage(author == MessageAuthor.Customer, text) { FromPerson = author == MessageAuthor.Owner });
        }

        messages.Reverse();
        return messages;
    }
}

/// <param name="FromCustomer">False: the shop, be it its agent or a person.</param>
public sealed record RecentMessage(bool FromCustomer, string Text)
{
    /// <summary>A person of the shop wrote it.</summary>
    public bool FromPerson { get; init; }
}
