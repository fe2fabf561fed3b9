namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>What is to happen with everything in the cart: "double everything", "add one more of each", "make all of them 2".</summary>
internal sealed class AllOfIt(PatternBook patterns)
{
    public (SaidLine Line, PatternMatch Match)? In(IReadOnlyList<Token> tokens)
    {
        if (patterns.Best("double-all", tokens) is { } twice) return (new SaidLine(LineAction.Set, null, null) { Doubled = true, OfAll = true }, twice);
        return Counted("more-of-all", LineAction.Add) ?? Counted("less-of-all", LineAction.Remove) ?? Counted("set-all", LineAction.Set);

        (SaidLine, PatternMatch)? Counted(string key, LineAction action)
        {
            if (patterns.Best(key, tokens) is not { } match) return null;
            var count = match.Captured.LastOrDefault(token => token.Is(TokenKind.Number))?.Value ?? 1;
            return count is > 0 and < QuantityReader.SmallestAmount ? (new SaidLine(action, null, (int)count) { OfAll = true }, match) : null;
        }
    }
}
