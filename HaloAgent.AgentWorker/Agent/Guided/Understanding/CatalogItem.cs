using HaloAgent.Catalog;

namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>What has to be known of a product to recognise it in a sentence.</summary>
internal sealed record CatalogItem(Guid Id, string Name, string Category, IReadOnlyList<string> Synonyms, IReadOnlyList<CatalogVariant> Variants)
{
    public static CatalogItem Of(Product product) =>
        new(product.Id, product.Name, product.Category, product.Synonyms, [.. product.Variants.Select(variant => new CatalogVariant(variant.Id, variant.Name))]);
}

internal sealed record CatalogVariant(Guid Id, string Name);

/// <summary>A product as a customer named it; several candidates mean that the customer has to be asked.</summary>
/// <param name="Candidates">Best first.</param>
/// <param name="Heard">The customer's own words.</param>
/// <param name="Variants">The variants of the only candidate that fit what was said; empty when none was named.</param>
/// <param name="UnknownVariant">A size or colour that the product does not come in.</param>
/// <param name="Confidence">1 for its full name, less for a part of it or a misspelling.</param>
internal sealed record ProductMention(
    IReadOnlyList<CatalogItem> Candidates, string Heard, IReadOnlyList<CatalogVariant> Variants, string? UnknownVariant, double Confidence)
{
    /// <summary>What is made for children and could be called so, too: a "gown" for a daughter.</summary>
    public IReadOnlyList<CatalogItem> ForChildren { get; init; } = [];

    /// <summary>Where it begins and ends in the folded text.</summary>
    public int At { get; init; }
    public int End { get; init; }

    public CatalogItem? Only => Candidates is [var only] ? only : null;

    public bool IsAmbiguous => Candidates.Count > 1;

    /// <summary>Something was asked for that the shop does not have.</summary>
    public bool IsUnknown => Candidates.Count == 0;
}
