using HaloAgent.Businesses;
using HaloAgent.Orders;
using HaloAgent.Payments;
using Xunit;

namespace HaloAgent.UnitTests.Agent;

/// <summary>What a model says that it did: true only of what this turn's tools changed.</summary>
public class ReplyGuardDeedTests
{
    private static readonly BankDetails Bank = new("GTBank", "0123456789", "Halo Kitchen Ltd");

    [Theory]
    [InlineData("I have added jollof to your cart.")]
    [InlineData("Your cart has 2 jollof.")]
    public void Looking_into_the_cart_changed_nothing_in_it(string text) =>
        Assert.DoesNotContain(text, new GuardedTurn().WithCart(jollof: 0).WithOrder(OrderStatus.PendingPayment).Says(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("add_to_cart", "I have added 2 jollof to your cart.")]
    [InlineData("set_cart_quantity", "I have updated your cart.")]
    [InlineData("choose_delivery", "I have set the delivery.")]
    public void What_changed_the_cart_in_this_turn_may_be_told(string tool, string text) => Assert.Equal(text, new GuardedTurn().WithCart(jollof: 2, tool).Says(text));

    [Theory]
    [InlineData("add_to_cart", "I have removed the jollof.")]
    [InlineData("add_to_cart", "I have emptied your cart.")]
    [InlineData("add_to_cart", "We have cleared your payment.")]
    [InlineData("choose_delivery", "I have added the jollof to your cart.")]
    [InlineData("add_to_cart", "Mo ti yo kuro.")]
    [InlineData("add_to_cart", "Na cire.")]
    public void Another_change_of_the_cart_proves_it_not(string tool, string text) =>
        Assert.DoesNotContain(text, new GuardedTurn().WithCart(jollof: 2, tool).Says(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("I have cleared your cart.")]
    [InlineData("I have emptied your cart.")]
    [InlineData("Your cart is empty.")]
    public void An_empty_cart_may_be_told(string text) => Assert.Equal(text, new GuardedTurn().WithCart(jollof: 0, "clear_cart").Says(text));

    [Theory]
    [InlineData("Your total is ₦7,000.")]
    [InlineData("Your total is 7000.")]
    [InlineData("Your total na ₦7,000.")]
    [InlineData("The total is ₦7,000.")]
    public void The_total_of_the_cart_may_be_told(string text) => Assert.Equal(text, new GuardedTurn().WithCart(jollof: 2).Says(text));

    [Theory]
    [InlineData("Your total is ₦3,500.")] // a price
    [InlineData("Your total is 700000.")] // kobo
    [InlineData("Your total is ₦3,500 for the jollof.")]
    [InlineData("Your total na ₦800.")]
    [InlineData("The total is ₦800.")]
    public void No_other_true_amount_is_the_total(string text) => Assert.DoesNotContain(text, new GuardedTurn().WithCart(jollof: 2).Says(text), StringComparison.Ordinal);

    [Fact]
    public void The_total_of_an_order_may_be_told() =>
        Assert.Equal("Your total is ₦8,500.", new GuardedTurn().WithCart(jollof: 0).WithOrder(OrderStatus.PendingPayment).Says("Your total is ₦8,500."));

    [Theory]
    [InlineData(OrderStatus.PendingPayment)]
    [InlineData(OrderStatus.Completed)]
    public void An_earlier_order_does_not_make_the_cart_an_order(OrderStatus earlier) => Assert.DoesNotContain(
        "has been placed", new GuardedTurn().WithCart(jollof: 2).WithOrder(earlier).Says("Your order has been placed."), StringComparison.Ordinal);

    [Fact]
    public void An_order_that_was_placed_in_this_turn_may_be_told()
    {
        var turn = new GuardedTurn();

        Assert.Equal("Your order has been placed.", turn.Having("place_order", turn.Order(OrderStatus.PendingPayment)).Says("Your order has been placed."));
    }

    [Theory]
    [InlineData("Your order 0042 has been placed.", true)]
    [InlineData("Your order 42 has been placed.", true)]
    [InlineData("Your order 43 has been placed.", false)]
    public void An_order_with_its_number_was_placed_whenever_that_was(string text, bool said) =>
        Assert.Equal(said, new GuardedTurn().WithOrder(OrderStatus.PendingPayment).Says(text) == text);

    [Fact]
    public void Telling_where_to_pay_calls_nobody()
    {
        var turn = new GuardedTurn();
        turn.Having("payment_details", new PaymentDetails(Bank, [turn.Order(OrderStatus.PendingPayment)]));

        Assert.DoesNotContain("told the owner", turn.Says("I have told the owner."), StringComparison.Ordinal);
    }

    [Fact]
    public void A_shop_without_bank_details_is_asked_for_them()
    {
        var turn = new GuardedTurn();
        turn.Having("payment_details", new PaymentDetails(null, [turn.Order(OrderStatus.PendingPayment)]));

        Assert.Equal("I have told the owner.", turn.Says("I have told the owner."));
    }

    [Theory]
    [InlineData(true, "I have asked the owner to cancel it.", true)]
    [InlineData(false, "I have asked the owner to cancel it.", false)]
    [InlineData(true, "Your order has been cancelled.", false)]
    public void Only_what_the_owner_was_asked_is_the_owners_to_decide(bool asked, string text, bool said)
    {
        var turn = new GuardedTurn();
        turn.Having("cancel_order", new CancelledOrder(turn.Order(asked ? OrderStatus.Preparing : OrderStatus.Cancelled), asked));

        Assert.Equal(said, turn.Says(text) == text);
    }

    [Theory]
    [InlineData("escalate")]
    [InlineData("request_my_data")]
    [InlineData("ask_to_redeem_points")]
    public void What_asks_a_person_may_be_told(string tool) => Assert.Equal("I have told the owner.", new GuardedTurn().Having(tool, "done").Says("I have told the owner."));
}
