using HaloAgent.AgentWorker.Agent.Guided.Understanding;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>What was understood, in a few words without anything personal: for the turn's record.</summary>
internal static class IntentNames
{
    private const int Longest = 80;

    public static string Of(Heard heard)
    {
        List<string> names = [.. heard.Lines.Select(line => line.Action.ToString()).Distinct(), .. heard.Intents.Keys.Order().Select(intent => intent.ToString())];
        // Which matter stands encrypted in the journal, with the call for a person: this column is plain, and it may be an illness.
        if (heard.Matters.Count > 0) names.Add("Matter");
        if (heard.Swaps.Count > 0) names.Add("Swap");
        if (heard.Address is not null || heard.Place is not null || heard.Area is not null) names.Add("Place");
        if (heard.Picks.Count > 0) names.Add("Pick");
        if (heard.Category is not null) names.Add("Category");
        var all = names.Count == 0 ? "NotUnderstood" : string.Join('+', names);
        return all.Length <= Longest ? all : all[..Longest];
    }
}
