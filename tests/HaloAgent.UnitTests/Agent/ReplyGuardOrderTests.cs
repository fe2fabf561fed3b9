using HaloAgent.Orders;
using Xunit;

namespace HaloAgent.UnitTests.Agent;

/// <summary>What is told of the customer's own order or cart. Order 0042 holds two jollof and goes to Ikeja.</summary>
public class ReplyGuardOrderTests
{
    [Theory]
    [InlineData("Your order 0042 has 2 jollof.")]
    [InlineData("Your order 0042 goes to Ikeja.")]
    [InlineData("Your order 0042 is waiting for your payment.")]
    [InlineData("The total of your order is ₦8,500.")]
    public void What_it_holds_and_where_it_goes_is_told(string text) => Assert.Equal(text, new GuardedTurn().WithOrder(OrderStatus.PendingPayment).Says(text));

    [Theory]
    [InlineData("Your order 0042 has a zobo.")]
    [InlineData("Your order 0042 has 5 jollof.")]
    [InlineData("Your order comes with a zobo.")]
    [InlineData("Your order 0042 goes to Lekki.")]
    [InlineData("Your order 0042 goes to Yaba and the total is ₦8,500.")]
    [InlineData("Your cart has malt.")]
    [InlineData("Order gị nwere zobo.")]
    [InlineData("The amount to pay is ₦3,500.")]
    [InlineData("Please transfer ₦1,500 to us.")]
    [InlineData("Your balance is ₦800.")]
    [InlineData("You only need to send ₦900.")]
    public void What_it_does_not_hold_is_not(string text) =>
        Assert.DoesNotContain(text, new GuardedTurn().WithOrder(OrderStatus.PendingPayment).Says(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("add_to_cart", "I have removed the jollof from your cart.")]
    [InlineData("add_to_cart", "Your cart is now empty.")]
    [InlineData("add_to_cart", "I have added three meat pies to your cart.")]
    [InlineData("add_to_cart", "I have added ten jollof for you.")]
    public void Another_change_than_the_one_that_was_made_is_not(string tool, string text) =>
        Assert.DoesNotContain(text, new GuardedTurn().WithCart(jollof: 2, tool).Says(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("how much is the beef suya", "It costs ₦2,500.", true)]
    [InlineData("how much is the beef suya", "It costs ₦700 only.", false)]
    [InlineData("how much is the zobo", "The price is ₦3,800.", false)]
    [InlineData("hello", "It is ₦3,500.", false)]
    public void It_is_what_was_asked_about(string asked, string text, bool said) => Assert.Equal(said, new GuardedTurn().Asked(asked).Says(text) == text);

    [Fact]
    public void Whoever_ordered_the_last_one_is_told_of_it()
    {
        var turn = new GuardedTurn().WithOrder(OrderStatus.Paid).WithoutJollofLeft();

        Assert.Equal("Your order 0042 has 2 jollof.", turn.Says("Your order 0042 has 2 jollof."));
    }

    [Fact]
    public void That_does_not_offer_it_to_anybody_again()
    {
        var turn = new GuardedTurn().WithOrder(OrderStatus.Paid).WithoutJollofLeft();

        Assert.DoesNotContain("have the jollof", turn.Says("Yes, you can have the jollof."), StringComparison.Ordinal);
        Assert.DoesNotContain("is available", turn.Says("Jollof is available."), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("do you have chapman", "Yes, you can have the chapman.")]
    [InlineData("do you have pizza", "Yes, we have it.")]
    [InlineData("do you have pizza", "Perfect!")]
    [InlineData("can I pay the rider in cash", "Sure!")]
    [InlineData("can I pay the rider in cash", "Yes, of course.")]
    public void Nothing_is_agreed_to_that_no_record_proves(string asked, string text) =>
        Assert.DoesNotContain(text, new GuardedTurn().Asked(asked).Says(text), StringComparison.Ordinal);
}
