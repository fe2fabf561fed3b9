using System.Diagnostics;

namespace HaloAgent.LoadTests.Measure;

/// <summary>
/// Hands out moments at an even rate, to however many threads ask. Latency is counted from the moment that was due, so
/// that a system that falls behind cannot hide it by slowing its customers down.
/// </summary>
internal sealed class Pacer(double perSecond)
{
    private readonly long start = Stopwatch.GetTimestamp();
    private long next = -1;

    /// <summary>Waits until the next moment.</summary>
    /// <returns>False when the run was stopped meanwhile.</returns>
    public bool Wait(CancellationToken stop, out long due)
    {
        var index = Interlocked.Increment(ref next);
        due = start + (long)(index / perSecond * Stopwatch.Frequency);
        var ahead = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);
        return ahead <= TimeSpan.Zero ? !stop.IsCancellationRequested : !stop.WaitHandle.WaitOne(ahead);
    }
}
