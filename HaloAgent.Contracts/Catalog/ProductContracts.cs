using System.ComponentModel.DataAnnotations;

namespace HaloAgent.Contracts.Catalog;

public sealed record PublicProductView(
    Guid Id, string Name, string Category, string Description, decimal Price, bool InStock, string? ImageUrl, IReadOnlyList<PublicVariantView> Variants);

public sealed record PublicVariantView(Guid Id, string Name, decimal Price, bool InStock);

/// <summary>A product as its shop's members see it.</summary>
public sealed record ProductView(
    Guid Id, string Name, string Category, string Description, decimal Price, int Stock, bool Available, string? ImageUrl,
    IReadOnlyList<string> Synonyms, IReadOnlyList<VariantView> Variants, uint Version);

public sealed record VariantView(Guid Id, string Name, decimal Price, int Stock);

/// <summary>
/// Body of <c>POST /api/products</c> and <c>PUT /api/products/{id}</c>. A product with variants has its stock in them. What is left away in a
/// PUT stays as it is.
/// </summary>
public sealed record SaveProductRequest
{
    [Required, StringLength(ProductLimits.Name, MinimumLength = 1)]
    public required string Name { get; init; }

    [Required, StringLength(ProductLimits.Category, MinimumLength = 1)]
    public required string Category { get; init; }

    [StringLength(ProductLimits.Description)]
    public string? Description { get; init; }

    /// <summary>Naira, at most two decimals. Above 0, except where the variants have the prices.</summary>
    [Range(0, ProductLimits.Price, ErrorMessage = ProductLimits.NoPrice)]
    public required decimal Price { get; init; }

    [Range(0, ProductLimits.Stock, ErrorMessage = ProductLimits.NoStock)]
    public required int Stock { get; init; }

    /// <summary>True for a new product when nothing is said.</summary>
    public bool? Available { get; init; }

    [MaxLength(20)]
    public IReadOnlyList<string>? Synonyms { get; init; }

    [MaxLength(50)]
    public IReadOnlyList<SaveVariantRequest>? Variants { get; init; }

    /// <summary>
    /// The version that was edited; a newer one in the database answers 409. Null on creation, and for whoever sets the product as it is to be
    /// whatever it was before: the dashboard always says it.
    /// </summary>
    public uint? Version { get; init; }
}

public sealed record SaveVariantRequest
{
    /// <summary>Null for a new variant.</summary>
    public Guid? Id { get; init; }

    [Required, StringLength(ProductLimits.Variant, MinimumLength = 1)]
    public required string Name { get; init; }

    /// <summary>Naira, at most two decimals; above 0.</summary>
    [Range(0, ProductLimits.Price, ErrorMessage = ProductLimits.NoPrice)]
    public required decimal Price { get; init; }

    [Range(0, ProductLimits.Stock, ErrorMessage = ProductLimits.NoStock)]
    public required int Stock { get; init; }
}

public static class ProductLimits
{
    public const int Name = 120;
    public const int Category = 60;
    public const int Description = 1000;
    public const int Variant = 60;

    /// <summary>In naira.</summary>
    public const int Price = 100_000_000;

    public const int Stock = 1_000_000;

    public const string NoPrice = "A price is above ₦0, and at most ₦100,000,000.";
    public const string NoStock = "The stock is 0 or more, and at most 1,000,000.";
}
