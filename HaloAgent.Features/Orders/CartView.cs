namespace HaloAgent.Orders;

/// <summary>A cart as it stands now, priced from the catalogue of this moment: facts for a reply, nothing decided by their reader.</summary>
/// <param name="Area">The shop's own name of the delivery area, or null while none fits.</param>
/// <param name="DeliveryFee">Null while it is not known.</param>
/// <param name="PointsUsed">Of the customer's, as many as its goods allow.</param>
/// <param name="Note">A wish about the whole order, in the customer's own words.</param>
/// <param name="SummaryShownEarlier">Exactly this version and total was shown in an earlier turn: a yes confirms it.</param>
public sealed record CartView(
    int Version, IReadOnlyList<CartViewLine> Lines, FulfillmentType? Fulfillment, string? Address, string? Area, Money? DeliveryFee,
    bool SummaryShownEarlier, string? Note = null, int PointsUsed = 0, Money Discount = default)
{
    public bool IsEmpty => Lines.Count == 0;

    public Money ItemsTotal => Lines.Aggregate(Money.Zero, (sum, line) => sum + line.Total);

    /// <summary>Items and what is known of the delivery fee, less what points take off.</summary>
    public Money Total => ItemsTotal + (DeliveryFee ?? Money.Zero) - Discount;

    /// <summary>Lines of which the shop has fewer than wanted.</summary>
    public IReadOnlyList<CartViewLine> TooFew => [.. Lines.Where(line => line.Left < Lines.Where(line.IsSameThing).Sum(same => same.Quantity))];

    /// <summary>What has to be asked before it can be ordered, in the order in which it is asked.</summary>
    public IReadOnlyList<CartGap> Missing => [.. Gaps()];

    private IEnumerable<CartGap> Gaps()
    {
        if (IsEmpty)
        {
            yield return CartGap.Items;
        }

        if (Fulfillment is null)
        {
            yield return CartGap.Fulfillment;
        }

        if (Fulfillment == FulfillmentType.Delivery)
        {
            if (string.IsNullOrWhiteSpace(Address))
            {
                yield return CartGap.Address;
            }

            if (Area is null)
            {
                yield return CartGap.Area;
            }
        }
    }
}

/// <param name="Left">How many the shop has; 0 also when it no longer sells it.</param>
/// <param name="Note">How the customer wants it, in their own words.</param>
public sealed record CartViewLine(Guid ProductId, Guid? VariantId, string Name, string? Variant, int Quantity, Money UnitPrice, int Left, string? Note = null)
{
    public Money Total => UnitPrice * Quantity;


    /// <summary>Product and variant in one name.</summary>
    public string FullName => Variant is null ? Name : $"{Name} ({Variant})";

    internal bool IsSameThing(CartViewLine other) => other.ProductId == ProductId && other.VariantId == VariantId;

    internal OutOfStock OutOfStock => new(ProductId, VariantId, FullName, Left);
}

public enum CartGap
{
    Items,
    Fulfillment,
    Address,
    Area,
}
