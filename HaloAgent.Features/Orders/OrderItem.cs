using HaloAgent.Data;

namespace HaloAgent.Orders;

/// <summary>A line of an order. Name and price are copied: a later edit of the product does not change what was sold.</summary>
public sealed class OrderItem
{
    private OrderItem()
    {
    }

    public Guid Id { get; private set; }

    public Guid OrderId { get; private set; }

    public int Position { get; private set; }

    public Guid ProductId { get; private set; }

    public Guid? VariantId { get; private set; }

    public string Name { get; private set; } = "";

    public string? Variant { get; private set; }

    public int Quantity { get; private set; }

    public Money UnitPrice { get; private set; }

    /// <summary>How the customer wants it, in their own words (<see cref="CustomerNote"/>).</summary>
    [Encrypted]
    public string? Note { get; private set; }

    public Money Total => UnitPrice * Quantity;

    /// <summary>Product and variant in one name.</summary>
    public string FullName => Variant is null ? Name : $"{Name} ({Variant})";

    public static OrderItem Of(int position, Guid productId, Guid? variantId, string name, string? variant, int quantity, Money unitPrice, string? note = null) => new()
    {
        Id = Guid.CreateVersion7(),
        Position = position,
        ProductId = productId,
        VariantId = variantId,
        Name = name,
        Variant = variant,
        Quantity = quantity,
        UnitPrice = unitPrice,
        Note = note,
    };
}
