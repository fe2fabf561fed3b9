using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using System.Text.Json;
using HaloAgent.Conversations;
using HaloAgent.Data;
using HaloAgent.Orders;
using Npgsql;

namespace HaloAgent.Messaging;

/// <summary>A turn that this process may run, and the messages it answers, in the order of their acceptance.</summary>
/// <param name="Cart">The contact's cart as it was at the claim; null when there is none yet.</param>
public sealed record ClaimedTurn(
    Guid TurnId, ConversationSnapshot Conversation, IReadOnlyList<ClaimedMessage> Messages, DateTimeOffset StartedAt, int Attempt, string? TraceParent,
    Cart? Cart = null)
{
    public Agent.TurnFence Fence => new(Conversation.BusinessId, Conversation.Id, TurnId, Conversation.Epoch);
}

public sealed record ClaimedMessage(long Id, MessageEnvelope Envelope, DateTimeOffset ReceivedAt, string? ProviderMessageId, string? TraceParent);

/// <summary>
/// Station 6, take: compare-and-swaps the conversation's epoch and stamps a new turn on exactly the messages that wait.
/// Before: a wake or the sweeper. After: the turn (station 7).
/// </summary>
public sealed class ClaimTurn : IAsyncDisposable
{
    private readonly NpgsqlDataSource database;
    private readonly MessageCodec codec;
    private readonly PersonalDataCipher cipher;
    private readonly CartStore carts;
    private readonly TimeProvider time;
    private readonly GroupedWriter<Ask> asks;

    public ClaimTurn(NpgsqlDataSource database, MessageCodec codec, PersonalDataCipher cipher, CartStore carts, TimeProvider time)
    {
        (this.database, this.codec, this.cipher, this.carts, this.time) = (database, codec, cipher, carts, time);
        asks = new GroupedWriter<Ask>(laneCount: 1, capacity: 20_000, groupSize: 32, ClaimAsync, breath: MessagePath.Breath);
    }

    /// <summary>Conversations that are woken at the same moment are claimed by one statement; each gets its turn or not for itself.</summary>
    /// <param name="known">The conversation as last seen; only at that epoch, and while no person holds the chat, the claim succeeds.</param>
    /// <returns>No turn when nothing waits, when a person holds the chat, or when the epoch has moved on: then what is seen differs from what was known.</returns>
    public async Task<(ClaimedTurn? Turn, ConversationSnapshot Seen)> HandleAsync(ConversationSnapshot known, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var now = time.GetUtcNow();
        var ask = new Ask(known, Guid.CreateVersion7(now));
        await asks.WriteAsync(known.Id, ask);
        ask.Unreadable?.Throw();
        var seen = ask.Seen!;
        return (ask.Messages is [var first, ..] messages ? new ClaimedTurn(ask.TurnId, seen, messages, now, Attempt: 1, first.TraceParent, ask.Cart) : null, seen);
    }

    public ValueTask DisposeAsync() => asks.DisposeAsync();

    /// <summary>Takes what arrived since the claim into the same turn: the rest of a burst.</summary>
    public async Task<ClaimedTurn> GatherAsync(ClaimedTurn turn, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(ClaimTurnSql.Gather);
        command.Parameters.AddWithValue("conversation", turn.Conversation.Id);
        command.Parameters.AddWithValue("epoch", turn.Conversation.Epoch);
        command.Parameters.AddWithValue("turn", turn.TurnId);
        command.Parameters.AddWithValue("business", turn.Conversation.BusinessId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var more = await ReadMessagesAsync(reader, cancellationToken);
        return more.Count == 0 ? turn : turn with { Messages = [.. turn.Messages.Concat(more).OrderBy(message => message.Id)] };
    }

    /// <summary>Takes over a turn that a crashed process, or a failed attempt, left unfinished. Only its own messages belong to it.</summary>
    /// <returns>Null when there is none, or a person holds the chat.</returns>
    public async Task<ClaimedTurn?> ResumeAsync(Guid conversationId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        foreach (var sql in (string[])[ClaimTurnSql.Resume, ClaimTurnSql.ResumedMessages, ConversationSnapshot.Sql, ClaimTurnSql.ResumedCart])
        {
            var command = new NpgsqlBatchCommand(sql);
            command.Parameters.AddWithValue("conversation", conversationId);
            batch.BatchCommands.Add(command);
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            return null;
        }

        var (turnId, attempt, startedAt) = (reader.GetGuid(0), reader.GetInt32(1), reader.GetFieldValue<DateTimeOffset>(2));
        var trace = reader.IsDBNull(3) ? null : reader.GetString(3);
        await reader.NextResultAsync(cancellationToken);
        var messages = await ReadMessagesAsync(reader, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var seen = ConversationSnapshot.Read(reader, conversationId, cipher);
        return new ClaimedTurn(turnId, seen, messages, startedAt, attempt, trace, await ReadCartAsync(reader, seen, cancellationToken));
    }

    private async Task<Cart?> ReadCartAsync(NpgsqlDataReader reader, ConversationSnapshot of, CancellationToken cancellationToken)
    {
        await reader.NextResultAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? carts.Read(reader, of.BusinessId, of.ContactId) : null;
    }

    private async Task ClaimAsync(IReadOnlyList<Ask> group, CancellationToken cancellationToken)
    {
        if (group.DistinctBy(ask => ask.Known.Id).Count() < group.Count)
        {
            // Two actors of one conversation: the second has to see what the first took.
            foreach (var ask in group)
            {
                await ClaimAsync([ask], cancellationToken);
            }

            return;
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                // First the claim, then the look: what is read is what the claim left.
                new(ClaimTurnSql.Claim)
                {
                    Parameters =
                    {
                        All("conversations", group, a => a.Known.Id), All("epochs", group, a => a.Known.Epoch), All("turns", group, a => a.TurnId),
                        All("businesses", group, a => a.Known.BusinessId), new("now", time.GetUtcNow()),
                    },
                },
                new(ConversationSnapshot.SqlOfMany) { Parameters = { All("conversations", group, a => a.Known.Id) } },
                new(ClaimTurnSql.Carts) { Parameters = { All("contacts", group, a => a.Known.ContactId), All("businesses", group, a => a.Known.BusinessId) } },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await ReadAsync(reader, group, cancellationToken);
    }

    private async Task ReadAsync(NpgsqlDataReader reader, IReadOnlyList<Ask> group, CancellationToken cancellationToken)
    {
        var byConversation = group.ToDictionary(ask => ask.Known.Id);
        foreach (var ask in group)
        {
            // A group that failed half-way is asked again one by one.
            ask.Messages.Clear();
            ask.Unreadable = null;
        }

        while (await reader.ReadAsync(cancellationToken))
        {
            byConversation[reader.GetGuid(5)].Read(ask => ask.Messages.Add(ReadMessage(reader)));
        }

        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            byConversation[reader.GetGuid(ConversationSnapshot.IdColumn)].Read(ask =>
            {
                ask.Seen = ConversationSnapshot.Read(reader, ask.Known.Id, cipher);
                ask.Messages.Sort((left, right) => left.Id.CompareTo(right.Id));
            });
        }

        await reader.NextResultAsync(cancellationToken);
        var byContact = group.ToLookup(ask => ask.Known.ContactId);
        while (await reader.ReadAsync(cancellationToken))
        {
            foreach (var ask in byContact[reader.GetGuid(9)])
            {
                ask.Read(one => one.Cart = carts.Read(reader, one.Known.BusinessId, one.Known.ContactId));
            }
        }
    }

    private static NpgsqlParameter All<T>(string name, IReadOnlyList<Ask> group, Func<Ask, T> value) => new(name, group.Select(value).ToArray());

    private async Task<List<ClaimedMessage>> ReadMessagesAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var messages = new List<ClaimedMessage>();
        while (await reader.ReadAsync(cancellationToken))
        {
            messages.Add(ReadMessage(reader));
        }

        messages.Sort((left, right) => left.Id.CompareTo(right.Id));
        return messages;
    }

    private ClaimedMessage ReadMessage(NpgsqlDataReader reader) => new(
        reader.GetInt64(0), codec.Decode(reader.GetFieldValue<byte[]>(1)), reader.GetFieldValue<DateTimeOffset>(2),
        reader.IsDBNull(3) ? null : reader.GetString(3), reader.IsDBNull(4) ? null : reader.GetString(4));

    private sealed class Ask(ConversationSnapshot known, Guid turnId)
    {
        public ConversationSnapshot Known => known;

        public Guid TurnId => turnId;

        /// <summary>Empty: nothing was claimed.</summary>
        public List<ClaimedMessage> Messages { get; } = [];

        public ConversationSnapshot? Seen { get; set; }

        public Cart? Cart { get; set; }

        /// <summary>What this one's rows cannot be read for; its neighbours in the group have their turns.</summary>
        public ExceptionDispatchInfo? Unreadable { get; set; }

        public void Read(Action<Ask> read)
        {
            try
            {
                read(this);
            }
            catch (Exception unreadable) when (unreadable is CryptographicException or JsonException or FormatException or ArgumentException)
            {
                Unreadable = ExceptionDispatchInfo.Capture(unreadable);
            }
        }
    }
}
