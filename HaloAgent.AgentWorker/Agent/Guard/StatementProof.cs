using HaloAgent.Orders;

namespace HaloAgent.AgentWorker.Agent.Guard;

/// <summary>Which stored fact makes each statement of a sentence true. What no record can prove (a discount, a time of arrival) is never true.</summary>
internal sealed class StatementProof(FactSheet facts)
{
    /// <summary>Reading the cart is not among them, nor is showing it.</summary>
    private static readonly string[] ChangeTheCart = ["add_to_cart", "set_cart_quantity", "clear_cart", "choose_delivery", "choose_pickup", "reorder_last"];

    private static readonly string[] TellAPerson = ["escalate", "claim_payment", "attach_receipt", "request_my_data", "ask_to_redeem_points"];

    public bool Holds(Statement statement, string sentence) => statement switch
    {
        Statement.PaymentReceived => AreIn(sentence, OrderStatus.Paid, OrderStatus.Preparing, OrderStatus.ReadyForPickup, OrderStatus.OutForDelivery, OrderStatus.Completed),
        Statement.AwaitingPayment => AreIn(sentence, OrderStatus.PendingPayment, OrderStatus.PaymentRejected),
        Statement.OnTheWay => AreIn(sentence, OrderStatus.OutForDelivery),
        Statement.Delivered => AreIn(sentence, OrderStatus.Completed),
        Statement.Ready => AreIn(sentence, OrderStatus.ReadyForPickup),
        Statement.Preparing => AreIn(sentence, OrderStatus.Preparing),
        Statement.Cancelled => AreIn(sentence, OrderStatus.Cancelled) || (facts.Did("clear_cart") && facts.Orders.Count == 0),
        Statement.Free => DeliveryProof.IsFree(sentence, facts),
        Statement.PersonCalled => facts.Did(TellAPerson) || facts.AskedOwner,
        Statement.OrderPlaced => OrderNumbers.In(sentence, facts) is { Count: > 0 } named ? named.All(facts.HasOrder) : facts.Did("place_order"),
        Statement.CartAdded => facts.Did("add_to_cart", "set_cart_quantity", "reorder_last"),
        // "I have removed it" is not proven by something that was added.
        Statement.CartRemoved => facts.Did("set_cart_quantity", "clear_cart"),
        Statement.CartEmptied => facts.Cart is { Lines.Count: 0 },
        Statement.CartChanged => facts.Did(ChangeTheCart),
        Statement.OptedOut => facts.Did("opt_out"),
        Statement.InStock or Statement.SoldOut or Statement.Offers or Statement.Total => true, // depends on the product or the amount: GoodsProof
        Statement.Opens or Statement.Closed or Statement.OpenNow or Statement.ClosedNow => true, // depends on the day: DayProof
        _ => false,
    };

    /// <summary>The orders that are named; without a name all that are open, or the one that has just ended or is the only one.</summary>
    private bool AreIn(string sentence, params OrderStatus[] any)
    {
        if (OrderNumbers.In(sentence, facts) is { Count: > 0 } named)
        {
            return named.All(facts.HasOrder) && facts.Orders.Where(order => named.Contains(OrderNumbers.Plain(order.Number))).All(order => any.Contains(order.Status));
        }

        var open = facts.Orders.Where(order => order.Status.IsOpen()).ToList();
        return (open.Count > 0 && open.All(order => any.Contains(order.Status)))
            || facts.Orders.Any(order => !order.Status.IsOpen() && any.Contains(order.Status) && (facts.Orders.Count == 1 || facts.CancelledNow.Contains(order.Id)));
    }
}
