using HaloAgent.Agent;
using HaloAgent.AgentWorker.Agent;
using HaloAgent.Conversations;
using HaloAgent.Messaging;

namespace HaloAgent.AgentWorker.Conversations;

/// <summary>
/// Station 6, take: works off what waits in a conversation, one turn after the other. Before: a wake. After: the turn (station 7).
/// </summary>
internal sealed partial class TurnRunner(
    ReadConversation readConversation, ClaimTurn claim, CloseHeldMessages closeHeld, CloseAbandonedTurns closeAbandoned, IServiceScopeFactory scopes, ConversationTurn conversationTurn,
    FailTurn failTurn, ILogger<TurnRunner> logger)
{
    public const int MaxAttempts = 3;

    public async Task RunAsync(ConversationMind mind, Pump signals, Action onCommitted, CancellationToken cancellationToken)
    {
        while (await NextAsync(mind, cancellationToken) is { } turn)
        {
            signals.Acknowledge();
            await RunOneAsync(mind, turn, signals, cancellationToken);
            onCommitted();
            if (!signals.GoesOn)
            {
                return;
            }
        }
    }

    /// <summary>An unfinished turn first, then what waits. Null: nothing to do for an agent.</summary>
    private async Task<ClaimedTurn?> NextAsync(ConversationMind mind, CancellationToken cancellationToken)
    {
        const int staleReads = 3;
        for (var look = 0; look < staleReads; look++)
        {
            if (await UnfinishedAsync(mind, cancellationToken) is { } unfinished)
            {
                return unfinished;
            }

            mind.Known ??= await ReadOrOpenAsync(mind.ConversationId, cancellationToken);
            if (mind.Known is not { } known)
            {
                return null;
            }

            if (known.HeldByPerson)
            {
                await closeAbandoned.HandleAsync(known, cancellationToken);
                await closeHeld.HandleAsync(known, cancellationToken);
            }

            var (turn, seen) = await claim.HandleAsync(known, cancellationToken);
            mind.Known = seen;
            if (turn is not null || (seen.Epoch == known.Epoch && !seen.HeldByPerson) || (seen.HeldByPerson && known.HeldByPerson))
            {
                return turn;
            }

            // Whoever moved the epoch may have left a turn: another activation that has died, or this one, if the answer to its own claim
            // was lost after the commit.
            mind.LookedForUnfinished = false;
        }

        return null;
    }

    private async Task<ClaimedTurn?> UnfinishedAsync(ConversationMind mind, CancellationToken cancellationToken)
    {
        if (mind.LookedForUnfinished)
        {
            return null;
        }

        mind.LookedForUnfinished = true;
        if (await claim.ResumeAsync(mind.ConversationId, cancellationToken) is not { } unfinished)
        {
            return null;
        }

        Log.Resumed(logger, unfinished.TurnId, unfinished.Attempt);
        mind.LookedForUnfinished = false;
        return unfinished;
    }

    private async Task<ConversationSnapshot?> ReadOrOpenAsync(Guid conversationId, CancellationToken cancellationToken)
    {
        if (await readConversation.HandleAsync(conversationId, cancellationToken) is { } known)
        {
            return known;
        }

        await using var scope = scopes.CreateAsyncScope();
        var opened = await scope.ServiceProvider.GetRequiredService<OpenConversation>().HandleAsync(conversationId, cancellationToken);
        if (opened == Opening.Unrouted)
        {
            AgentTelemetry.Unrouted.Add(1);
            Log.Unrouted(logger, conversationId);
        }

        return opened == Opening.Opened ? await readConversation.HandleAsync(conversationId, cancellationToken) : null;
    }

    private async Task RunOneAsync(ConversationMind mind, ClaimedTurn turn, Pump signals, CancellationToken cancellationToken)
    {
        try
        {
            await FaultPoint.ReachAsync("after-claim");
            if (turn.Attempt > MaxAttempts)
            {
                mind.Known = turn.Conversation with { Epoch = await failTurn.HandleAsync(turn, mind.BrokenTool, mind.Tried, cancellationToken) };
                return;
            }

            var epoch = await conversationTurn.RunAsync(turn, mind, signals, cancellationToken);
            mind.Known = turn.Conversation with { Epoch = epoch, AnsweredBefore = true };
        }
        catch (TurnSupersededException)
        {
            // Whoever raised the epoch goes on; what this turn had already done stands in its journal.
            Log.Superseded(logger, turn.TurnId);
            mind.Forget();
            signals.Signal();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && mind.Known is null)
        {
            // A person took over while the turn was being made; their commit has closed it.
            Log.Interrupted(logger, turn.TurnId);
            mind.Forget();
            signals.Signal();
        }
        finally
        {
            mind.EndTurn();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Turn {TurnId} is run again, attempt {Attempt}")]
        public static partial void Resumed(ILogger logger, Guid turnId, int attempt);

        [LoggerMessage(Level = LogLevel.Warning, Message = "What was written in conversation {ConversationId} is kept and answered by nobody: no shop owns the number, or it cannot be read")]
        public static partial void Unrouted(ILogger logger, Guid conversationId);

        [LoggerMessage(Level = LogLevel.Information, Message = "Turn {TurnId} was superseded")]
        public static partial void Superseded(ILogger logger, Guid turnId);

        [LoggerMessage(Level = LogLevel.Information, Message = "Turn {TurnId} was interrupted by a person")]
        public static partial void Interrupted(ILogger logger, Guid turnId);
    }
}
