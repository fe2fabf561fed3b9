using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>What one burst did to the cart, told in one sentence each.</summary>
internal sealed class CartNews
{
    private readonly List<string> added = [];
    private readonly List<string> changed = [];
    private readonly List<string> removed = [];
    private string? grown;

    public void Added(Talk talk, int quantity, string name) => added.Add(Item(talk, quantity, name));

    /// <summary>So many more of what was there, where "in all" may have been meant: it is said what that makes.</summary>
    public void Grown(Talk talk, int quantity, int total, string name) => grown = talk.Phrase(PhraseKeys.MakesInAll, ("total", total), ("name", name), ("quantity", quantity));

    public void Changed(Talk talk, int quantity, string name) => changed.Add(Item(talk, quantity, name));

    public void Removed(Talk talk, string name) => removed.Add(name);

    public void Tell(Talk talk)
    {
        Tell(talk, PhraseKeys.Added, added);
        Tell(talk, PhraseKeys.Changed, changed);
        Tell(talk, PhraseKeys.Removed, removed);
        if (grown is not null) talk.SayText(grown);
    }

    public static string Item(Talk talk, int quantity, string name) => talk.Phrase(PhraseKeys.Item, ("quantity", quantity), ("name", name));

    private static void Tell(Talk talk, string key, List<string> items)
    {
        if (items.Count > 0) talk.Say(key, ("items", string.Join(", ", items)));
    }
}
