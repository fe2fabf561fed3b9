namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>Hears that one thing is to take the place of another: "change the zobo to malt", "2 malt instead of the zobo".</summary>
internal sealed class SwapReader(PatternBook patterns)
{
    public (Swap Swap, PatternMatch Match)? In(IReadOnlyList<Token> tokens)
    {
        if (patterns.Best("swap-some", tokens) is { } some && SomeOf(some) is { } ofThem && some.Words >= (patterns.Best("swap", tokens)?.Words ?? 0)) return (ofThem, some);
        // "Change half of the zobo to malt"
        if (patterns.Best("swap-half", tokens) is { } half && Of(half, reversed: false) is { } halved) return (halved.Swap with { IsHalf = true }, halved.Match);
        if (patterns.Best("swap", tokens) is { } match) return Counted(tokens, Of(match, reversed: false));
        // "Remove the jollof, not the zobo" puts nothing in.
        if (patterns.Best("swap-reversed", tokens) is { } other && !Enumerable.Range(0, other.First).Any(at => patterns.BestAt("remove", tokens, at) is not null)) return Of(other, reversed: true);
        return patterns.Best("swap-it", tokens) is { } it ? Counted(tokens, Of(it, reversed: false)) : null;
    }

    /// <summary>"… and the other two to chapman": of what the swap before it spoke of.</summary>
    public (Swap Swap, PatternMatch Match)? OfTheOthers(IReadOnlyList<Token> tokens, Swap before)
    {
        if (patterns.Best("swap-others", tokens) is not { First: 0 } match || match.Captured.LastOrDefault(token => token.Is(TokenKind.Item)) is not { Mention: { } to }) return null;
        // "… the other zobo is fine"
        if (before.From is { } from && from.Candidates.Intersect(to.Candidates).Any()) return null;
        var count = match.Captured.FirstOrDefault(token => token.MayCount) is { } number ? (int?)number.Value : null;
        return (new Swap(before.From, to, count) { Of = count, IsRest = count is null }, match);
    }

    // "Of the 3 zobo make one malt", "two of them should be malt": the number is of both, of what goes and of what comes.
    private static Swap? SomeOf(PatternMatch match)
    {
        var items = match.Captured.Where(token => token.Is(TokenKind.Item)).ToList();
        if (items.Count is not (1 or 2)) return null;
        // "One of them" stands for a thing elsewhere, and is no number.
        var number = (int)(match.Captured.LastOrDefault(token => token.MayCount)?.Value ?? 1);
        return new Swap(items.Count == 2 ? items[0].Mention : null, items[^1].Mention!, number) { Of = number };
    }

    // "… give us water 3": the count behind the new one, where it counts nothing else.
    private static (Swap Swap, PatternMatch Match)? Counted(IReadOnlyList<Token> tokens, (Swap Swap, PatternMatch Match)? found)
    {
        if (found is not { } swap || swap.Swap.Quantity is not null || swap.Match.End >= tokens.Count || !tokens[swap.Match.End - 1].Is(TokenKind.Item)) return found;
        if (tokens[swap.Match.End] is not { Kind: TokenKind.Number, MayCount: true } number || tokens.Skip(swap.Match.End + 1).FirstOrDefault() is { Kind: TokenKind.Item }) return found;
        return (swap.Swap with { Quantity = (int)number.Value }, swap.Match with { End = swap.Match.End + 1 });
    }

    // "1 malt in place of one zobo"
    private static Token? OfReversed(PatternMatch match) => match.Captured is [{ Kind: TokenKind.Number }, { Kind: TokenKind.Item }, { MayCount: true } old, { Kind: TokenKind.Item }] ? old : null;

    private static (Swap Swap, PatternMatch Match)? Of(PatternMatch match, bool reversed)
    {
        var items = match.Captured.Where(token => token.Is(TokenKind.Item)).ToList();
        if (items.Count is not (1 or 2)) return null;
        var (from, to) = items.Count == 1 ? (null, items[0]) : reversed ? (items[1], items[0]) : (items[0], items[1]);
        // "2 zobo to 3 malt": the count of the new one is the last, or the first where the new one comes first.
        var numbers = match.Captured.Where(token => token.Is(TokenKind.Number)).Select(token => token.Value).ToList();
        var quantity = numbers.Count == 0 ? (decimal?)null : reversed ? numbers[0] : numbers[^1];
        // "Change one jollof to fried rice", of two: the other stays.
        var some = from is null ? null : reversed ? OfReversed(match) : match.Captured.TakeWhile(token => !token.Is(TokenKind.Item)).LastOrDefault(token => token.Is(TokenKind.Number));
        return (new Swap(from?.Mention, to.Mention!, quantity is > 0 and < QuantityReader.SmallestAmount ? (int)quantity : null) { Of = (int?)some?.Value }, match);
    }
}
