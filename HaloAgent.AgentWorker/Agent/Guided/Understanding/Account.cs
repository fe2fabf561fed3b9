namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>How much of a burst is accounted for; politeness, numbers and goods are no words here.</summary>
/// <param name="Words">All of its words.</param>
/// <param name="Unknown">Those that nothing explains: neither the language, nor the goods and their sizes, nor the places.</param>
/// <param name="Loose">Those that the language has, and that stand in nothing that was understood.</param>
internal readonly record struct Account(int Words, int Unknown, int Loose)
{
    public static Account operator +(Account one, Account other) => new(one.Words + other.Words, one.Unknown + other.Unknown, one.Loose + other.Loose);
}

/// <summary>
/// Counts, word by word, what of a burst was understood and what was not. Understanding needs no such count; whoever decides whether to
/// trust it does.
/// </summary>
internal sealed class AccountKeeper(Tongue tongue, CatalogIndex catalog, PlaceFinder places, FoldedText folded, IReadOnlySet<string> names)
{
    private readonly ItemSpotter spotter = new(tongue, catalog, folded);

    public Account Of(IReadOnlyList<Token> clause)
    {
        var marked = spotter.Mark(clause);
        List<string> texts = [.. marked.Select(token => token.Text)];
        HashSet<int> covered = [.. tongue.Patterns.PlacesOfAll(marked)];
        for (var at = 0; at < marked.Count; at++) covered.UnionWith(Enumerable.Range(at, places.LengthAt(texts, at)));
        List<int> words = [.. Enumerable.Range(0, marked.Count).Where(at => marked[at].Is(TokenKind.Word))];
        var unknown = words.Count(at => !IsKnown(texts[at]));
        return new Account(words.Count, unknown, words.Count(at => !covered.Contains(at) && IsKnown(texts[at])));
    }

    private bool IsKnown(string word) =>
        tongue.Vocabulary.Knows(word) || tongue.Vocabulary.Knows(tongue.Stems.Of(word)) || places.Knows(word) || catalog.Find(word) is not null || tongue.Variants.IsLetterSize(word)
        || names.Contains(word) || WithoutElision(word) is { } rest && IsKnown(rest);

    // "n'ahịa" is "na ahịa".
    private string? WithoutElision(string word) => tongue.Lexicon.Elisions.Select(elision => elision + "'").Where(elision => word.Length > elision.Length && word.StartsWith(elision, StringComparison.Ordinal))
        .Select(elision => word[elision.Length..]).FirstOrDefault();
}
