using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>Finds the words of a clause that say what is to happen with the goods behind them.</summary>
internal sealed class VerbFinder(Lexicon lexicon, PatternBook patterns)
{
    private readonly HashSet<string> joiners = [.. lexicon.Joiners, .. lexicon.Continuers];

    public const string Double = "double";

    private static readonly (string Key, LineAction Action)[] Verbs =
    [
        ("want", LineAction.Add), ("add", LineAction.Add), ("remove", LineAction.Remove), ("remove-this", LineAction.Remove),
        ("set", LineAction.Set), (Double, LineAction.Set), ("keep", LineAction.Keep), ("price", LineAction.Price), ("availability", LineAction.Availability), ("about", LineAction.About),
    ];

    public List<Verb> Find(IReadOnlyList<Token> tokens, PatternMatch? fee)
    {
        List<Verb> verbs = [];
        for (var at = 0; at < tokens.Count; at++)
        {
            Verb? best = null;
            foreach (var (key, action) in Verbs)
            {
                if (patterns.BestAt(key, tokens, at) is { } match && match.Words > (best?.Match.Words ?? 0)) best = new Verb(key, action, match);
            }

            if (best is null || (best.Key == Double && !BeginsAPart(tokens, at))) continue;
            if (best.Action != LineAction.Price || fee is null || fee.First > at || fee.End < best.Match.End || fee.Words < best.Match.Words) verbs.Add(best);
            // "do not want" is one verb, not a "want" behind a "not".
            at = Math.Max(at, best.Match.End - 1);
        }

        return verbs;
    }

    // "Don't double the zobo", "how much if I double the zobo", "you double my order"
    private bool BeginsAPart(IReadOnlyList<Token> tokens, int at) => at == 0 || tokens[at - 1].Is(TokenKind.Break) || joiners.Contains(tokens[at - 1].Text);

    /// <summary>Whether what is said there reaches the thing, and no verb begins between them.</summary>
    public static bool IsOf(PatternMatch said, List<Verb> verbs, int item) => said.First <= item && !verbs.Exists(verb => verb.Match.First >= said.End && verb.Match.First <= item);

    /// <summary>
    /// The last verb before the thing; "jollof, how much?" has it behind. "no zobo" reaches one thing only, and "I mean the zobo" in a
    /// question asks what was asked before it.
    /// </summary>
    public static Verb? For(List<Verb> verbs, int item, IReadOnlyList<Token> tokens, int afterPrevious, bool isAsked)
    {
        var before = verbs.FindLast(verb => verb.Match.First <= item && (verb.Key != "remove-this" || verb.Match.First >= afterPrevious) && !(isAsked && verb.Action == LineAction.Set));
        if (before is not null) return before;
        return verbs.Find(verb => verb.Match.First > item && verb.Action is LineAction.Price or LineAction.Availability);
    }
}

internal sealed record Verb(string Key, LineAction Action, PatternMatch Match);
