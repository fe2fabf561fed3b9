using HaloAgent.Businesses;

namespace HaloAgent.Orders;

/// <summary>Everything a template may say of an order: copied from committed records, so a reply made of it invents nothing.</summary>
/// <param name="Number">As customers read it: <c>0042</c>.</param>
/// <param name="BankDetails">Where to pay; null when the shop has saved none: then the shop sends them, nobody makes any up.</param>
/// <param name="ExpiresAt">Until when an unpaid order is held; null once it is claimed, paid or over.</param>
/// <param name="Note">The customer's own words about the whole order.</param>
/// <param name="LastNote">What was noted with the last change of status (why a payment was rejected, why it was cancelled).</param>
public sealed record OrderFacts(
    Guid Id, string Number, OrderStatus Status, IReadOnlyList<OrderLineFacts> Lines, Money DeliveryFee, Money Total, FulfillmentType Fulfillment,
    string? Address, string? Area, string PaymentReference, BankDetails? BankDetails, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, string? LastNote,
    string? Note = null, int PointsUsed = 0, Money Discount = default)
{
    public Money ItemsTotal => Total - DeliveryFee + Discount;

    public static OrderFacts Of(Order order, BankDetails? bankDetails) => new(
        order.Id, order.DisplayNumber, order.Status,
        [.. order.Items.OrderBy(i => i.Position).Select(i => new OrderLineFacts(i.ProductId, i.VariantId, i.Name, i.Variant, i.Quantity, i.UnitPrice, i.Note))],
        order.DeliveryFee, order.Total, order.Fulfillment, order.DeliveryAddress, order.DeliveryArea, order.PaymentReference, bankDetails,
        order.CreatedAt, order.ExpiresAt, order.History.Where(c => c.To == order.Status).MaxBy(c => c.At)?.Note, order.Note, order.PointsUsed, order.Discount);
}

/// <param name="Note">How the customer wants it, in their own words.</param>
public sealed record OrderLineFacts(Guid ProductId, Guid? VariantId, string Name, string? Variant, int Quantity, Money UnitPrice, string? Note = null)
{
    public Money Total => UnitPrice * Quantity;

    /// <summary>Product and variant in one name.</summary>
    public string FullName => Variant is null ? Name : $"{Name} ({Variant})";
}
