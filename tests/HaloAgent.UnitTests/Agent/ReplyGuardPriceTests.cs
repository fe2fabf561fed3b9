using HaloAgent.Orders;
using Xunit;

namespace HaloAgent.UnitTests.Agent;

/// <summary>Which product an amount is the price of, and how many of it.</summary>
public class ReplyGuardPriceTests
{
    [Theory]
    [InlineData("Zobo costs ₦1,600.")]
    [InlineData("Puff puff is ₦2,000.")]
    [InlineData("Puff puff is ₦99,000.")]
    [InlineData("Puff puff is 12k.")]
    [InlineData("We open at 8am and puff puff is ₦8,000.")]
    [InlineData("Puff puff is ₦14,000 at 14 Opebi Road.")]
    [InlineData("You have 2 options: puff puff is ₦2,000.")]
    [InlineData("Order 2 is with us and puff puff is ₦2,000.")]
    [InlineData("There are 2 of us here, puff puff is ₦2,000.")]
    [InlineData("2 zobo and puff puff is ₦2,000.")]
    [InlineData("3 plates of jollof are ₦7,000.")]
    [InlineData("Zobo is ₦800 each, so 3 of them are ₦1,600.")]
    [InlineData("One jollof is ₦3,500, two are ₦10,500.")]
    public void A_number_that_counts_no_product_multiplies_no_price(string text) => Assert.DoesNotContain(text, new GuardedTurn().Says(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("2 zobo are ₦1,600.")]
    [InlineData("Zobo x2 is ₦1,600.")]
    [InlineData("Zobo x 2: ₦1,600.")]
    [InlineData("Zobo: 2 × ₦800 = ₦1,600.")]
    [InlineData("2x zobo, that is ₦1,600.")]
    [InlineData("Two plates of jollof are ₦7,000.")]
    [InlineData("A dozen puff puff is ₦12,000.")]
    [InlineData("Jollof is ₦3,500 a plate, so 2 plates are ₦7,000.")]
    [InlineData("Jollof is ₦7,000 for two plates.")]
    [InlineData("Jollof is ₦7,000 for 2.")]
    [InlineData("Zobo is ₦800 each, so 3 of them are ₦2,400.")]
    [InlineData("One jollof is ₦3,500, two are ₦7,000.")]
    [InlineData("Jollof rice & chicken – ₦3,500\nFried rice & chicken – ₦3,800\nMoi moi – ₦900")]
    [InlineData("For just ₦800 you can add a zobo to your jollof.")]
    [InlineData("A plate of jollof goes for ₦3,500, while fried rice goes for ₦3,800.")]
    [InlineData("We have two kinds of suya: beef suya for ₦2,500 and chicken suya for ₦3,000.")]
    [InlineData("Jollof meji je ₦7,000.")]
    [InlineData("Jollof guda biyu ₦7,000 ne.")]
    [InlineData("Tu plate of jollof na ₦7,000.")]
    [InlineData("Jollof abụọ bụ ₦7,000.")]
    public void What_is_counted_beside_a_product_does(string text) => Assert.Equal(text, new GuardedTurn().Says(text));

    [Theory]
    [InlineData("Jollof is ₦3,500 and ₦800 for the zobo.")]
    [InlineData("Jollof is ₦3,500, and ₦1,600 for 2 bottles of zobo.")]
    [InlineData("It is ₦3,500 for the jollof and ₦800 for the zobo.")]
    [InlineData("₦3,500 for jollof, ₦800 for zobo, ₦700 for malt.")]
    [InlineData("Jollof (₦3,500) and zobo (₦800) are here.")]
    [InlineData("Jollof is ₦3,500 and zobo is ₦800.")]
    [InlineData("Jollof na ₦3,500, zobo na ₦800.")]
    public void An_amount_may_stand_before_the_product_that_it_is_for(string text) => Assert.Equal(text, new GuardedTurn().Says(text));

    [Theory]
    [InlineData("Jollof is ₦3,500 and ₦900 for the zobo.")]
    [InlineData("Jollof is ₦3,500 and ₦3,500 for the zobo.")]
    [InlineData("Jollof is ₦800 and zobo is ₦800.")]
    [InlineData("Jollof is ₦800, zobo is ₦3,500.")]
    [InlineData("₦800 for jollof, ₦3,500 for zobo.")]
    public void A_true_price_beside_another_product_is_a_wrong_one(string text) => Assert.DoesNotContain(text, new GuardedTurn().Says(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("Samosa (10 pieces) is ₦1,000.", true)]
    [InlineData("2 samosa (10 pieces) are ₦2,000.", true)]
    [InlineData("Samosa (10 pieces) is ₦10,000.", false)]
    public void A_number_in_the_name_of_a_product_counts_nothing(string text, bool said) =>
        Assert.Equal(said, new GuardedTurn().Selling("Samosa (10 pieces)", 1000).Says(text) == text);

    [Fact]
    public void What_the_cart_holds_of_a_product_may_be_told_without_its_count() =>
        Assert.Equal("The jollof comes to ₦7,000.", new GuardedTurn().WithCart(jollof: 2).Says("The jollof comes to ₦7,000."));

    [Fact]
    public void The_price_of_the_day_of_an_order_may_be_told() =>
        Assert.Equal("The jollof of your order 0042 is ₦7,000.", new GuardedTurn().WithOrder(OrderStatus.Paid).Says("The jollof of your order 0042 is ₦7,000."));

    [Theory]
    [InlineData("how much is the zobo", "It is ₦7,000.", false)]
    [InlineData("how much is the zobo", "It is ₦800.", true)]
    [InlineData("how much is that", "It is ₦7,000.", true)]
    public void A_sum_is_no_answer_to_who_asked_for_the_price_of_a_thing(string asked, string text, bool said) =>
        Assert.Equal(said, new GuardedTurn().WithCart(jollof: 2).Asked(asked).Says(text) == text);

    [Theory]
    [InlineData("The price of jollof is ₦7,000.")]
    [InlineData("Jollof na ₦7,000.")]
    [InlineData("Ọnụ ahịa jollof bụ ₦7,000.")]
    public void What_several_come_to_is_not_the_price_of_one(string text) =>
        Assert.DoesNotContain(text, new GuardedTurn().WithCart(jollof: 2).Says(text), StringComparison.Ordinal);

    [Theory]
    [InlineData(OrderStatus.PendingPayment, "Please pay ₦8,500.", true)]
    [InlineData(OrderStatus.PendingPayment, "Please pay ₦7,000.", false)]
    [InlineData(OrderStatus.Completed, "Please pay ₦8,500.", false)]
    [InlineData(OrderStatus.PendingPayment, "Can you transfer ₦8,500 now?", true)]
    [InlineData(OrderStatus.Completed, "Can you transfer ₦8,500 now?", false)]
    public void To_be_paid_is_the_whole_of_what_is_unpaid_and_nothing_else(OrderStatus status, string text, bool said) =>
        Assert.Equal(said, new GuardedTurn().WithOrder(status).Says(text) == text);
}
