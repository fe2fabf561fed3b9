using HaloAgent.Orders;
using Xunit;

namespace HaloAgent.UnitTests.Agent;

/// <summary>Numbers without any sign, and signs that only look like others.</summary>
public class ReplyGuardNumberTests
{
    [Theory]
    [InlineData("Jollof rice is 3800.")] // the fried rice's
    [InlineData("Jollof rice na 1500.")] // the delivery's
    [InlineData("Jollof rice is 3500 and zobo is 900.")]
    [InlineData("It is 350000.")]
    [InlineData("Your order 3500 is with us.")] // a price, and no order
    public void A_number_without_a_sign_is_an_amount_too(string text) =>
        Assert.DoesNotContain(text, new GuardedTurn().WithCart(1).WithOrder(OrderStatus.PendingPayment).Says(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("Jollof rice is 3500.")]
    [InlineData("2 jollof are 7000.")]
    [InlineData("Delivery to Ikeja is 1500.")]
    [InlineData("Order 0042 comes to 8500.")]
    [InlineData("I have your order 0042 here.")]
    public void A_true_one_is_said(string text) => Assert.Equal(text, new GuardedTurn().WithOrder(OrderStatus.PendingPayment).Says(text));

    [Fact]
    public void A_number_of_an_address_is_no_amount()
    {
        var turn = new GuardedTurn();
        turn.Having("find_open_orders", new OpenOrders([turn.Order(OrderStatus.Paid) with { Address = "350 Allen Avenue" }], null));

        Assert.Equal("Your jollof goes to 350 Allen Avenue.", turn.Says("Your jollof goes to 350 Allen Avenue."));
    }

    [Theory]
    [InlineData("Jollof is 6789.")]
    [InlineData("Your code is 6789.")]
    public void A_part_of_a_reference_is_no_number_of_its_own(string text) =>
        Assert.DoesNotContain(text, new GuardedTurn().WithOrder(OrderStatus.PendingPayment).Says(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("You have 350 points.", true)]
    [InlineData("You have 400 points.", false)]
    [InlineData("It is 350.", false)]
    public void Points_are_told_as_points(string text, bool said) =>
        Assert.Equal(said, new GuardedTurn().Having("read_points", new Loyalty.PointsBalance(350)).Says(text) == text);

    [Theory]
    [InlineData("Jollof is ₦𝟐𝟎𝟎𝟎.")]
    [InlineData("Jollof is 𝟮𝟬𝟬𝟬.")]
    [InlineData("Jollof is ₦②⓪⓪⓪.")]
    [InlineData("Jollof is 2️⃣0️⃣0️⃣0️⃣.")]
    [InlineData("The jollof is 𝗳𝗼𝗿 𝗳𝗿𝗲𝗲.")]
    [InlineData("The jollof is for fr\U000E0041ee.")]
    public void Letters_and_digits_of_another_cut_hide_nothing(string text) => Assert.Equal("Jollof rice & chicken is ₦3,500.", new GuardedTurn().Says(text));

    [Theory]
    [InlineData("𝗝𝗼𝗹𝗹𝗼𝗳 is ₦3,500…")]
    [InlineData("Good choice 👍🏾 ❤️")]
    public void What_is_true_is_said_as_it_was_written(string text) => Assert.Equal(text, new GuardedTurn().Says(text));
}
