using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.Catalog;

namespace HaloAgent.UnitTests.Guided;

/// <summary>
/// Search without a database, by the guided brain's ear for names: what the scripted shop answers with, and what the load tests
/// compare the real search with.
/// </summary>
internal sealed class SearchInMemory
{
    private readonly IReadOnlyList<Product> catalogue;
    private readonly List<CatalogItem> items;
    private readonly Tongue tongue;
    private readonly CatalogIndex index;

    public SearchInMemory(IReadOnlyList<Product> catalogue, string? language)
    {
        (this.catalogue, tongue) = (catalogue, Tongue.Of(language));
        items = [.. catalogue.Select(product => new CatalogItem(product.Id, product.Name, product.Category, product.Synonyms, []))];
        index = new CatalogIndex(items, tongue);
    }

    public static IReadOnlyList<ProductFacts> Find(IReadOnlyList<Product> catalogue, ProductQuery query) => new SearchInMemory(catalogue, query.Language).Find(query);

    public IReadOnlyList<ProductFacts> Find(ProductQuery query)
    {
        var fitting = catalogue.Select(ProductFacts.Of).Where(product => query.MaxPrice is not { } most || product.Price <= most).ToDictionary(product => product.Id);
        return string.IsNullOrWhiteSpace(query.Words)
            ? [.. fitting.Values.Take(query.Most)]
            : [.. Search(tongue.WordsOf(query.Words)).Select(item => fitting.GetValueOrDefault(item.Id)).OfType<ProductFacts>().Take(query.Most)];
    }

    /// <summary>The more of the words a product has in its name, the better; its category counts half.</summary>
    private IEnumerable<CatalogItem> Search(IReadOnlyList<string> words)
    {
        Dictionary<Guid, (CatalogItem Item, double Score)> found = [];
        foreach (var word in words.Distinct())
        {
            if (index.Find(word) is { } match) Count(match.Names.Select(name => name.Item).DistinctBy(item => item.Id), match.Exact ? 1 : 0.6);
            var stem = tongue.Stems.Of(word);
            foreach (var category in index.Categories.Where(category => category.Words.Contains(stem)))
            {
                Count(items.Where(item => string.Equals(item.Category, category.Name, StringComparison.OrdinalIgnoreCase)), 0.5);
            }
        }

        return found.Values.OrderByDescending(one => one.Score).ThenBy(one => one.Item.Name.Length).Select(one => one.Item);

        void Count(IEnumerable<CatalogItem> fitting, double score)
        {
            foreach (var item in fitting) found[item.Id] = (item, found.GetValueOrDefault(item.Id).Score + score);
        }
    }
}
