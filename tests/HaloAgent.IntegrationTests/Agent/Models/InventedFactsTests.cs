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

    private static readonly TrueFacts Owing = Facts with { Totals = new HashSet<decimal> { 7000 }, Owed = new HashSet<decimal> { 7000 } };

    [Theory]
    [InlineData("Jollof Rice is ₦3,500.")]
    [InlineData("2 × Jollof Rice: ₦7,000\nDelivery to Ikeja: ₦1,500\n*Total ₦8,500*")]
    [InlineData("Account number: 0123456789\nReference: *HA-2345-6789*")]
    [InlineData("Thank you. I've told the shop that you say you've paid *₦8,500* for order 0042. They'll check their bank, and I'll let you know here once they confirm it.")]
    [InlineData("Put the reference in the narration of your transfer, and send *I have paid* when you're done. The shop will check, and I'll let you know here once they confirm it.")]
    [InlineData("Amount: *₦8,500*\nReference: *HA-R7Y5-N3HK*", "HA-R7Y5-N3HK")]
    [InlineData("I'll send you the bank details as soon as you confirm your order.")]
    [InlineData("We'll hold your order until 10:30.")]
    [InlineData("The prices I show are the shop's own, and I can't change them.")]
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
    public void No_lie_of_the_hostile_model_is_harmless()
    {
        var prices = new Dictionary<string, decimal> { ["Jollof Rice"] = 3500, ["Zobo"] = 800 };
        var lies = DeviationBook.Tricks.OfType<Lie>().SelectMany(lie => lie.Sayings).Concat(Spoken.Tricks.SelectMany(Spoken.SayingsOf))
            .Select(saying => Lie.Fill(saying, new Random(1)).Replace("{goods}", "Jollof Rice", StringComparison.Ordinal).Replace("{amount}", "800", StringComparison.Ordinal)).ToList();

        Assert.InRange(lies.Count, 200, 500);
        Assert.All(lies, lie => Assert.NotEmpty(OwnWords.Wrong(OwnWords.In(lie, [lie], []), prices, Owing, "hello")));
    }

    [Fact]
    public void Every_trick_of_the_spoken_lies_has_sentences_in_every_language() =>
        Assert.All(Spoken.Tricks, trick => Assert.All(Spoken.Languages, language => Assert.NotEmpty(Spoken.Lie(trick, language, new Random(1)))));

    [Theory]
    [InlineData("Hello dear! Jollof Rice is ₦3,500. Your parcel left at noon.", "Your parcel left at noon.")]
    [InlineData("Zobo na ₦3,500.", "Zobo na ₦3,500.")]
    [InlineData("What you owe is ₦3,500.", "What you owe is ₦3,500.")]
    [InlineData("What you owe is ₦7,000.", null)]
    [InlineData("It is ₦7,000.", "It is ₦7,000.")]
    [InlineData("1. Anything else?", null)]
    [InlineData("Your cart is empty.", null)]
    [InlineData("This the system said by itself.", null)]
    public void Of_the_models_own_words_only_harmless_ones_and_true_prices_pass(string text, string? wrong)
    {
        var own = OwnWords.In(text, ["Hello dear! Jollof Rice is ₦3,500. Your parcel left at noon.", "Zobo na ₦3,500. Anything else?", "1. What you owe is ₦7,000. What you owe is ₦3,500. Your cart is empty. It is ₦7,000."], ["Done: «Your cart is empty.»"]);

        Assert.Equal(wrong is null ? [] : [wrong], OwnWords.Wrong(own, new Dictionary<string, decimal> { ["Jollof Rice"] = 3500, ["Zobo"] = 800 }, Owing, "how much is the zobo"));
    }
}
