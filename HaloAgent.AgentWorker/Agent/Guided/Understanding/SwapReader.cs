namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>Hears that one thing is to take the place of another: "change the zobo to malt", "2 malt instead of the zobo".</summary>
internal sealed class SwapReader(PatternBook patterns)
{
    public (Swap Swap, PatternMatch Match)? In(IReadOnlyList<Token> tokens)
    {
        if (patterns.Best("swap", tokens) is { } match) return Counted(tokens, Of(match, reversed: false));
        if (patterns.Best("swap-reversed", tokens) is { } other) return Of(other, reversed: true);
        return patterns.Best("swap-it", tokens) is { } it ? Counted(tokens, Of(it, reversed: false)) : null;
    }

    // "… give us water 3": the count behind the new one, where it counts nothing else.
    private static (Swap Swap, PatternMatch Match)? Counted(IReadOnlyList<Token> tokens, (Swap Swap, PatternMatch Match)? found)
    {
        if (found is not { } swap || swap.Swap.Quantity is not null || swap.Match.End >= tokens.Count || !tokens[swap.Match.End - 1].Is(TokenKind.Item)) return found;
        if (tokens[swap.Match.End] is not { Kind: TokenKind.Number, MayCount: true } number || tokens.Skip(swap.Match.End + 1).FirstOrDefault() is { Kind: TokenKind.Item }) return found;
        return (swap.Swap with { Quantity = (int)number.Value }, swap.Match with { End = swap.Match.End + 1 });
    }

    private static (Swap, PatternMatch)? Of(PatternMatch match, bool reversed)
    {
        var items = match.Captured.Where(token => token.Is(TokenKind.Item)).ToList();
        if (items.Count is not (1 or 2)) return null;
        var (from, to) = items.Count == 1 ? (null, items[0]) : reversed ? (items[1], items[0]) : (items[0], items[1]);
        // "2 zobo to 3 malt": the count of the new one is the last, or the first where the new one comes first.
        var numbers = match.Captured.Where(token => token.Is(TokenKind.Number)).Select(token => token.Value).ToList();
        var quantity = numbers.Count == 0 ? (decimal?)null : reversed ? numbers[0] : numbers[^1];
        // "Change one jollof to fried rice", of two: the other stays.
        var some = reversed || from is null ? null : match.Captured.TakeWhile(token => !token.Is(TokenKind.Item)).LastOrDefault(token => token.Is(TokenKind.Number));
        return (new Swap(from?.Mention, to.Mention!, quantity is > 0 and < QuantityReader.SmallestAmount ? (int)quantity : null) { Of = (int?)some?.Value }, match);
    }
}
