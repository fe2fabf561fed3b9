using HaloAgent.AgentWorker.Agent;
using HaloAgent.Conversations;

namespace HaloAgent.AgentWorker.Conversations;

/// <summary>What an activation has in mind of its conversation. All of it can be read again, so all of it may be forgotten.</summary>
internal sealed class ConversationMind
{
    private CancellationTokenSource? turn;
    private TaskCompletionSource? settled;
    private int underWay;

    public Guid ConversationId { get; set; }

    /// <summary>As last seen; null: read it.</summary>
    public ConversationSnapshot? Known { get; set; }

    /// <summary>Null: read it from Redis.</summary>
    public WorkingMemory? Memory { get; set; }

    /// <summary>In which the last turn was answered; null: as last read.</summary>
    public string? Language { get; set; }

    /// <summary>Whether this activation has looked for a turn that a crash left unfinished.</summary>
    public bool LookedForUnfinished { get; set; }

    /// <summary>The tool in which the last run of a turn broke; null: it broke elsewhere, or not at all.</summary>
    public string? BrokenTool { get; set; }

    /// <summary>What the runs of the last turn tried; null: none ran.</summary>
    public TriedTurn? Tried { get; set; }

    public void Forget()
    {
        Known = null;
        Memory = null;
        Language = null;
        LookedForUnfinished = false;
    }

    /// <summary>A token for the turn that begins; a person who takes over cancels it.</summary>
    public CancellationToken BeginTurn(CancellationToken cancellationToken)
    {
        turn?.Dispose();
        turn = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        return turn.Token;
    }

    public void EndTurn()
    {
        turn?.Dispose();
        turn = null;
    }

    public void Interrupt()
    {
        turn?.Cancel();
        Known = null;
    }

    public IDisposable BeginWork()
    {
        underWay++;
        settled ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return new Work(this);
    }

    /// <summary>Completes when nothing is under way.</summary>
    public async Task SettledAsync(CancellationToken cancellationToken)
    {
        if (settled is { } task)
        {
            await task.Task.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }
    }

    private sealed class Work(ConversationMind mind) : IDisposable
    {
        public void Dispose()
        {
            if (--mind.underWay == 0)
            {
                mind.settled?.TrySetResult();
                mind.settled = null;
            }
        }
    }
}
