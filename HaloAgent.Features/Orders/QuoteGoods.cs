namespace HaloAgent.Orders;

/// <summary>What some goods come to at this moment's prices, before any of them is put into a cart.</summary>
public sealed class QuoteGoods(CartFacts facts)
{
    /// <returns>In the sequence that was asked for. What is not sold (any more), or not in such numbers, is left out.</returns>
    public async Task<Outcome<GoodsQuote>> HandleAsync(Guid businessId, IReadOnlyList<CartLine> wanted, CancellationToken cancellationToken)
    {
        var lines = await facts.PricedAsync(businessId, [.. wanted.Where(line => line.Quantity is >= 1 and <= Cart.MaxQuantity)], cancellationToken);
        return new GoodsQuote([.. lines.Where(line => line.Left > 0)]);
    }
}

/// <param name="Lines">Each with what so many of it cost.</param>
public sealed record GoodsQuote(IReadOnlyList<CartViewLine> Lines)
{
    /// <summary>Of all of them, without delivery.</summary>
    public Money Total => Lines.Aggregate(Money.Zero, (sum, line) => sum + line.Total);
}
