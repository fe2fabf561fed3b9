using System.Collections.Concurrent;

namespace HaloAgent.LoadTests.Turns;

/// <summary>
/// An answer may be several bubbles, sent one after the other; writing before the last has come would take it for the next
/// answer. While the system warms up, customers wait a little after each bubble and so learn how many each topic gets.
/// </summary>
internal sealed class BubbleCounts
{
    private static readonly TimeSpan Listen = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, int> most = new();
    private volatile bool learning = true;

    public void StopLearning() => learning = false;

    /// <summary>What follows the first bubble.</summary>
    public List<Answer> Rest(string topic, BlockingCollection<Answer> answers)
    {
        var rest = new List<Answer>();
        while ((learning || rest.Count < most.GetValueOrDefault(topic, 1) - 1) && answers.TryTake(out var bubble, learning ? Listen : Patience))
        {
            rest.Add(bubble);
        }

        if (learning)
        {
            most.AddOrUpdate(topic, rest.Count + 1, (_, known) => Math.Max(known, rest.Count + 1));
        }

        return rest;
    }
}
