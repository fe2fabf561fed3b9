using HaloAgent.Contracts.Orders;

namespace HaloAgent.Orders;

/// <summary>The states of an order. Their wire and database names are those of <see cref="OrderStatuses"/>.</summary>
public enum OrderStatus
{
    PendingPayment,
    AwaitingConfirmation,
    Paid,
    PaymentRejected,
    Preparing,
    ReadyForPickup,
    OutForDelivery,
    Completed,
    Cancelled,
    Expired,
}

public static class OrderStatusMoves
{
    /// <summary>The one table of allowed moves. What is not here cannot happen.</summary>
    private static readonly Dictionary<OrderStatus, OrderStatus[]> Allowed = new()
    {
        [OrderStatus.PendingPayment] = [OrderStatus.AwaitingConfirmation, OrderStatus.Paid, OrderStatus.Cancelled, OrderStatus.Expired],
        [OrderStatus.AwaitingConfirmation] = [OrderStatus.Paid, OrderStatus.PaymentRejected, OrderStatus.Cancelled],
        [OrderStatus.PaymentRejected] = [OrderStatus.AwaitingConfirmation, OrderStatus.Paid, OrderStatus.Cancelled, OrderStatus.Expired],
        [OrderStatus.Paid] = [OrderStatus.Preparing, OrderStatus.ReadyForPickup, OrderStatus.OutForDelivery, OrderStatus.Completed, OrderStatus.Cancelled],
        [OrderStatus.Preparing] = [OrderStatus.ReadyForPickup, OrderStatus.OutForDelivery, OrderStatus.Completed, OrderStatus.Cancelled],
        [OrderStatus.ReadyForPickup] = [OrderStatus.Completed, OrderStatus.OutForDelivery, OrderStatus.Cancelled],
        [OrderStatus.OutForDelivery] = [OrderStatus.Completed, OrderStatus.Cancelled],
        [OrderStatus.Completed] = [],
        [OrderStatus.Cancelled] = [OrderStatus.AwaitingConfirmation],
        [OrderStatus.Expired] = [OrderStatus.AwaitingConfirmation],
    };

    public static bool CanMoveTo(this OrderStatus from, OrderStatus to) => Allowed[from].Contains(to);

    /// <summary>What a member may choose. Claims and expiry are not decisions of a person; payment is approved or rejected, not moved.</summary>
    public static IEnumerable<OrderStatus> MovesForMember(this OrderStatus from, FulfillmentType fulfillment) =>
        Allowed[from].Where(to => to is OrderStatus.Preparing or OrderStatus.Completed or OrderStatus.Cancelled
            || (to == OrderStatus.ReadyForPickup && fulfillment == FulfillmentType.Pickup)
            || (to == OrderStatus.OutForDelivery && fulfillment == FulfillmentType.Delivery));

    /// <summary>Whether the order still holds the stock it took when it was placed.</summary>
    public static bool HoldsStock(this OrderStatus status) => status is not (OrderStatus.Cancelled or OrderStatus.Expired);

    public static bool IsUnpaid(this OrderStatus status) => status is OrderStatus.PendingPayment or OrderStatus.PaymentRejected;

    public static bool IsOpen(this OrderStatus status) => status is not (OrderStatus.Completed or OrderStatus.Cancelled or OrderStatus.Expired);

    public static string WireName(this OrderStatus status) => OrderStatuses.All[(int)status];

    /// <summary>For sentences to members: "awaiting confirmation".</summary>
    internal static string Words(this OrderStatus status) => status.WireName().Replace('_', ' ');

    public static OrderStatus? FromWireName(string name)
    {
        for (var i = 0; i < OrderStatuses.All.Count; i++)
        {
            if (string.Equals(OrderStatuses.All[i], name, StringComparison.OrdinalIgnoreCase))
            {
                return (OrderStatus)i;
            }
        }

        return null;
    }
}

public enum FulfillmentType
{
    Delivery,
    Pickup,
}
