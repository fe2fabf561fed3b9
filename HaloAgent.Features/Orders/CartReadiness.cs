namespace HaloAgent.Orders;

internal static class CartReadiness
{
    /// <summary>The first reason why this cart cannot be ordered, or null.</summary>
    public static Failure? FirstRefusal(this CartView cart) => cart switch
    {
        { IsEmpty: true } => OrderFailures.EmptyCart,
        { TooFew: [var line, ..] } => line.OutOfStock,
        { Missing: [CartGap.Fulfillment, ..] } => OrderFailures.FulfillmentMissing,
        { Missing: [CartGap.Address, ..] } => OrderFailures.AddressMissing,
        { Missing: [CartGap.Area, ..] } => OrderFailures.AreaUnknown,
        _ => null,
    };
}
