using System.Diagnostics;
using HaloAgent.Agent;
using HaloAgent.Contracts.Live;
using HaloAgent.Conversations;
using HaloAgent.Data;
using HaloAgent.Live;
using HaloAgent.Orders;
using Npgsql;

namespace HaloAgent.Messaging;

/// <summary>How a turn ended.</summary>
/// <param name="Replies">In order; each becomes one outbound message.</param>
/// <param name="Steps">Journal lines that had no effect of their own to commit with.</param>
/// <param name="Cart">What the turn made of the contact's cart; null when it left it alone.</param>
public sealed record TurnResult(
    TurnStatus Status, string? Brain, string? BrainReason, string? Language, string? Intent, double? Confidence, IReadOnlyList<MessageContent> Replies,
    IReadOnlyList<TurnStepDraft> Steps, CartChange? Cart = null)
{
    /// <summary>Of the language; null: it was not read from the words.</summary>
    public double? LanguageConfidence { get; init; }

    /// <summary>What a language model did for it; null: nothing.</summary>
    public ModelUse? Model { get; init; }

    /// <summary>What its replies are of the pace; null: nobody counts them.</summary>
    public PaceShare? Pace { get; init; }
}

/// <summary>What a language model did for one turn.</summary>
/// <param name="Name">As its server names it; several are joined by a comma.</param>
/// <param name="Milliseconds">Waited for it, all calls together.</param>
/// <param name="Cost">US dollars, by the prices configured for the endpoints.</param>
public sealed record ModelUse(string? Name, int Calls, int PromptTokens, int CompletionTokens, double Milliseconds, decimal Cost)
{
    /// <summary>Of several runs of a turn.</summary>
    public ModelUse And(ModelUse other) => new(
        Name == other.Name || other.Name is null ? Name : Name is null ? other.Name : $"{Name}, {other.Name}", Calls + other.Calls, PromptTokens + other.PromptTokens,
        CompletionTokens + other.CompletionTokens, Milliseconds + other.Milliseconds, Cost + other.Cost);
}

/// <summary>
/// Station 11, commit: the turn, its replies, its journal and the contact's cart in one statement, only at the turn's epoch, only
/// while the cart is still what the turn read, and only as many replies as the pace leaves. Turns that end at the same moment share the statement; each stands or falls alone.
/// Before: the reply guard (station 10). After: delivery (station 12).
/// </summary>
public sealed class CompleteTurn : IAsyncDisposable
{
    private readonly NpgsqlDataSource database;
    private readonly MessageCodec codec;
    private readonly PersonalDataCipher cipher;
    private readonly ILiveEvents live;
    private readonly TimeProvider time;
    private readonly GroupedWriter<EndedTurn> endings;

    public CompleteTurn(NpgsqlDataSource database, MessageCodec codec, PersonalDataCipher cipher, ILiveEvents live, TimeProvider time)
    {
        (this.database, this.codec, this.cipher, this.live, this.time) = (database, codec, cipher, live, time);
        endings = new GroupedWriter<EndedTurn>(laneCount: 1, capacity: 20_000, groupSize: 32, WriteAsync, breath: MessagePath.Breath);
    }

    /// <returns>
    /// The conversation's new epoch. Also when this very turn had been completed before: the answer to its commit was lost.
    /// </returns>
    /// <exception cref="TurnSupersededException">The epoch has moved on, the cart was changed elsewhere, or another chat has used up the pace; nothing was written.</exception>
    public async Task<long> HandleAsync(ClaimedTurn turn, TurnResult result, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var ended = new EndedTurn(turn, result, codec, cipher, Activity.Current?.Id ?? turn.TraceParent, time.GetUtcNow());
        await endings.WriteAsync(turn.Conversation.Id, ended);
        if (ended.NewEpoch is null && !await CompletedBeforeAsync(turn, cancellationToken))
        {
            throw new TurnSupersededException(turn.TurnId);
        }

        live.Publish(new LiveEvent(LiveEventKinds.MessageChanged, turn.Conversation.BusinessId, turn.Conversation.Id));
        return ended.NewEpoch ?? turn.Conversation.Epoch + 1;
    }

    public ValueTask DisposeAsync() => endings.DisposeAsync();

    private async Task WriteAsync(IReadOnlyList<EndedTurn> group, CancellationToken cancellationToken)
    {
        if (group.DistinctBy(ended => ended.Turn.Conversation.ContactId).Count() < group.Count)
        {
            // The same contact twice: the second has to see what the first made of the cart.
            foreach (var ended in group)
            {
                await WriteAsync([ended], cancellationToken);
            }

            return;
        }

        await using var command = database.CreateCommand(CompleteTurnSql.Text);
        CompleteTurnSql.AddParameters(command.Parameters, group, time.GetUtcNow());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var byTurn = group.ToDictionary(ended => ended.Turn.TurnId);
        while (await reader.ReadAsync(cancellationToken))
        {
            byTurn[reader.GetGuid(0)].NewEpoch = reader.GetInt64(1);
        }
    }

    private async Task<bool> CompletedBeforeAsync(ClaimedTurn turn, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT 1 FROM turns WHERE id = $1 AND epoch = $2 AND status <> 'Running'");
        command.Parameters.AddWithValue(turn.TurnId);
        command.Parameters.AddWithValue(turn.Conversation.Epoch);
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }
}
