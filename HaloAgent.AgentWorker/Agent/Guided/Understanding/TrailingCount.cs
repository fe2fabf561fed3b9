using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>A count that stands alone at the end of a sentence: "the tote bag too, one", "size 42 please, 1 pair", "just 1".</summary>
internal sealed class TrailingCount(Lexicon lexicon)
{
    private readonly HashSet<string> behind = [.. lexicon.Counters, .. lexicon.AfterThings];

    /// <returns>Where the number stands, or null.</returns>
    public int? In(IReadOnlyList<Token> tokens)
    {
        var at = tokens.Count - 1;
        while (at >= 0 && (tokens[at].Is(TokenKind.Break) || IsBeside(tokens[at]))) at--;
        if (at < 0 || !tokens[at].MayCount) return null;
        var before = at - 1;
        while (before >= 0 && IsBeside(tokens[before])) before--;
        return before < 0 || tokens[before].Kind is TokenKind.Break or TokenKind.Age ? at : null;
    }

    private bool IsBeside(Token token) => token.Is(TokenKind.Word) && behind.Contains(token.Text);
}
