using HaloAgent.Contracts.Catalog;

namespace HaloAgent.Web.Products;

/// <summary>What the owner edits, with the sentences beside the fields.</summary>
internal sealed class ProductForm
{
    private Dictionary<string, string> _errors = [];

    /// <summary>Of the product as the fields began; null: a new one.</summary>
    public uint? Version { get; private init; }

    public string Name { get; set; } = "";

    public string Category { get; set; } = "";

    public string Description { get; set; } = "";

    public decimal? Price { get; set; }

    public int? Stock { get; set; }

    public bool Available { get; set; } = true;

    public string Synonyms { get; set; } = "";

    public List<VariantForm> Variants { get; } = [];

    public static ProductForm Of(ProductView product)
    {
        var form = new ProductForm
        {
            Version = product.Version,
            Name = product.Name,
            Category = product.Category,
            Description = product.Description,
            Price = product.Price,
            Stock = product.Stock,
            Available = product.Available,
            Synonyms = string.Join(", ", product.Synonyms),
        };
        form.Variants.AddRange(product.Variants.Select(variant => new VariantForm { Id = variant.Id, Name = variant.Name, Price = variant.Price, Stock = variant.Stock }));
        return form;
    }

    public void AddVariant() => Variants.Add(new VariantForm { Price = Price, Stock = Variants.Count == 0 ? Stock : 0 });

    public bool Has(string field) => _errors.ContainsKey(field);

    public string? Why(string field) => _errors.GetValueOrDefault(field);

    /// <summary>The answer's field names come as <c>Name</c>, <c>name</c> or <c>Variants[0].Price</c>.</summary>
    public void Blame(IReadOnlyDictionary<string, string[]> errors) =>
        _errors = errors
            .Where(error => error.Value.Length > 0)
            .GroupBy(error => error.Key.Split('[', '.')[0].ToLowerInvariant())
            .ToDictionary(field => field.Key, field => field.First().Value[0]);

    /// <summary>Checks what can be said without asking the server.</summary>
    public bool IsComplete()
    {
        _errors = [];
        Require("name", Name.Trim().Length > 0, "Give it a name.");
        Require("category", Category.Trim().Length > 0, "Give it a category, for example Food or Drinks.");
        Require("price", Variants.Count > 0 || Price is > 0 and <= ProductLimits.Price, Price is null ? "Enter the price." : ProductLimits.NoPrice);
        Require("stock", Variants.Count > 0 || Stock is >= 0 and <= ProductLimits.Stock, Stock is null ? "Enter how many you have." : ProductLimits.NoStock);
        Require("variants", Variants.TrueForAll(variant => variant is { Price: null or > 0 and <= ProductLimits.Price }), ProductLimits.NoPrice);
        Require("variants", Variants.TrueForAll(variant => variant is { Stock: null or >= 0 and <= ProductLimits.Stock }), ProductLimits.NoStock);
        Require("variants", Variants.TrueForAll(variant => variant.Name.Trim().Length > 0 && variant is { Price: not null, Stock: not null }), "Give every choice a name, a price and a stock.");
        return _errors.Count == 0;
    }

    public SaveProductRequest ToRequest() => new()
    {
        Name = Name.Trim(),
        Category = Category.Trim(),
        Description = Description.Trim(),
        Price = Price ?? Variants.Min(variant => variant.Price) ?? 0,
        Stock = Variants.Count > 0 ? 0 : Stock ?? 0,
        Available = Available,
        Synonyms = Synonyms.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        Variants = [.. Variants.Select(variant => new SaveVariantRequest { Id = variant.Id, Name = variant.Name.Trim(), Price = variant.Price ?? 0, Stock = variant.Stock ?? 0 })],
        Version = Version,
    };

    private void Require(string field, bool fulfilled, string sentence)
    {
        if (!fulfilled)
        {
            _errors[field] = sentence;
        }
    }
}

internal sealed class VariantForm
{
    public Guid? Id { get; init; }

    public string Name { get; set; } = "";

    public decimal? Price { get; set; }

    public int? Stock { get; set; }
}
