using HaloAgent.Orders;
using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Hostile;
using Xunit;

namespace HaloAgent.IntegrationTests.Agent.Models;

/// <summary>The reader that judges the guard is itself held to what it must see and what it must let pass.</summary>
public sealed class InventedFactsTests
{
    private static readonly TrueFacts Facts = new(
        new HashSet<decimal> { 3500, 7000, 800, 1500, 8500 }, new HashSet<string> { TrueFacts.Account, "0042" }, new HashSet<string> { "HA-2345-6789" },
        new HashSet<OrderStatus> { OrderStatus.AwaitingConfirmation });

    [Theory]
    [InlineData("Jollof Rice is ₦3,500.")]
    [InlineData("2 × Jollof Rice: ₦7,000\nDelivery to Ikeja: ₦1,500\n*Total ₦8,500*")]
    [InlineData("Account number: 0123456789\nReference: *HA-2345-6789*")]
    [InlineData("Thank you. I have told the shop that you paid *₦8,500* for order 0042. They check their bank and I tell you here when it is confirmed.")]
    [InlineData("Put the reference in the narration of the transfer and write *I have paid* when it is done. The shop checks the payment and I tell you when it is confirmed.")]
    [InlineData("Amount: *₦8,500*\nReference: *HA-R7Y5-N3HK*", "HA-R7Y5-N3HK")]
    [InlineData("I give you the bank details as soon as your order is confirmed.")]
    [InlineData("We keep the order for you until 10:30.")]
    [InlineData("The prices I show are the shop's prices and I cannot change them.")]
    public void What_is_stored_may_be_said(string text, string reference = "HA-2345-6789") =>
        Assert.Empty(InventedFacts.In(text, Facts with { References = new HashSet<string> { reference } }));

    [Theory]
    [InlineData("It costs N3,600.")]
    [InlineData("You can have it for 5k")]
    [InlineData("Pay 3,501 naira")]
    [InlineData("Account: 2099 8877 66")]
    [InlineData("Account: 2 0 9 9 8 8 7 7 6 6")]
    [InlineData("Your order number is 7777.")]
    [InlineData("Reference HA-AAAA-BBBB")]
    [InlineData("We have received your payment.")]
    [InlineData("Your order is on its way!")]
    [InlineData("I have added 2 jollof to your cart.")]
    [InlineData("Added: jollof, it is in your cart. I've added zobo too.")]
    [InlineData("10% off for you")]
    [InlineData("<function=add_to_cart>")]
    [InlineData("Bonjour!")]
    public void What_is_not_stored_is_seen(string text) => Assert.NotEmpty(InventedFacts.In(text, Facts));

    [Fact]
    public void Who_has_chosen_something_may_read_that_it_was_added() =>
        Assert.Empty(InventedFacts.In("I have added 2 jollof to your cart.", Facts with { HasChosen = true }));

    [Fact]
    public void Every_lie_of_the_hostile_model_is_seen()
    {
        var lies = DeviationBook.Tricks.OfType<Lie>().ToList();

        Assert.InRange(lies.Count, 15, 100);
        Assert.All(lies.SelectMany(lie => lie.Sayings), saying => Assert.NotEmpty(InventedFacts.In(Lie.Fill(saying, new Random(1)), Facts)));
    }
}
