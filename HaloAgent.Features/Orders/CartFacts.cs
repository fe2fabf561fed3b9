using HaloAgent.Businesses;
using HaloAgent.Catalog;
using HaloAgent.Data;
using HaloAgent.Loyalty;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Orders;

/// <summary>Prices a cart from the catalogue of this moment.</summary>
public sealed class CartFacts(HaloDbContext db)
{
    private static readonly Func<HaloDbContext, Guid, Guid[], IAsyncEnumerable<Product>> ProductsOf = EF.CompileAsyncQuery(
        (HaloDbContext db, Guid businessId, Guid[] ids) =>
            db.Products.AsNoTracking().Include(p => p.Variants).Where(p => p.BusinessId == businessId && ids.Contains(p.Id)));

    internal async Task<CartView> ReadAsync(Cart cart, IReadOnlyList<DeliveryArea> areas, Guid? turnId, PointsAtHand? points, CancellationToken cancellationToken)
    {
        return View(cart, await ProductsAsync(cart.BusinessId, cart.Lines, cancellationToken), areas, turnId, points);
    }

    /// <summary>Lines that are in no cart, as they would stand in one.</summary>
    internal async Task<List<CartViewLine>> PricedAsync(Guid businessId, IReadOnlyList<CartLine> lines, CancellationToken cancellationToken) =>
        Priced(lines, await ProductsAsync(businessId, lines, cancellationToken));

    internal static List<CartViewLine> Priced(IReadOnlyList<CartLine> lines, IReadOnlyList<Product> products) =>
        [.. lines.Select(line => View(line, products.FirstOrDefault(p => p.Id == line.ProductId))).OfType<CartViewLine>()];

    private async Task<List<Product>> ProductsAsync(Guid businessId, IReadOnlyList<CartLine> lines, CancellationToken cancellationToken)
    {
        var ids = lines.Select(line => line.ProductId).Distinct().ToArray();
        return ids.Length == 0 ? [] : await ProductsOf(db, businessId, ids).ToListAsync(cancellationToken);
    }

    internal static CartView View(Cart cart, IReadOnlyList<Product> products, IReadOnlyList<DeliveryArea> areas, Guid? turnId, PointsAtHand? points = null)
    {
        var lines = Priced(cart.Lines, products);

        // An area that the shop has given up since no longer has a fee: the customer is asked again.
        var area = areas.FirstOrDefault(a => a.Name == cart.DeliveryArea);
        Money? fee = cart.Fulfillment switch
        {
            FulfillmentType.Pickup => Money.Zero,
            FulfillmentType.Delivery => area?.Fee,
            _ => null,
        };
        var delivered = cart.Fulfillment == FulfillmentType.Delivery;
        var view = new CartView(cart.Version, lines, cart.Fulfillment, delivered ? cart.DeliveryAddress : null, area?.Name, fee, SummaryShownEarlier: false, cart.Note);
        var used = cart.UsesPoints && points is not null ? points.Rules.UsableOn(view.ItemsTotal, points.Balance) : PointsUse.None;
        view = view with { PointsUsed = used.Points, Discount = used.Discount };
        return view with
        {
            SummaryShownEarlier = cart.SummaryShown is { } shown && shown.Version == cart.Version && shown.Total == view.Total && shown.TurnId != turnId,
        };
    }

    private static CartViewLine? View(CartLine line, Product? product)
    {
        if (product is null)
        {
            return null;
        }

        var variant = product.Variants.FirstOrDefault(v => v.Id == line.VariantId);
        var sold = product.IsSold && (line.VariantId is null ? product.Variants.Count == 0 : variant is not null);
        return new CartViewLine(
            product.Id, line.VariantId, product.Name, variant?.Name, line.Quantity, variant?.Price ?? product.Price, sold ? variant?.Stock ?? product.Stock : 0, line.Note);
    }
}
