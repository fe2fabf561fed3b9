using HaloAgent.Data;

namespace HaloAgent.Orders;

/// <summary>
/// What a contact is about to order. It belongs to the contact, so that it is the same on every channel. Each change raises
/// its version; a confirmation is good only for exactly the summary that was shown.
/// </summary>
public sealed class Cart
{
    public const int MaxLines = 50;
    public const int MaxQuantity = 1000;

    private Cart()
    {
    }

    public Guid ContactId { get; private set; }

    public Guid BusinessId { get; private set; }

    public IReadOnlyList<CartLine> Lines { get; private set; } = [];

    public FulfillmentType? Fulfillment { get; private set; }

    [Encrypted]
    public string? DeliveryAddress { get; private set; }

    /// <summary>One of the shop's delivery areas, by its first name.</summary>
    public string? DeliveryArea { get; private set; }

    public int Version { get; private set; }

    /// <summary>What the customer was last asked to confirm.</summary>
    public CartSummaryShown? SummaryShown { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public static Cart Empty(Guid businessId, Guid contactId, DateTimeOffset now) => new() { BusinessId = businessId, ContactId = contactId, UpdatedAt = now };

    /// <summary>As it was stored.</summary>
    internal static Cart Restore(
        Guid businessId, Guid contactId, IReadOnlyList<CartLine> lines, FulfillmentType? fulfillment, string? address, string? area, int version,
        CartSummaryShown? summaryShown, DateTimeOffset updatedAt) => new()
        {
            BusinessId = businessId,
            ContactId = contactId,
            Lines = lines,
            Fulfillment = fulfillment,
            DeliveryAddress = address,
            DeliveryArea = area,
            Version = version,
            SummaryShown = summaryShown,
            UpdatedAt = updatedAt,
        };

    /// <summary>To be changed without changing this one.</summary>
    internal Cart Copy() => (Cart)MemberwiseClone();

    public int QuantityOf(Guid productId, Guid? variantId) =>
        Lines.FirstOrDefault(line => line.Is(productId, variantId))?.Quantity ?? 0;

    /// <summary>Sets a line to a quantity; 0 removes it.</summary>
    public void SetQuantity(Guid productId, Guid? variantId, int quantity, DateTimeOffset now)
    {
        Lines = (quantity, Lines.Any(line => line.Is(productId, variantId))) switch
        {
            (0, _) => [.. Lines.Where(line => !line.Is(productId, variantId))],
            (_, true) => [.. Lines.Select(line => line.Is(productId, variantId) ? line with { Quantity = quantity } : line)],
            _ => [.. Lines, new CartLine(productId, variantId, quantity)],
        };
        Changed(now);
    }

    public void DeliverTo(string? address, string? area, DateTimeOffset now)
    {
        (Fulfillment, DeliveryAddress, DeliveryArea) = (FulfillmentType.Delivery, address, area);
        Changed(now);
    }

    public void PickUp(DateTimeOffset now)
    {
        Fulfillment = FulfillmentType.Pickup;
        Changed(now);
    }

    public void Clear(DateTimeOffset now)
    {
        (Lines, Fulfillment, DeliveryAddress, DeliveryArea) = ([], null, null, null);
        Changed(now);
    }

    public void ShowSummary(Money total, Guid turnId, DateTimeOffset now)
    {
        SummaryShown = new CartSummaryShown(Version, total, turnId);
        UpdatedAt = now;
    }

    private void Changed(DateTimeOffset now)
    {
        Version++;
        SummaryShown = null;
        UpdatedAt = now;
    }
}

public sealed record CartLine(Guid ProductId, Guid? VariantId, int Quantity)
{
    public bool Is(Guid productId, Guid? variantId) => ProductId == productId && VariantId == variantId;
}

/// <param name="TurnId">The turn that showed it: the yes has to come in a later one, so that no message confirms its own summary.</param>
public sealed record CartSummaryShown(int Version, Money Total, Guid TurnId);
