using HaloAgent.Catalog;

namespace HaloAgent.AgentWorker.Agent.Guard;

/// <summary>Which of the shop's products a sentence may speak of, and where. Words that stand side by side narrow each other down.</summary>
internal sealed class ProductMentions
{
    private const int ShortestWord = 3;
    private readonly Dictionary<string, HashSet<Product>> byWord = new(StringComparer.Ordinal);

    public ProductMentions(IReadOnlyList<Product> catalogue)
    {
        foreach (var product in catalogue)
        {
            foreach (var word in product.Synonyms.Prepend(product.Name).SelectMany(StatementReader.Words).Where(word => word.Length >= ShortestWord && !char.IsAsciiDigit(word[0])))
            {
                (byWord.TryGetValue(word, out var products) ? products : byWord[word] = []).Add(product);
            }
        }
    }

    /// <returns>In the order of the words; each with every product that it may mean.</returns>
    public IReadOnlyList<IReadOnlySet<Product>> In(string text)
    {
        var mentions = new List<HashSet<Product>>();
        HashSet<Product>? open = null;
        foreach (var word in StatementReader.Words(text))
        {
            if (Find(word) is not { } products)
            {
                open = null;
                continue;
            }

            if (open is not null && open.Overlaps(products))
            {
                open.IntersectWith(products);
                continue;
            }

            open = [.. products];
            mentions.Add(open);
        }

        return mentions;
    }

    private HashSet<Product>? Find(string word) =>
        byWord.TryGetValue(word, out var products) || (word.EndsWith('s') && byWord.TryGetValue(word[..^1], out products)) || byWord.TryGetValue(word + "s", out products) ? products : null;
}
