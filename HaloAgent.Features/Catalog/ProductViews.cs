using System.Globalization;
using System.Text;
using HaloAgent.Contracts.Catalog;
using HaloAgent.Data;

namespace HaloAgent.Catalog;

/// <summary>Products as members and as the public see them.</summary>
public static class ProductViews
{
    public static ProductView View(this Product product) => new(
        product.Id, product.Name, product.Category, product.Description, product.Price.Naira, product.Stock, product.Available, ImageUrl(product),
        product.Synonyms, [.. InOrder(product).Select(v => new VariantView(v.Id, v.Name, v.Price.Naira, v.Stock))], product.Fingerprint());

    public static PublicProductView PublicView(this Product product) => new(
        product.Id, product.Name, product.Category, product.Description, LowestPrice(product).Naira, InStock(product), ImageUrl(product),
        [.. InOrder(product).Select(v => new PublicVariantView(v.Id, v.Name, v.Price.Naira, v.Stock > 0))]);

    /// <summary>
    /// The version of a product as it is edited, stock and variants included. The row's own version would not do: a sale changes the
    /// stock of a variant without touching the product.
    /// </summary>
    internal static uint Fingerprint(this Product product)
    {
        var text = new StringBuilder();
        text.AppendJoin('\n', [product.Name, product.Category, product.Description, .. product.Synonyms]);
        text.Append(CultureInfo.InvariantCulture, $"\n{product.Price.Kobo} {product.Stock} {product.Available}");
        foreach (var variant in InOrder(product))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{variant.Id} {variant.Name} {variant.Price.Kobo} {variant.Stock}");
        }

        return ContentVersion.Of(Encoding.UTF8.GetBytes(text.ToString()).AsSpan());
    }

    private static IEnumerable<ProductVariant> InOrder(Product product) => product.Variants.OrderBy(v => v.Position).ThenBy(v => v.Id);

    private static bool InStock(Product product) => product.Variants.Count == 0 ? product.Stock > 0 : product.Variants.Any(v => v.Stock > 0);

    private static Money LowestPrice(Product product) => product.Variants.Count == 0 ? product.Price : product.Variants.Min(v => v.Price);

    private static string? ImageUrl(Product product) => product.ImageId is { } image ? $"/api/public/images/{image}" : null;
}
