namespace HaloAgent.LoadTests.Measure;

/// <summary>
/// A histogram of microseconds with 64 steps to each power of two (an error below 1.6 %), so that a million samples cost
/// no memory and no sorting. One writer at a time; threads keep their own and add them up at the end.
/// </summary>
internal sealed class Latencies
{
    private const int StepBits = 6;
    private const int Steps = 1 << StepBits;
    private readonly long[] buckets = new long[(64 - StepBits) * Steps];

    public long Count { get; private set; }

    public void Add(TimeSpan time)
    {
        var microseconds = Math.Max(0, time.Ticks / TimeSpan.TicksPerMicrosecond);
        buckets[BucketOf(microseconds)]++;
        Count++;
    }

    public void Add(Latencies other)
    {
        for (var i = 0; i < buckets.Length; i++)
        {
            buckets[i] += other.buckets[i];
        }

        Count += other.Count;
    }

    /// <summary>Milliseconds that <paramref name="percent"/> of the samples did not exceed; 0 without samples.</summary>
    public double Percentile(double percent)
    {
        var rank = (long)Math.Ceiling(Count * percent / 100);
        long seen = 0;
        for (var i = 0; i < buckets.Length; i++)
        {
            seen += buckets[i];
            if (seen >= rank && seen > 0)
            {
                return Math.Round(UpperEdge(i) / 1000.0, 2);
            }
        }

        return 0;
    }

    private static int BucketOf(long microseconds)
    {
        if (microseconds < Steps)
        {
            return (int)microseconds;
        }

        var shift = long.Log2(microseconds) - StepBits;
        return (int)(((shift + 1) * Steps) + ((microseconds >> (int)shift) - Steps));
    }

    private static long UpperEdge(int bucket)
    {
        if (bucket < Steps)
        {
            return bucket;
        }

        var shift = (bucket / Steps) - 1;
        return ((long)(bucket % Steps) + Steps + 1 << shift) - 1;
    }
}
