namespace HaloAgent.LoadTests.Turns;

/// <summary>
/// Services that have just been started run code that is not compiled well yet; what is measured is how they run for the rest of
/// the day. So they are warmed up until they get no faster.
/// </summary>
internal static class WarmUp
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(8);

    /// <summary>While a window beats all before it by this, the runtime is still compiling what runs often. One slow window proves nothing.</summary>
    private const double StillWarming = 1.05;
    private const int WindowsWithoutGain = 2;
    private const int MostWindows = 10;

    /// <param name="live">Lets the customers live as fast as they are answered, for a time; gives the turns a second.</param>
    /// <param name="bubbles">Learned in the first window.</param>
    public static async Task RunAsync(Func<string, TimeSpan, Task<double>> live, BubbleCounts bubbles)
    {
        await live("warm-up, learning", Window);
        bubbles.StopLearning();
        var (best, without) = (0.0, 0);
        for (var window = 1; window <= MostWindows && without < WindowsWithoutGain; window++)
        {
            var perSecond = await live($"warm-up {window}", Window);
            without = perSecond > best * StillWarming ? 0 : without + 1;
            best = Math.Max(best, perSecond);
        }
    }
}
