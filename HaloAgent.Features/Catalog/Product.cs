using HaloAgent.Contracts.Catalog;

namespace HaloAgent.Catalog;

/// <summary>Something a shop sells. With variants (sizes, colours) the stock and the price stand in them.</summary>
public sealed class Product
{
    private readonly List<ProductVariant> variants = [];

    private Product()
    {
    }

    public Guid Id { get; private set; }

    public Guid BusinessId { get; private set; }

    public string Name { get; private set; } = "";

    public string Category { get; private set; } = "";

    public string Description { get; private set; } = "";

    public Money Price { get; private set; }

    public int Stock { get; private set; }

    /// <summary>False hides it from customers without forgetting it.</summary>
    public bool Available { get; private set; } = true;

    public Guid? ImageId { get; private set; }

    /// <summary>Other words customers use for it.</summary>
    public IReadOnlyList<string> Synonyms { get; private set; } = [];

    public IReadOnlyList<ProductVariant> Variants => variants;

    /// <summary>What search looks at, folded (<see cref="SearchWords"/>): the name.</summary>
    public string SearchName { get; private set; } = "";

    /// <summary>Its synonyms, its category and its variants.</summary>
    public string SearchAlso { get; private set; } = "";

    /// <summary>Its description.</summary>
    public string SearchMore { get; private set; } = "";

    /// <summary>Whether customers can buy it, if there is stock.</summary>
    public bool IsSold => Available && DeletedAt is null;

    /// <summary>Orders keep what they sold, so a product is never deleted, only put away.</summary>
    public DateTimeOffset? DeletedAt { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>PostgreSQL's xmin: two members editing at once do not overwrite each other.</summary>
    public uint Version { get; private set; }

    public static Product Create(Guid businessId, SaveProductRequest saved, DateTimeOffset now)
    {
        var product = new Product { Id = Guid.CreateVersion7(now), BusinessId = businessId, CreatedAt = now };
        product.Save(saved, now);
        return product;
    }

    /// <summary>What <paramref name="saved"/> does not mention stays as it is.</summary>
    public void Save(SaveProductRequest saved, DateTimeOffset now)
    {
        Name = saved.Name.Trim();
        Category = saved.Category.Trim();
        Description = saved.Description?.Trim() ?? Description;
        Price = Money.FromNaira(saved.Price);
        Stock = saved.Stock;
        Available = saved.Available ?? Available;
        Synonyms = saved.Synonyms is null ? Synonyms : [.. saved.Synonyms.Select(word => word.Trim()).Where(word => word.Length > 0)];
        if (saved.Variants is not null)
        {
            SaveVariants(saved.Variants, now);
        }

        BeFound();
    }

    public void Show(Guid? imageId) => ImageId = imageId;

    public void PutAway(DateTimeOffset now) => DeletedAt ??= now;

    /// <summary>Takes stock for an order, or gives it back with a negative quantity. The caller holds the row lock.</summary>
    /// <returns>False, and nothing changed, when there is too little.</returns>
    public bool TakeStock(Guid? variantId, int quantity)
    {
        if (variantId is { } id)
        {
            return variants.Find(variant => variant.Id == id)?.TakeStock(quantity) ?? quantity < 0;
        }

        if (Stock < quantity)
        {
            return false;
        }

        Stock -= quantity;
        return true;
    }

    private void BeFound() => (SearchName, SearchAlso, SearchMore) = (
        SearchWords.Fold(Name),
        SearchWords.Fold(string.Join(" , ", [.. Synonyms, Category, .. variants.OrderBy(variant => variant.Position).Select(variant => variant.Name)])),
        SearchWords.Fold(Description));

    private void SaveVariants(IReadOnlyList<SaveVariantRequest> saved, DateTimeOffset now)
    {
        variants.RemoveAll(variant => saved.All(s => s.Id != variant.Id));
        foreach (var (request, position) in saved.Select((request, position) => (request, position)))
        {
            var variant = variants.Find(v => v.Id == request.Id);
            if (variant is null)
            {
                variants.Add(ProductVariant.Create(request, position, now));
            }
            else
            {
                variant.Save(request, position);
            }
        }
    }
}

/// <summary>One size or colour of a product.</summary>
public sealed class ProductVariant
{
    private ProductVariant()
    {
    }

    public Guid Id { get; private set; }

    public Guid ProductId { get; private set; }

    public string Name { get; private set; } = "";

    public Money Price { get; private set; }

    public int Stock { get; private set; }

    public int Position { get; private set; }

    internal static ProductVariant Create(SaveVariantRequest saved, int position, DateTimeOffset now)
    {
        var variant = new ProductVariant { Id = Guid.CreateVersion7(now) };
        variant.Save(saved, position);
        return variant;
    }

    internal void Save(SaveVariantRequest saved, int position)
    {
        Name = saved.Name.Trim();
        Price = Money.FromNaira(saved.Price);
        Stock = saved.Stock;
        Position = position;
    }

    internal bool TakeStock(int quantity)
    {
        if (Stock < quantity)
        {
            return false;
        }

        Stock -= quantity;
        return true;
    }
}
