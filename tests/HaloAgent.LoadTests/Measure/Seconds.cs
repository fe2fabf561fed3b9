using System.Globalization;

namespace HaloAgent.LoadTests.Measure;

/// <summary>Latencies by the second in which they began: a tail that lies in a few of them has another cause than one that lies in all.</summary>
internal sealed class Seconds(DateTimeOffset start)
{
    private readonly SortedDictionary<int, List<double>> milliseconds = [];

    public void Add(DateTimeOffset begun, TimeSpan took)
    {
        var second = (int)(begun - start).TotalSeconds;
        if (!milliseconds.TryGetValue(second, out var those)) milliseconds[second] = those = [];
        those.Add(took.TotalMilliseconds);
    }

    /// <summary>The longest of each second, and how many took longer than <paramref name="limit"/> milliseconds.</summary>
    public string Longest(double limit) => string.Join(' ', milliseconds.Select(second => string.Create(
        CultureInfo.InvariantCulture, $"{second.Key}:{second.Value.Max():0}{(second.Value.Count(took => took > limit) is > 0 and var over ? $"({over})" : "")}")));
}
