using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>Counts of the thing spoken of last: "make it 3", "one more", "I'll take 2, and one amala".</summary>
internal sealed class CountOfIt(Lexicon lexicon, PatternBook patterns)
{
    private const int LongestSize = 3;

    private readonly HashSet<string> counters = [.. lexicon.Counters];
    private readonly HashSet<string> afterThings = [.. lexicon.AfterThings];
    private readonly HashSet<string> joiners = [.. lexicon.Joiners];
    private readonly HashSet<string> sizeWords = [.. lexicon.VariantWords, .. lexicon.Partitives];

    public (SaidLine Line, PatternMatch Match)? In(IReadOnlyList<Token> tokens, List<SaidLine> lines, List<Token> used)
    {
        if (patterns.Best("set-last", tokens) is { } last && Count(last.Captured.LastOrDefault(IsNumber)) is { } set) return (new SaidLine(LineAction.Set, null, set), last);
        if (patterns.Best("set-first", tokens) is { } first && Count(first.Captured.FirstOrDefault(IsNumber)) is { } made) return (new SaidLine(LineAction.Set, null, made), first);
        if (lines.Count == 0 && patterns.Best("more-of-it", tokens) is { } more)
        {
            return (new SaidLine(LineAction.Add, null, Count(more.Captured.FirstOrDefault(IsNumber)) ?? 1, Explicit: true), more);
        }

        return lines.Count == 0 && patterns.Best("double-it", tokens) is { } twice ? (new SaidLine(LineAction.Set, null, null) { Doubled = true }, twice) : null;

        bool IsNumber(Token token) => token.Is(TokenKind.Number) && !used.Contains(token);
    }

    /// <summary>"Make it one less", "reduce the zobo by 2": so many of one thing go, the others stay.</summary>
    public (SaidLine Line, PatternMatch Match)? Fewer(IReadOnlyList<Token> tokens)
    {
        if (patterns.Best("less-of-it", tokens) is not { } less || patterns.Best("set-last", tokens) is { } set && set.Words > less.Words) return null;
        var item = less.Captured.FirstOrDefault(token => token.Is(TokenKind.Item));
        return (new SaidLine(LineAction.Remove, item?.Mention, Count(less.Captured.FirstOrDefault(token => token.Is(TokenKind.Number))) ?? 1), less);
    }

    /// <summary>"Increase the zobo by 2": so many more of one thing.</summary>
    public (SaidLine Line, PatternMatch Match)? Further(IReadOnlyList<Token> tokens) =>
        patterns.Best("more-of-it", tokens) is { } more && more.Captured.FirstOrDefault(token => token.Is(TokenKind.Item)) is { } item
            ? (new SaidLine(LineAction.Add, item.Mention, Count(more.Captured.FirstOrDefault(token => token.Is(TokenKind.Number))) ?? 1, Explicit: true), more) : null;

    private static int? Count(Token? number) => number is { Value: < QuantityReader.SmallestAmount } ? (int)number.Value : null;

    /// <summary>"The zobo, can I get 3": the number behind the verb, at the end, is of the one thing that was named.</summary>
    public static int? BehindVerb(List<Token> tokens, List<Verb> verbs, HashSet<int> used) =>
        tokens is [.., { MayCount: true } number] && !used.Contains(tokens.Count - 1) && verbs.Exists(verb => verb.Key is "want" or "add" && verb.Match.End == tokens.Count - 1) ? (int)number.Value : null;

    /// <summary>The count behind "I want" that none of the goods named after it takes: it is of what was spoken of before.</summary>
    public int? BesideOthers(List<Token> tokens, List<Verb> verbs, List<SaidLine> lines, HashSet<int> used)
    {
        if (lines.Exists(line => line.Quantity is null) || (lines.Count == 0 && Enumerable.Range(0, tokens.Count).Count(at => MayCountIt(tokens, at)) > 1)) return null;
        var at = verbs.Find(verb => verb.Key == "want")?.Match.End ?? tokens.Count;
        while (at < tokens.Count && counters.Contains(tokens[at].Text)) at++;
        if (at >= tokens.Count || used.Contains(at) || tokens[at] is not { MayCount: true } number) return null;
        // "Do you have suya? Give me one."
        if (at + 1 == tokens.Count) return lines.Count == 0 ? (int)number.Value : null;
        var behind = at + 1;
        // "1 in M and a headwrap", "1 of size M"
        while (behind + 1 < tokens.Count && sizeWords.Contains(tokens[behind].Text)) behind++;
        if (IsLetterSize(tokens[behind]) && behind + 1 < tokens.Count) behind++;
        // "I need 2 for my husband"
        if (lines.Count == 0 && afterThings.Contains(tokens[behind].Text)) return (int)number.Value;
        return tokens[behind].Is(TokenKind.Break) || joiners.Contains(tokens[behind].Text) ? (int)number.Value : null;
    }

    // In "two, all in size 43" only two counts; "arba'in da uku" is one number in three words.
    private bool MayCountIt(List<Token> tokens, int at)
    {
        if (!tokens[at].Is(TokenKind.Number)) return false;
        for (var before = at - 1; before >= 0 && at - before <= LongestSize; before--)
        {
            if (sizeWords.Contains(tokens[before].Text)) return false;
            if (!tokens[before].Is(TokenKind.Number) && !joiners.Contains(tokens[before].Text)) break;
        }

        return true;
    }

    // "1 M, and a headwrap"
    private static bool IsLetterSize(Token token) => token.Is(TokenKind.Word) && token.Text.Length <= 4 && VariantSpotter.IsOfSizeLetters(token.Text);
}
