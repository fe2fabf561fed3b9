using HaloAgent.Catalog.Meaning;
using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Catalog;

/// <summary>
/// Finds what a customer means among the goods a shop sells: by the words of names, synonyms, categories, variants and descriptions,
/// in that order of worth; and what no product is called by the letters, so that a misspelt name is found as well. Where a server
/// reads meanings, what means the same counts beside that, unless the customer has named what they want.
/// </summary>
public sealed class SearchProducts(HaloDbContext db, RankProducts rank, FindByMeaning? meaning = null) : IProductSearch
{
    /// <summary>What every word of a name comes to at least; synonyms, descriptions and guesses give less.</summary>
    private const double Named = 0.85;

    /// <summary>Of reciprocal rank fusion, as it was published: how little the first places of a list are ahead of the next.</summary>
    private const double Evenness = 60;

    /// <summary>Of what was found, only that is shown which fits at least so well, compared with the best.</summary>
    private const double Fits = 0.4;

    public async Task<IReadOnlyList<ProductFacts>> HandleAsync(Guid businessId, ProductQuery query, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(query.Words)) return await EverythingAsync(businessId, query, cancellationToken);

        var synonyms = await db.Businesses.AsNoTracking().Where(b => b.Id == businessId).Select(b => b.SearchSynonyms).SingleOrDefaultAsync(cancellationToken);
        var asked = AskedWords.Read(query.Words, query.Language, synonyms ?? []);
        var ranked = await rank.ByWordsAsync(businessId, asked, query.MaxPrice, cancellationToken);
        var misspelt = asked.Where(word => word.MayBeMisspelt && !ranked.Any(product => product.Words.Contains(word.Text))).ToList();
        if (misspelt.Count > 0) ranked = Together(ranked, await rank.ByLettersAsync(businessId, misspelt, query.MaxPrice, cancellationToken));

        List<Guid> best = [.. ranked.Where(product => product.Worth >= ranked[0].Worth * Fits).Select(product => product.Id)];
        if (meaning is not null && asked.Count > 0 && !IsNamed(asked, ranked)) best = Fused(best, await meaning.FindAsync(businessId, query.Words, query.MaxPrice, cancellationToken));
        return await FactsAsync(businessId, [.. best.Take(query.Most)], asked, cancellationToken);
    }

    // Who names a thing wants that thing.
    private static bool IsNamed(IReadOnlyList<AskedWord> asked, IReadOnlyList<RankedProduct> ranked)
    {
        var wanted = asked.Where(word => !word.IsEveryday).ToList();
        return wanted.Count > 0 && ranked.Any(product => product.Worth >= wanted.Count * Named && wanted.All(word => product.Words.Contains(word.Text)));
    }

    /// <summary>Two rankings whose worths cannot be compared: only the places count, and what stands in both comes first.</summary>
    private static List<Guid> Fused(IReadOnlyList<Guid> byWords, IReadOnlyList<Guid> byMeaning) =>
    [
        .. byWords.Index().Concat(byMeaning.Index()).GroupBy(place => place.Item, place => 1 / (Evenness + place.Index))
            .OrderByDescending(product => product.Sum()).Select(product => product.Key),
    ];

    private static List<RankedProduct> Together(IReadOnlyList<RankedProduct> found, IReadOnlyList<RankedProduct> more) =>
    [
        .. found.Concat(more).GroupBy(product => product.Id)
            .Select(same => new RankedProduct(same.Key, same.Sum(one => one.Worth), [.. same.SelectMany(one => one.Words)]))
            .OrderByDescending(product => product.Worth),
    ];

    private async Task<IReadOnlyList<ProductFacts>> EverythingAsync(Guid businessId, ProductQuery query, CancellationToken cancellationToken)
    {
        var products = Sold(businessId);
        if (query.MaxPrice is { } most) products = products.Where(p => p.Variants.Any() ? p.Variants.Any(v => v.Price <= most) : p.Price <= most);
        var first = await products.OrderBy(p => p.Category).ThenBy(p => p.Name).ThenBy(p => p.Id).Take(query.Most).ToListAsync(cancellationToken);
        return [.. first.Select(ProductFacts.Of)];
    }

    private async Task<IReadOnlyList<ProductFacts>> FactsAsync(Guid businessId, List<Guid> ids, IReadOnlyList<AskedWord> asked, CancellationToken cancellationToken)
    {
        if (ids.Count == 0) return [];

        var products = await Sold(businessId).Where(p => ids.Contains(p.Id)).ToListAsync(cancellationToken);
        var words = asked.SelectMany(word => word.Words).ToHashSet(StringComparer.Ordinal);
        return [.. products.OrderBy(product => ids.IndexOf(product.Id)).Select(product => ProductFacts.Of(product).Marked(words))];
    }

    private IQueryable<Product> Sold(Guid businessId) =>
        db.Products.AsNoTracking().Include(p => p.Variants).Where(p => p.BusinessId == businessId && p.DeletedAt == null && p.Available);
}
