namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>Reads what customers say that they are called: "my name is Tunde Bakare".</summary>
internal sealed class NameReader(PatternBook patterns, Func<string, bool> isKnown, FoldedText folded)
{
    private const int MostNames = 3;

    /// <returns>Words behind the lead that mean nothing else, as they were written; null when there are none.</returns>
    public string? In(IReadOnlyList<Token> tokens)
    {
        if (patterns.Best("name-lead", tokens) is not { } lead) return null;
        var words = tokens.Skip(lead.End).TakeWhile(token => token.Is(TokenKind.Word) && !isKnown(token.Text)).Take(MostNames).ToList();
        return words.Count == 0 ? null : folded.Written(words[0].Start, words[^1].End);
    }
}
