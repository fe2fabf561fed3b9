using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>Reads which places of the list last shown a clause names: "number 2", "the first and the third", "2 of the first".</summary>
internal sealed class PickReader(Lexicon lexicon, PatternBook patterns)
{
    private const int LastPlace = 1000;

    /// <summary>None, unless the clause holds nothing but numbers and the words around such a choice.</summary>
    public Picked In(IReadOnlyList<Token> tokens)
    {
        if (!tokens.Any(token => token.Kind is TokenKind.Number or TokenKind.Ordinal)) return Picked.None;
        var picked = Whole(tokens);
        return picked.Places.Count == 0 && WithoutHandOver(tokens) is { } rest ? Whole(rest) : picked;
    }

    private Picked Whole(IReadOnlyList<Token> tokens)
    {
        var counts = CountsOfPicks(tokens);
        var numbers = tokens.Where((token, at) => token.Kind is TokenKind.Number or TokenKind.Ordinal && !counts.ContainsKey(at)).ToList();
        if (numbers.Count == 0 || !tokens.All(IsOfAPick)) return Picked.None;

        if (counts.Count == 0 && numbers.Exists(number => number.Is(TokenKind.Ordinal))) numbers.RemoveAll(number => number.Is(TokenKind.Number));
        var quantities = new Dictionary<int, int>();
        foreach (var (at, place) in counts) quantities[place] = (int)tokens[at].Value;
        return new Picked([.. numbers.Where(number => number.Value is >= -1 and <= LastPlace).Select(number => (int)number.Value)], quantities);
    }

    // "2 of the first one, pickup", "give me 3 of that one, deliver to": how it is handed over is said beside the choice.
    private List<Token>? WithoutHandOver(IReadOnlyList<Token> tokens)
    {
        List<PatternMatch> said = [.. patterns.IntentsIn(tokens).Where(one => one.Intent is Intent.Pickup or Intent.Delivery or Intent.SavedAddress).Select(one => one.Match)];
        if (patterns.Best("address-lead", tokens) is { } lead) said.Add(lead);
        return said.Count == 0 ? null : [.. tokens.Where((_, at) => !said.Exists(match => at >= match.First && at < match.End))];
    }

    private bool IsOfAPick(Token token) => token.Kind is TokenKind.Number or TokenKind.Ordinal or TokenKind.Break or TokenKind.Article
        || (token.Is(TokenKind.Word) && lexicon.PickWords.Contains(token.Text));

    // "2 of the first", "one of number 3": where such a count stands, and the place it is for.
    private Dictionary<int, int> CountsOfPicks(IReadOnlyList<Token> tokens)
    {
        Dictionary<int, int> counts = [];
        for (var at = 0; at + 2 < tokens.Count; at++)
        {
            if (!tokens[at].Is(TokenKind.Number) || tokens[at].Value is <= 0 or > LastPlace || !lexicon.Partitives.Contains(tokens[at + 1].Text)) continue;
            var place = tokens.Skip(at + 2).FirstOrDefault(token => token.Kind is TokenKind.Number or TokenKind.Ordinal);
            if (place is { Value: >= -1 and <= LastPlace }) counts[at] = (int)place.Value;
        }

        return counts;
    }
}

/// <param name="Places">Counted from one; -1 is the last.</param>
/// <param name="Quantities">How many of a place, where that was said.</param>
internal sealed record Picked(IReadOnlyList<int> Places, IReadOnlyDictionary<int, int> Quantities)
{
    public static readonly Picked None = new([], new Dictionary<int, int>());
}
