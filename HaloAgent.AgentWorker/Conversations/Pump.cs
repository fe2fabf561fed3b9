namespace HaloAgent.AgentWorker.Conversations;

/// <summary>
/// Runs one piece of work at a time inside a grain, in an interleaving timer, so that calls to the grain never wait for it. A
/// signal while it runs makes it run once more.
/// </summary>
internal sealed class Pump
{
    private readonly Func<CancellationToken, Task> work;
    private readonly IGrainTimer timer;
    private bool running;
    private bool signalled;
    private bool closed;

    /// <param name="start">Registers the grain's timer for the given callback.</param>
    public Pump(Func<Func<CancellationToken, Task>, IGrainTimer> start, Func<CancellationToken, Task> work)
    {
        this.work = work;
        timer = start(RunAsync);
    }

    /// <summary>Set while a signal has not been worked off: also asked by work that waits for more.</summary>
    public bool Signalled => signalled;

    /// <summary>More was announced, and more may be begun.</summary>
    public bool GoesOn => signalled && !closed;

    public void Signal()
    {
        signalled = true;
        if (!running && !closed)
        {
            timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Begins nothing more; what runs may finish.</summary>
    public void Close() => closed = true;

    /// <summary>Takes the signal: what it announced is about to be looked at.</summary>
    public void Acknowledge() => signalled = false;

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        if (running)
        {
            return;
        }

        running = true;
        try
        {
            while (signalled && !closed && !cancellationToken.IsCancellationRequested)
            {
                signalled = false;
                await work(cancellationToken);
            }
        }
        finally
        {
            running = false;
        }
    }
}
