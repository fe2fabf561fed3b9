namespace HaloAgent.Orders;

public static class OrderFailures
{
    public static readonly Failure NoSuchOrder = Failure.NotFound("order");

    public static readonly Failure NoSuchProduct = Failure.NotFound("product");

    public static readonly Failure EmptyCart = Failure.Conflict("empty_cart", "The cart is empty.");

    public static readonly Failure SummaryNotShown =
        Failure.Conflict("summary_not_shown", "The customer has not seen the summary of this cart yet. Show it and wait for their yes.");

    public static readonly Failure FulfillmentMissing = Failure.Conflict("fulfillment_missing", "Delivery or pickup is not chosen yet.");

    public static readonly Failure AddressMissing = Failure.Conflict("address_missing", "The delivery address is missing.");

    public static readonly Failure AreaUnknown = Failure.Conflict("area_unknown", "The delivery area is not one that the shop delivers to.");

    public static readonly Failure TooManyLines = Failure.Conflict("too_many_lines", $"A cart holds at most {Cart.MaxLines} different things.");

    public static readonly Failure NoSuchLine = Failure.NotFound("line of the cart");

    public static readonly Failure NoteTooLong = Failure.Invalid("note", $"A note has at most {CustomerNote.Longest} characters.");

    public static readonly Failure VariantNeeded = Failure.Conflict("variant_needed", "This product comes in variants; one has to be chosen.");

    public static readonly Failure CatalogueInMotion =
        Failure.Conflict("catalogue_in_motion", "Stock or prices are changing at this moment. Try again.");

    public static readonly Failure QuantityOutOfRange = Failure.Invalid("quantity", $"A quantity is between 1 and {Cart.MaxQuantity}.");

    public static readonly Failure AddressTooLong = Failure.Invalid("address", $"An address has at most {Order.AddressLength} characters.");

    public static readonly Failure NoDelivery = Failure.Conflict("no_delivery", "The shop does not deliver; orders are picked up.");

    public static readonly Failure NothingOrderedYet = Failure.Conflict("nothing_ordered_yet", "The customer has not ordered anything before.");

    public static readonly Failure NothingOfLastOrderLeft =
        Failure.Conflict("nothing_left", "Nothing of what the customer ordered last is to be had now.");

    public static readonly Failure NothingToCancel = Failure.Conflict("nothing_to_cancel", "The customer has no open order.");

    public static Failure MoveNotAllowed(string number, OrderStatus from, OrderStatus to) =>
        Failure.Conflict("move_not_allowed", $"Order {number} is {from.Words()} and cannot become {to.Words()}.");
}

/// <summary>More than one order may be meant: the customer has to say which.</summary>
public sealed record SeveralOrders(IReadOnlyList<OrderChoice> Orders)
    : Failure(FailureKind.Conflict, "several_orders", $"Which order is meant: {string.Join(", ", Orders.Select(o => $"{o.Number} ({o.Total})"))}?")
{
    internal static SeveralOrders Of(IEnumerable<OrderChoice> orders) => new([.. orders]);

    internal static SeveralOrders Of(IEnumerable<Order> orders) =>
        new([.. orders.Select(o => new OrderChoice(o.Id, o.DisplayNumber, o.Status, o.Total, o.CreatedAt))]);
}

public sealed record OrderChoice(Guid Id, string Number, OrderStatus Status, Money Total, DateTimeOffset CreatedAt);

/// <param name="Left">How many there are.</param>
public sealed record OutOfStock(Guid ProductId, Guid? VariantId, string Name, int Left)
    : Failure(FailureKind.Conflict, "out_of_stock", Left == 0 ? $"{Name} is sold out." : $"Only {Left} of {Name} left.");

/// <summary>A price or fee changed after the summary was shown: the customer has to see the new total first.</summary>
public sealed record TotalChanged(Money Shown, Money Now)
    : Failure(FailureKind.Conflict, "total_changed", $"The total was {Shown} in the summary and is {Now} now.");
