using HaloAgent.Businesses;
using HaloAgent.Catalog;
using HaloAgent.Loyalty;

namespace HaloAgent.Orders;

/// <summary>
/// What a cart is filled from and priced by: the shop's products, also those that are not sold at the moment, and where it
/// delivers. Stock is only looked at here; it is taken when the order is placed.
/// </summary>
public sealed record CartGoods(IReadOnlyList<Product> Products, IReadOnlyList<DeliveryArea> Areas)
{
    /// <summary>What its customer could use; null where the shop gives no points, or nobody asked for them.</summary>
    public PointsAtHand? Points { get; init; }

    public CartView View(Cart cart, Guid? turnId) => CartFacts.View(cart, Products, Areas, turnId, Points);

    /// <summary>Why the cart may not hold so many of this, or null.</summary>
    public Failure? Refuse(Cart cart, Guid productId, Guid? variantId, int quantity)
    {
        if (Products.FirstOrDefault(p => p.Id == productId && p.DeletedAt is null) is not { } product)
        {
            return OrderFailures.NoSuchProduct;
        }

        if (variantId is null && product.Variants.Count > 0)
        {
            return OrderFailures.VariantNeeded;
        }

        var variant = product.Variants.FirstOrDefault(v => v.Id == variantId);
        if (variantId is not null && variant is null)
        {
            return OrderFailures.NoSuchProduct;
        }

        var left = product.IsSold ? variant?.Stock ?? product.Stock : 0;
        if (left < quantity)
        {
            return new OutOfStock(productId, variantId, variant is null ? product.Name : $"{product.Name} ({variant.Name})", left);
        }

        if (quantity > Cart.MaxQuantity)
        {
            return OrderFailures.QuantityOutOfRange;
        }

        return cart.Lines.Count == Cart.MaxLines && cart.QuantityOf(productId, variantId) == 0 ? OrderFailures.TooManyLines : null;
    }
}
