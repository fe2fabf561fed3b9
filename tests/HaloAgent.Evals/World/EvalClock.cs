namespace HaloAgent.Evals.World;

/// <summary>Begins on a Monday at ten in Lagos, whenever it is run, and goes on from there: opening hours and greetings are always the same.</summary>
internal sealed class EvalClock : TimeProvider
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private readonly long begun = System.GetTimestamp();
    private long skipped;

    public override DateTimeOffset GetUtcNow() => Monday + System.GetElapsedTime(begun) + TimeSpan.FromTicks(Interlocked.Read(ref skipped));

    /// <summary>For all chats at once; none of them depends on minutes.</summary>
    public void Skip(TimeSpan time) => Interlocked.Add(ref skipped, time.Ticks);
}
