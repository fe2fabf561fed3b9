using HaloAgent.Languages;

namespace HaloAgent.Catalog;

/// <summary>
/// Which products a shop's own words mean, without asking the database: those in whose name, synonyms, category or variants all the
/// words of a meaning stand, in whatever number. As <see cref="SearchProducts"/> finds them.
/// </summary>
public static class SharedWords
{
    private static readonly Stems Stems = new(Lexicon.For("en"));

    /// <returns>By product, the words that mean it.</returns>
    public static ILookup<Guid, string> Of(IReadOnlyList<Product> products, IReadOnlyList<SearchSynonym> synonyms)
    {
        if (synonyms.Count == 0) return Enumerable.Empty<(Guid Product, string Word)>().ToLookup(pair => pair.Product, pair => pair.Word);

        var byWord = products
            .SelectMany(product => $"{product.SearchName} {product.SearchAlso}".Split(' ').Select(Stems.Of).Distinct().Select(word => (word, product.Id)))
            .ToLookup(pair => pair.word, pair => pair.Id, StringComparer.Ordinal);
        return synonyms
            .SelectMany(synonym => synonym.Means.SelectMany(meant => Meant(byWord, meant)).Distinct().Select(product => (product, synonym.Word)))
            .ToLookup(pair => pair.product, pair => pair.Word);
    }

    private static IEnumerable<Guid> Meant(ILookup<string, Guid> byWord, string meant) =>
        SearchWords.In(meant).Select(word => byWord[Stems.Of(word)]).Aggregate((some, others) => some.Intersect(others));
}
