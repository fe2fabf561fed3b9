namespace HaloAgent.Orders;

/// <summary>Paid for, and nobody has moved them on.</summary>
internal static class StuckOrders
{
    private static readonly TimeSpan TooLong = TimeSpan.FromHours(3);

    public static IQueryable<Order> StuckAt(this IQueryable<Order> orders, DateTimeOffset now)
    {
        var before = now - TooLong;
        return orders.Where(o => (o.Status == OrderStatus.Paid || o.Status == OrderStatus.Preparing) && o.CreatedAt < before && o.History.Max(c => c.At) < before);
    }
}
