using System.Collections.Concurrent;
using HaloAgent.Contracts.Catalog;
using HaloAgent.Languages;

namespace HaloAgent.Catalog;

/// <summary>
/// What a customer's words ask for: each word, or row of words that has a meaning of its own in this shop or language ("minerals",
/// "eran adie"), with everything it may stand for. Everyday words ("please", "size") ask for little by themselves.
/// </summary>
internal static class AskedWords
{
    /// <summary>Nobody names goods in more; a longer text is cut.</summary>
    private const int MostWords = 12;
    private const int MostCharacters = 400;

    public static IReadOnlyList<AskedWord> Read(string written, string? language, IReadOnlyList<SearchSynonym> synonyms)
    {
        var tongue = Tongue.Of(language);
        var words = SearchWords.In(written.Length <= MostCharacters ? written : written[..MostCharacters]);
        var meanings = Meanings(synonyms, tongue);
        List<AskedWord> asked = [];
        for (var at = 0; at < words.Count && asked.Count < MostWords;)
        {
            var length = Math.Min(SynonymLimits.Words, words.Count - at);
            while (length > 1 && !meanings.ContainsKey(Key(words, at, length, tongue.Stems))) length--;
            var key = Key(words, at, length, tongue.Stems);
            asked.Add(new AskedWord(
                [.. words.Skip(at).Take(length)], tongue.Stems, length == 1 && tongue.Vocabulary.Knows(words[at]), meanings.GetValueOrDefault(key) ?? []));
            at += length;
        }

        // A word said twice asks for nothing more.
        return [.. asked.DistinctBy(word => word.Text)];
    }

    private static Dictionary<string, IReadOnlyList<IReadOnlyList<string>>> Meanings(IReadOnlyList<SearchSynonym> synonyms, Tongue tongue)
    {
        Dictionary<string, IReadOnlyList<IReadOnlyList<string>>> meanings = new(tongue.Goods, StringComparer.Ordinal);
        foreach (var synonym in synonyms)
        {
            var words = SearchWords.In(synonym.Word);
            if (words.Count > 0) meanings[Key(words, 0, words.Count, tongue.Stems)] = [.. synonym.Means.Take(SynonymLimits.Meanings).Select(SearchWords.In).Where(meant => meant.Count is > 0 and <= SynonymLimits.Words)];
        }

        return meanings;
    }

    private static string Key(IReadOnlyList<string> words, int at, int length, Stems stems) =>
        length == 1 ? stems.Of(words[at]) : string.Join(' ', words.Skip(at).Take(length).Select(stems.Of));

    /// <summary>What a language knows of goods, made from its lexicon once.</summary>
    private sealed record Tongue(Stems Stems, Vocabulary Vocabulary, IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string>>> Goods)
    {
        private static readonly ConcurrentDictionary<string, Tongue> Known = new(StringComparer.Ordinal);

        public static Tongue Of(string? language) => Known.GetOrAdd(Lexicon.For(language).Language, static code =>
        {
            var lexicon = Lexicon.For(code);
            var stems = new Stems(lexicon);
            Dictionary<string, IReadOnlyList<IReadOnlyList<string>>> goods = new(StringComparer.Ordinal);
            foreach (var (name, meant) in lexicon.Goods.Concat(lexicon.Spellings))
            {
                var words = SearchWords.In(name);
                if (words.Count > 0) goods.TryAdd(Key(words, 0, words.Count, stems), [SearchWords.In(meant)]);
            }

            return new Tongue(stems, new Vocabulary(lexicon), goods);
        });
    }
}

/// <param name="Words">As written; several only where they mean something together.</param>
/// <param name="IsEveryday">Never a misspelt product, and found only in names.</param>
/// <param name="Meanings">What it also stands for, each of one or more words.</param>
internal sealed record AskedWord(IReadOnlyList<string> Words, Stems Stems, bool IsEveryday, IReadOnlyList<IReadOnlyList<string>> Meanings)
{
    /// <summary>Beginnings shorter than this begin too much.</summary>
    private const int ShortestBeginning = 3;
    private const int ShortestMisspelt = 4;

    public string Text { get; } = string.Join(' ', Words);

    /// <summary>Whether a word like it may have been meant.</summary>
    public bool MayBeMisspelt => !IsEveryday && Words is [{ Length: >= ShortestMisspelt } word] && !word.Any(char.IsDigit);

    /// <summary>Queries in PostgreSQL's language, each with what a product is worth that answers it; the best one counts.</summary>
    public IEnumerable<(string Query, double Worth)> Queries()
    {
        yield return (All(Words, "A", begins: false), 1);
        yield return (All(Words, "B", begins: false), 0.6);
        if (!IsEveryday)
        {
            yield return (All(Words, "AB", begins: true), 0.5);
            yield return (All(Words, "ABD", begins: false), 0.2);
        }

        if (Meanings.Count == 0) yield break;

        yield return (Any(Meanings, "A"), 0.9);
        yield return (Any(Meanings, "AB"), 0.55);
    }

    private string Any(IReadOnlyList<IReadOnlyList<string>> meanings, string weights) =>
        string.Join(" | ", meanings.Select(words => All(words, weights, begins: false)));

    // The words are letters and digits only, so nothing of what was written can be an operator.
    private string All(IReadOnlyList<string> words, string weights, bool begins) => $"({string.Join(" & ", words.Select(word => One(word, weights, begins)))})";

    private string One(string word, string weights, bool begins)
    {
        var stem = Stems.Of(word);
        var sign = begins && stem.Length >= ShortestBeginning ? ":*" : ":";
        return $"({string.Join(" | ", Forms(word, stem).Select(form => $"{form}{sign}{weights}"))})";
    }

    // Names are stored as they are written: "gown" has to find "gowns".
    private IEnumerable<string> Forms(string word, string stem) => Stems.FormsOf(stem).Prepend(word).Distinct();
}
