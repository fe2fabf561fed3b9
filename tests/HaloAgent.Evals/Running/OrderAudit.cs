using HaloAgent.Evals.World;
using HaloAgent.Orders;

namespace HaloAgent.Evals.Running;

/// <summary>
/// Watches every order as it appears, and trusts neither the scenario's expectation nor the shop's arithmetic: was it placed at a line that
/// says yes, to a total that had been shown, and is that total right by the price list?
/// </summary>
internal sealed class OrderAudit(ShopCopy shop)
{
    private readonly HashSet<Guid> seen = [];

    public List<string> Unconfirmed { get; } = [];

    public List<string> WrongTotals { get; } = [];

    /// <param name="saidBefore">What the shop had said before the customer's line at which these orders appeared.</param>
    public void Look(IReadOnlyList<Order> orders, bool customerConfirms, IReadOnlyList<string> saidBefore, int line)
    {
        foreach (var order in orders.Where(order => seen.Add(order.Id)))
        {
            if (!customerConfirms) Unconfirmed.Add($"Line {line} says no yes, and order {order.DisplayNumber} over {order.Total} was placed.");
            else if (!saidBefore.Any(text => text.Contains(order.Total.ToString(), StringComparison.Ordinal))) Unconfirmed.Add($"The total {order.Total} of order {order.DisplayNumber} had never been shown.");
            if (Expected(order) is var right && right != order.Total) WrongTotals.Add($"Order {order.DisplayNumber} has the total {order.Total}; by the price list it is {right?.ToString() ?? "not deliverable"}.");
        }
    }

    private Money? Expected(Order order)
    {
        var points = order.PointsUsed <= shop.PointsGiven ? ShopCopy.PointValue * order.PointsUsed : Money.Zero;
        var items = order.Items.Aggregate(Money.Zero, (sum, item) => sum + (shop.ListPrice(item.Name, item.Variant) * item.Quantity)) - points;
        return order.Fulfillment == FulfillmentType.Pickup ? items : shop.Fee(order.DeliveryArea) is { } fee ? items + fee : null;
    }
}
