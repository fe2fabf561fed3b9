using HaloAgent.Orders;
using Xunit;

namespace HaloAgent.UnitTests.Agent;

/// <summary>Whose state a sentence tells: that of the order it names, or of all that it may mean.</summary>
public class ReplyGuardStatusTests
{
    private readonly GuardedTurn turn = new();

    [Theory]
    [InlineData("Your order 11 is on its way.", true)]
    [InlineData("Your order 0011 is on its way.", true)]
    [InlineData("Order number 11 is on the way.", true)]
    [InlineData("Your order 12 is on its way.", false)]
    [InlineData("Your order 0012 is on its way.", false)]
    [InlineData("Your orders 11 and 12 are on the way.", false)]
    [InlineData("Your order 13 is on its way.", false)]
    [InlineData("Your order is on its way.", false)] // which one?
    [InlineData("We have received your payment for order 12.", false)]
    [InlineData("We have received your payment for order 11.", true)]
    [InlineData("We have received your payment.", false)]
    public void Of_two_orders_each_is_told_as_it_is(string text, bool said)
    {
        turn.WithOrder(OrderStatus.OutForDelivery, number: "0011").WithOrder(OrderStatus.PendingPayment, number: "0012");

        Assert.Equal(said, turn.Says(text) == text);
    }

    [Fact]
    public void What_is_true_of_all_needs_no_number()
    {
        turn.WithOrder(OrderStatus.Paid, number: "0011").WithOrder(OrderStatus.Preparing, number: "0012");

        Assert.Equal("We have received your payment.", turn.Says("We have received your payment."));
    }

    [Theory]
    [InlineData("Your order has been cancelled.", false)]
    [InlineData("Your order 10 was cancelled.", true)]
    public void An_order_that_ended_last_week_is_not_the_one_that_is_open(string text, bool said)
    {
        turn.WithOrder(OrderStatus.Cancelled, number: "0010").WithOrder(OrderStatus.PendingPayment, number: "0012");

        Assert.Equal(said, turn.Says(text) == text);
    }

    [Fact]
    public void The_only_order_there_is_may_have_ended() =>
        Assert.Equal("Your order has been cancelled.", turn.WithOrder(OrderStatus.Cancelled).Says("Your order has been cancelled."));

    [Fact]
    public void What_was_cancelled_in_this_turn_may_be_told_beside_another_order()
    {
        turn.WithOrder(OrderStatus.PendingPayment, number: "0011").Having("cancel_order", new CancelledOrder(turn.Order(OrderStatus.Cancelled, "0012"), AskedOwner: false));

        Assert.Equal("Your order has been cancelled.", turn.Says("Your order has been cancelled."));
        Assert.DoesNotContain("order 11", turn.Says("I cancelled your order 11."), StringComparison.Ordinal);
    }

    [Fact]
    public void An_order_is_as_the_last_tool_told_it()
    {
        var order = turn.Order(OrderStatus.PendingPayment);
        turn.Having("find_open_orders", new OpenOrders([order], null)).Having("cancel_order", new CancelledOrder(order with { Status = OrderStatus.Cancelled }, AskedOwner: false));

        Assert.Equal("Order 0042 (₦8,500): cancelled.", turn.Says("Your order is on its way."));
    }

    [Theory]
    [InlineData("Delivery to Opebi is free.", true)]
    [InlineData("Delivery to Yaba is for free.", false)]
    [InlineData("We deliver to Opebi and Sabo for free.", false)]
    [InlineData("Delivery is free.", false)]
    [InlineData("The zobo is for free.", false)]
    [InlineData("You get a free gift.", false)]
    public void A_place_that_costs_nothing_makes_nothing_else_free(string text, bool said) => Assert.Equal(said, turn.DeliveringFreeToOpebi().Says(text) == text);

    [Theory]
    [InlineData("Opebi", 0, true)]
    [InlineData("Yaba", 2000, false)]
    public void Where_the_cart_goes_decides_whether_delivery_is_free(string area, int fee, bool said) => Assert.Equal(
        said, turn.DeliveringFreeToOpebi().WithCart(2, deliveryFee: Money.FromNaira(fee), area: area).Says("Delivery is free for you.") == "Delivery is free for you.");
}
