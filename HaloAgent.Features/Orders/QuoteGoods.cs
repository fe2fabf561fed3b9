using HaloAgent.Catalog;

namespace HaloAgent.Orders;

/// <summary>What some goods come to at this moment's prices, before any of them is put into a cart.</summary>
public sealed class QuoteGoods(CartFacts cart)
{
    /// <returns>In the sequence that was asked for. What the shop does not sell (any more) is left out.</returns>
    public async Task<Outcome<GoodsQuote>> HandleAsync(Guid businessId, IReadOnlyList<WantedGoods> wanted, CancellationToken cancellationToken)
    {
        var products = await cart.ProductsAsync(businessId, [.. wanted.Select(goods => goods.ProductId).Distinct()], cancellationToken);
        return Of(wanted, products);
    }

    internal static GoodsQuote Of(IReadOnlyList<WantedGoods> wanted, IReadOnlyList<Product> products) =>
        new([.. wanted.Select(goods => Line(goods, products.FirstOrDefault(product => product.Id == goods.ProductId))).OfType<QuotedGoods>()]);

    private static QuotedGoods? Line(WantedGoods goods, Product? product)
    {
        if (product is not { IsSold: true } || goods.Quantity is < 1 or > Cart.MaxQuantity) return null;
        if (goods.VariantId is null) return product.Variants.Count == 0 ? new QuotedGoods(product.Id, null, product.Name, goods.Quantity, product.Price, product.Price * goods.Quantity) : null;
        return product.Variants.FirstOrDefault(one => one.Id == goods.VariantId) is { } variant
            ? new QuotedGoods(product.Id, variant.Id, $"{product.Name} ({variant.Name})", goods.Quantity, variant.Price, variant.Price * goods.Quantity)
            : null;
    }
}

public sealed record WantedGoods(Guid ProductId, Guid? VariantId, int Quantity);

/// <param name="Lines">Each with what so many of it cost.</param>
public sealed record GoodsQuote(IReadOnlyList<QuotedGoods> Lines)
{
    /// <summary>Of all of them, without delivery.</summary>
    public Money Total => Lines.Aggregate(Money.Zero, (sum, line) => sum + line.Total);
}

/// <param name="Name">Product and variant in one.</param>
public sealed record QuotedGoods(Guid ProductId, Guid? VariantId, string Name, int Quantity, Money UnitPrice, Money Total);
