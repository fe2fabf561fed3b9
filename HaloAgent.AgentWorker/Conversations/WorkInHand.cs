namespace HaloAgent.AgentWorker.Conversations;

/// <summary>How much this process has under way in all its conversations, for a stop that cannot wait for each of them.</summary>
internal sealed class WorkInHand(TimeProvider time)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);
    private int underWay;
    private volatile bool closed;

    /// <summary>Null: nothing more is begun.</summary>
    public IDisposable? Begin()
    {
        if (closed)
        {
            return null;
        }

        Interlocked.Increment(ref underWay);
        return new Work(this);
    }

    /// <summary>Lets nothing more begin, and waits for what is under way.</summary>
    /// <returns>False: something was still under way after <paramref name="within"/>.</returns>
    public async Task<bool> CloseAsync(TimeSpan within)
    {
        closed = true;
        var since = time.GetTimestamp();
        while (Volatile.Read(ref underWay) > 0)
        {
            if (time.GetElapsedTime(since) > within)
            {
                return false;
            }

            await Task.Delay(Look, time);
        }

        return true;
    }

    private sealed class Work(WorkInHand hand) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref hand.underWay);
    }
}
