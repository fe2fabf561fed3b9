using HaloAgent.Data;
using HaloAgent.Loyalty;

namespace HaloAgent.Orders;

/// <summary>What a customer confirmed, at the prices of that moment. Every change of status leaves an <see cref="OrderChange"/>.</summary>
public sealed class Order
{
    public const int AddressLength = 400;
    public const int NoteLength = 500;

    private readonly List<OrderItem> items = [];
    private readonly List<OrderChange> history = [];

    private Order()
    {
    }

    public Guid Id { get; private set; }

    public Guid BusinessId { get; private set; }

    public Guid ContactId { get; private set; }

    /// <summary>The chat it was placed in: where its customer is told what happens.</summary>
    public Guid ConversationId { get; private set; }

    /// <summary>Counts per business, from 1.</summary>
    public long Number { get; private set; }

    public string DisplayNumber => Display(Number);

    public OrderStatus Status { get; private set; }

    public FulfillmentType Fulfillment { get; private set; }

    [Encrypted]
    public string? DeliveryAddress { get; private set; }

    public string? DeliveryArea { get; private set; }

    public Money DeliveryFee { get; private set; }

    /// <summary>What the customer's points took off, or (with none used) what the shop gave for them (<see cref="WaivePoints"/>).</summary>
    public Money Discount { get; private set; }

    public int PointsUsed { get; private set; }

    /// <summary>Items and delivery, less the discount.</summary>
    public Money Total { get; private set; }

    /// <summary>Unique platform-wide; see <see cref="Payments.PaymentReference"/>.</summary>
    public string PaymentReference { get; private set; } = "";

    /// <summary>A wish about the whole order, in the customer's own words (<see cref="CustomerNote"/>).</summary>
    [Encrypted]
    public string? Note { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it gives its stock back if it is still unpaid.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    public IReadOnlyList<OrderItem> Items => items;

    public IReadOnlyList<OrderChange> History => history;

    public uint Version { get; private set; }

    /// <summary>For one that was read without its items and history.</summary>
    internal void Attach(IEnumerable<OrderItem> readItems, IEnumerable<OrderChange> readHistory)
    {
        items.AddRange(readItems);
        history.AddRange(readHistory);
    }

    internal static string Display(long number) => number.ToString("D4", System.Globalization.CultureInfo.InvariantCulture);

    /// <param name="number">0: it is drawn when the order is stored.</param>
    public static Order Place(
        Guid businessId, Guid contactId, Guid conversationId, string paymentReference, Delivery delivery, IEnumerable<OrderItem> lines,
        DateTimeOffset now, TimeSpan unpaidFor, long number = 0, string? note = null, PointsUse? points = null)
    {
        var order = new Order
        {
            Id = Guid.CreateVersion7(now),
            BusinessId = businessId,
            ContactId = contactId,
            ConversationId = conversationId,
            Number = number,
            PaymentReference = paymentReference,
            Fulfillment = delivery.Fulfillment,
            DeliveryAddress = delivery.Address,
            DeliveryArea = delivery.Area,
            DeliveryFee = delivery.Fee,
            Note = note,
            PointsUsed = points?.Points ?? 0,
            Discount = points?.Discount ?? Money.Zero,
            CreatedAt = now,
            ExpiresAt = now + unpaidFor,
        };
        order.items.AddRange(lines);
        order.Total = order.items.Aggregate(delivery.Fee, (sum, item) => sum + item.Total) - order.Discount;
        order.history.Add(OrderChange.Record(null, OrderStatus.PendingPayment, Actor.Customer, null, now));
        return order;
    }

    /// <summary>Moves the order if the table allows it; otherwise nothing changes.</summary>
    public Outcome<OrderChange> MoveTo(OrderStatus to, Actor by, string? note, DateTimeOffset now)
    {
        if (!Status.CanMoveTo(to))
        {
            return OrderFailures.MoveNotAllowed(DisplayNumber, Status, to);
        }

        var change = OrderChange.Record(Status, to, by, note, now);
        Status = to;
        history.Add(change);
        if (!to.IsUnpaid())
        {
            ExpiresAt = null;
        }

        return change;
    }

    /// <summary>The shop gives what the points took off: the total stays what its customer was asked for and has paid.</summary>
    public void WaivePoints() => PointsUsed = 0;

    /// <summary>An unpaid order keeps its stock until then.</summary>
    public void HoldUntil(DateTimeOffset time) => ExpiresAt = time;
}

/// <summary>Where an order goes and what bringing it costs.</summary>
public sealed record Delivery(FulfillmentType Fulfillment, string? Address, string? Area, Money Fee);
