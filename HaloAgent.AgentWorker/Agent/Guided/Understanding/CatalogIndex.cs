using System.Collections.Concurrent;
using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>
/// The words of a catalogue, each with the names it stands in. A product has its name and its synonyms; every one of
/// them is a name of its own. Words of more than 40 letters are cut: no product needs them and comparing costs.
/// </summary>
internal sealed class CatalogIndex
{
    private const int LongestWord = 40;
    /// <summary>"XL" and "42" are no words.</summary>
    public const int ShortSize = 2;

    private readonly Dictionary<string, List<ProductName>> byWord = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, WordMatch?> heardBefore = new(StringComparer.Ordinal);
    private readonly Stems stems;
    private readonly Vocabulary vocabulary;
    private readonly HashSet<string> otherGoods;

    public CatalogIndex(IReadOnlyList<CatalogItem> items, Tongue tongue)
    {
        (stems, vocabulary, otherGoods) = (tongue.Stems, tongue.Vocabulary, tongue.OtherGoods);
        Func<string, IReadOnlyList<string>> wordsOf = tongue.WordsOf;
        foreach (var item in items)
        {
            foreach (var name in item.Synonyms.Prepend(item.Name)) Add(item, wordsOf(name));
        }

        Children = new ChildrensThings(items, tongue);
        VariantWords = [.. items.SelectMany(item => item.Variants).SelectMany(variant => wordsOf(variant.Name)).Where(word => word.Length > ShortSize)];
        Categories = [.. items.Select(item => item.Category).Where(category => category.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(category => new CategoryName(category, [.. wordsOf(category).Select(stems.Of)]))];
    }

    public IReadOnlyList<CategoryName> Categories { get; }

    public ChildrensThings Children { get; }

    /// <summary>Of the names of all sizes and colours.</summary>
    public HashSet<string> VariantWords { get; }

    /// <summary>The names in which this word stands, misspelt words included; null when there are none.</summary>
    public WordMatch? Find(string word)
    {
        if (word.Length > LongestWord) return null;
        return heardBefore.GetOrAdd(word, Look);
    }

    private WordMatch? Look(string word)
    {
        var stem = stems.Of(word);
        if (byWord.TryGetValue(stem, out var names)) return new WordMatch(names, Exact: true);
        if (vocabulary.Knows(word) || vocabulary.Knows(stem) || otherGoods.Contains(word) || char.IsAsciiDigit(word[0])) return null;

        var near = byWord.Where(entry => !char.IsAsciiDigit(entry.Key[0]) && WordDistance.IsNear(stem, entry.Key)).SelectMany(entry => entry.Value).Distinct().ToList();
        return near.Count > 0 ? new WordMatch(near, Exact: false) : null;
    }

    private void Add(CatalogItem item, IReadOnlyList<string> words)
    {
        var name = new ProductName(item, [.. words.Select(stems.Of)]);
        foreach (var word in name.Words.Distinct())
        {
            if (word.Length > LongestWord) continue;
            if (!byWord.TryGetValue(word, out var names)) byWord[word] = names = [];
            names.Add(name);
        }

        // "puffpuff" for "puff puff", "jollofrice" for "jollof rice".
        for (var i = 0; i + 1 < name.Words.Count; i++)
        {
            var joined = name.Words[i] + name.Words[i + 1];
            if (joined.Length <= LongestWord && !byWord.ContainsKey(joined)) byWord[joined] = [name];
        }
    }
}

internal sealed record ProductName(CatalogItem Item, IReadOnlyList<string> Words);

internal sealed record CategoryName(string Name, IReadOnlyList<string> Words);

internal sealed record WordMatch(IReadOnlyList<ProductName> Names, bool Exact);
