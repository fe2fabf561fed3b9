using HaloAgent.Data;

namespace HaloAgent.Orders;

/// <summary>One change of an order's status: when, from what, to what, by whom and why.</summary>
public sealed class OrderChange
{
    private OrderChange()
    {
    }

    public Guid Id { get; private set; }

    public Guid OrderId { get; private set; }

    public DateTimeOffset At { get; private set; }

    public OrderStatus? From { get; private set; }

    public OrderStatus To { get; private set; }

    public ActorKind ByKind { get; private set; }

    public string ByName { get; private set; } = "";

    public Guid? ByMemberId { get; private set; }

    [Encrypted]
    public string? Note { get; private set; }

    internal static OrderChange Record(OrderStatus? from, OrderStatus to, Actor by, string? note, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        At = now,
        From = from,
        To = to,
        ByKind = by.Kind,
        ByName = by.Name,
        ByMemberId = by.MemberId,
        Note = note,
    };
}
