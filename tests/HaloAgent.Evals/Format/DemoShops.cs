using HaloAgent.Data;

namespace HaloAgent.Evals.Format;

/// <summary>The two shops of which scenarios may speak, and their products by the names people give them.</summary>
internal static class DemoShops
{
    public static IReadOnlyList<DemoShop> All { get; } = [HaloKitchen.Shop, AnkaraCorner.Shop];

    public static DemoShop? Find(string name) => All.FirstOrDefault(shop => Same(shop.Slug, name) || Same(shop.Name, name));

    /// <summary>"Jollof", "ankara shirt (M)", "Puff-puff (10 pieces)".</summary>
    /// <exception cref="FormatException">There is no such product or size; the message says what there is.</exception>
    public static (DemoProduct Product, string? Variant) Product(this DemoShop shop, string name)
    {
        if (shop.ProductCalled(name) is { } whole) return (whole, OnlySize(whole, name));
        var open = name.LastIndexOf('(');
        if (open < 1 || !name.EndsWith(')') || shop.ProductCalled(name[..open].Trim()) is not { } product)
        {
            throw new FormatException($"{shop.Slug} sells no \"{name}\"; it sells: {string.Join("; ", shop.Products.Select(p => p.Name))}.");
        }

        var wanted = name[(open + 1)..^1].Trim();
        return product.Sizes.Select(size => size.Name).FirstOrDefault(size => Same(size, wanted)) is { } found
            ? (product, found)
            : throw new FormatException($"{product.Name} has no size \"{wanted}\"; it has: {Sizes(product)}.");
    }

    private static string? OnlySize(DemoProduct product, string name) => product.Sizes.Length == 0
        ? null
        : throw new FormatException($"\"{name}\" comes in sizes, write one in brackets: {Sizes(product)}.");

    private static string Sizes(DemoProduct product) => product.Sizes.Length == 0 ? "none" : string.Join(", ", product.Sizes.Select(size => size.Name));

    private static DemoProduct? ProductCalled(this DemoShop shop, string name) =>
        shop.Products.FirstOrDefault(product => Same(product.Name, name))
        ?? shop.Products.FirstOrDefault(product => Same(product.Name.Split(" (")[0], name))
        ?? shop.Products.FirstOrDefault(product => product.Synonyms.Split(',').Any(synonym => Same(synonym, name)));

    private static bool Same(string left, string right) => string.Equals(left.Trim(), right.Trim(), StringComparison.OrdinalIgnoreCase);
}
