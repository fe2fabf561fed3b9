namespace HaloAgent.Catalog;

/// <summary>
/// Finds what a customer means among a shop's goods, however they spell it. The one seam through which brains search the catalogue:
/// what stands behind it may change.
/// </summary>
public interface IProductSearch
{
    /// <returns>Best first; only what customers may buy, also when it is sold out.</returns>
    Task<IReadOnlyList<ProductFacts>> HandleAsync(Guid businessId, ProductQuery query, CancellationToken cancellationToken);
}

/// <param name="Words">In the customer's words; empty: everything.</param>
/// <param name="Language">The customer's, for plurals and everyday words; null: English.</param>
/// <param name="MaxPrice">Only what costs no more.</param>
public sealed record ProductQuery(string Words, string? Language, Money? MaxPrice, int Most);

/// <summary>What may be said of a product.</summary>
/// <param name="Price">Of the cheapest variant, where there are some.</param>
/// <param name="Stock">Of all variants together.</param>
public sealed record ProductFacts(
    Guid Id, string Name, string Category, string Description, Money Price, int Stock, bool HasPicture, IReadOnlyList<VariantFacts> Variants)
{
    public static ProductFacts Of(Product product) => new(
        product.Id, product.Name, product.Category, product.Description,
        product.Variants.Count > 0 ? product.Variants.Min(variant => variant.Price) : product.Price,
        !product.IsSold ? 0 : product.Variants.Count > 0 ? product.Variants.Sum(variant => variant.Stock) : product.Stock,
        product.ImageId is not null,
        [.. product.Variants.OrderBy(variant => variant.Position).Select(variant => new VariantFacts(variant.Id, variant.Name, variant.Price, variant.Stock))]);

    /// <summary>With the variants that these words name ("size L").</summary>
    internal ProductFacts Marked(IReadOnlySet<string> words) => this with
    {
        Variants = [.. Variants.Select(variant => variant with { IsAsked = SearchWords.In(variant.Name) is { Count: > 0 } name && name.All(words.Contains) })],
    };
}

/// <param name="IsAsked">The customer named this one.</param>
public sealed record VariantFacts(Guid Id, string Name, Money Price, int Stock, bool IsAsked = false);
