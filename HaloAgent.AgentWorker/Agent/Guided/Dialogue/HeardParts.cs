using HaloAgent.AgentWorker.Agent.Guided.Understanding;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>Taking answered parts out of what was heard.</summary>
internal static class HeardParts
{
    public static Heard Without(this Heard heard, params IEnumerable<Intent> intents) =>
        heard with { Intents = heard.Intents.Where(intent => !intents.Contains(intent.Key)).ToDictionary() };

    public static Heard WithoutLines(this Heard heard, Func<SaidLine, bool> which) => heard with { Lines = [.. heard.Lines.Where(line => !which(line))] };

    public static Heard WithoutPicks(this Heard heard) => heard with { Picks = [], PickQuantities = new Dictionary<int, int>() };

    public static Heard WithoutPlace(this Heard heard) => heard with { Address = null, Area = null, Place = null };

    /// <summary>Whether this part was heard; taken out, because it is answered now.</summary>
    public static bool Take(this Talk talk, params ReadOnlySpan<Intent> intents)
    {
        var found = talk.Heard.HasAny(intents);
        if (found) talk.Heard = talk.Heard.Without([.. intents]);
        return found;
    }

    /// <summary>The place in the list last shown that a number picks; null beyond its end.</summary>
    public static ListedChoice? Picked(this Talk talk, int number) =>
        number == -1 && talk.Listed.Count > 0 ? talk.Listed[^1] : number >= 1 && number <= talk.Listed.Count ? talk.Listed[number - 1] : null;
}
