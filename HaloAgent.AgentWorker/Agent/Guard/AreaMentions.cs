using HaloAgent.Businesses;

namespace HaloAgent.AgentWorker.Agent.Guard;

/// <summary>Where a sentence names one of the shop's delivery areas, by any of its names.</summary>
internal sealed class AreaMentions(IReadOnlyList<DeliveryArea> areas)
{
    private readonly List<(DeliveryArea Area, string[] Words)> names =
        [.. areas.SelectMany(area => area.Names.Select(name => (area, Words(name)))).Where(name => name.Item2.Length > 0).OrderByDescending(name => name.Item2.Length)];

    /// <summary>In the order of the words; of two names that begin at the same word the longer one.</summary>
    public IReadOnlyList<AreaMention> In(IReadOnlyList<PlacedWord> words)
    {
        var found = new List<AreaMention>();
        for (var at = 0; at < words.Count; at++)
        {
            if (names.Find(name => PlacedWord.StandAt(words, at, name.Words)) is { Area: { } area } named)
            {
                found.Add(new AreaMention(area, at, at + named.Words.Length - 1));
                at += named.Words.Length - 1;
            }
        }

        return found;
    }

    private static string[] Words(string name) => [.. StatementReader.Words(name).Where(word => word.Length > 0)];
}

/// <param name="First">The first word of its name.</param>
/// <param name="Last">The last word of it.</param>
internal sealed record AreaMention(DeliveryArea Area, int First, int Last);
