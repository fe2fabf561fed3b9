using System.Runtime.CompilerServices;
using HaloAgent.Catalog;

namespace HaloAgent.AgentWorker.Agent.Guard;

/// <summary>Words of a sentence that mean one of the shop's products.</summary>
/// <param name="Products">Every one that they may mean.</param>
/// <param name="First">The first of the words.</param>
/// <param name="Last">The last of them.</param>
internal sealed record Mention(IReadOnlySet<Product> Products, int First, int Last);

/// <summary>Which of the shop's products a sentence may speak of, and where. Words that stand side by side narrow each other down.</summary>
internal sealed class ProductMentions
{
    private const int ShortestWord = 3;

    /// <summary>A shop's catalogue is the same list for many turns.</summary>
    private static readonly ConditionalWeakTable<IReadOnlyList<Product>, ProductMentions> Known = [];

    private readonly Dictionary<string, HashSet<Product>> byWord = new(StringComparer.Ordinal);
    private readonly HashSet<(Product, string)> numbers = [];

    private ProductMentions(IReadOnlyList<Product> catalogue)
    {
        Kinds = catalogue.SelectMany(product => product.Variants.Select(variant => variant.Name).Prepend(product.Category)).Distinct()
            .SelectMany(StatementReader.Words).Where(word => word.Length > 0 && CountWords.Read(word) is null).ToHashSet();
        foreach (var product in catalogue)
        {
            var words = product.Synonyms.Prepend(product.Name).SelectMany(StatementReader.Words).Where(word => word.Length > 0).ToList();
            numbers.UnionWith(words.Where(word => char.IsAsciiDigit(word[0])).Select(word => (product, word)));
            foreach (var word in words.Where(word => word.Length >= ShortestWord && !char.IsAsciiDigit(word[0]) && !CountWords.Joins(word)))
            {
                (byWord.TryGetValue(word, out var products) ? products : byWord[word] = []).Add(product);
            }
        }
    }

    /// <summary>The words of categories and variants.</summary>
    public IReadOnlySet<string> Kinds { get; }

    public static ProductMentions Of(IReadOnlyList<Product> catalogue) => Known.GetValue(catalogue, static products => new ProductMentions(products));

    /// <returns>In the order of the words.</returns>
    public IReadOnlyList<Mention> In(IReadOnlyList<PlacedWord> words)
    {
        var mentions = new List<Mention>();
        HashSet<Product>? open = null;
        for (var at = 0; at < words.Count; at++)
        {
            if (Find(words[at].Text) is not { } products)
            {
                // "Samosa (10 pieces)" is named once.
                if (open is not null && !open.Any(product => numbers.Contains((product, words[at].Text))) && !IsInsideName(words, at, open)) open = null;
            }
            else if (open is not null && open.Overlaps(products))
            {
                open.IntersectWith(products);
                mentions[^1] = mentions[^1] with { Last = at };
            }
            else
            {
                open = [.. products];
                mentions.Add(new Mention(open, at, at));
            }
        }

        return mentions;
    }

    // "Jollof rice and chicken" is one thing where one of that name is sold; "fried rice and chicken suya" are two.
    private bool IsInsideName(IReadOnlyList<PlacedWord> words, int at, HashSet<Product> open) =>
        CountWords.Joins(words[at].Text) && at + 1 < words.Count && Find(words[at + 1].Text) is { } next && open.Overlaps(next)
        && (at + 2 >= words.Count || Find(words[at + 2].Text) is not { } after || !next.Overlaps(after) || open.Overlaps(next.Intersect(after)));

    private HashSet<Product>? Find(string word) =>
        byWord.TryGetValue(word, out var products) || (word.EndsWith('s') && byWord.TryGetValue(word[..^1], out products)) || byWord.TryGetValue(word + "s", out products) ? products : null;
}
