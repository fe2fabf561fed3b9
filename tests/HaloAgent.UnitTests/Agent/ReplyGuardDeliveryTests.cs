using HaloAgent.Orders;
using Xunit;

namespace HaloAgent.UnitTests.Agent;

/// <summary>What bringing an order costs, told of the place that a sentence names: Ikeja 1,500, Yaba 2,000, Lekki 4,000.</summary>
public class ReplyGuardDeliveryTests
{
    [Theory]
    [InlineData("Delivery to Lekki is ₦4,000.")]
    [InlineData("Delivery to Lekki Phase 1 is ₦4,000.")]
    [InlineData("Delivery to Opebi or Ikeja is ₦1,500.")]
    [InlineData("Delivery is ₦1,500 to Ikeja, ₦2,000 to Yaba and ₦4,000 to Lekki.")]
    [InlineData("Delivery: Ikeja ₦1,500, Yaba ₦2,000, Lekki ₦4,000.")]
    [InlineData("We deliver to Ikeja (₦1,500), Yaba (₦2,000) and Lekki (₦4,000).")]
    [InlineData("We deliver to Ikeja for ₦1,500 and to Lekki for ₦4,000.")]
    [InlineData("It is ₦4,000 to deliver to Lekki.")]
    [InlineData("Lekki is ₦4,000.")]
    [InlineData("To carry am go Lekki na ₦4,000.")]
    [InlineData("It costs ₦2,000 for Sabo.")]
    [InlineData("Delivery starts from ₦1,500.")]
    [InlineData("Delivery is between ₦1,500 and ₦4,000.")]
    [InlineData("Delivery is ₦1,500.")]
    [InlineData("We deliver to Ikeja, Yaba and Lekki, from ₦1,500 to ₦4,000.")]
    [InlineData("Delivery fee (Ikeja): ₦1,500.")]
    [InlineData("Jollof rice costs ₦3,500 and we can deliver it to Yaba for ₦2,000.")]
    [InlineData("Jollof is ₦3,500 and delivery to Lekki is ₦4,000.")]
    [InlineData("Jollof is ₦3,500, plus ₦4,000 delivery to Lekki.")]
    [InlineData("We deliver jollof for ₦3,500 a plate.")]
    [InlineData("For delivery or pickup, jollof is ₦3,500.")]
    [InlineData("Our jollof in Ikeja is ₦3,500.")]
    public void The_fee_of_a_place_is_told(string text) => Assert.Equal(text, new GuardedTurn().Says(text));

    [Theory]
    [InlineData("Delivery to Lekki is ₦1,500.")] // Ikeja's
    [InlineData("Delivery to Yaba or Ikeja is ₦1,500.")]
    [InlineData("Delivery to Ikeja or Yaba is ₦1,500.")]
    [InlineData("Delivery is ₦1,500 to Ikeja and ₦1,500 to Lekki.")]
    [InlineData("It is ₦1,500 to deliver to Lekki.")]
    [InlineData("We deliver for ₦1,500 if you are in Lekki.")]
    [InlineData("Lekki is ₦1,500.")]
    [InlineData("To carry am go Lekki na ₦1,500.")]
    [InlineData("It costs ₦1,500 for Sabo.")]
    [InlineData("Delivery is ₦3,500.")] // the jollof's
    [InlineData("Delivery is 700 naira.")]
    [InlineData("Jollof is ₦3,500 and delivery to Lekki is ₦1,500.")]
    [InlineData("Zobo with delivery to Ikeja is ₦3,500.")]
    [InlineData("Zobo is ₦800, plus ₦3,500 for delivery.")]
    public void The_fee_of_another_place_or_a_price_is_not_it(string text) => Assert.DoesNotContain(text, new GuardedTurn().Says(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("Delivery is ₦2,000.", true)]
    [InlineData("Delivery is ₦1,500.", false)]
    [InlineData("Delivery to Ikeja would be ₦1,500.", true)]
    [InlineData("With delivery it comes to ₦9,000.", true)]
    [InlineData("₦7,000 + ₦2,000 delivery = ₦9,000.", true)]
    [InlineData("Delivery to Yaba is ₦2,000, so the total is ₦9,000.", true)]
    public void Without_a_place_it_is_where_the_cart_goes(string text, bool said) =>
        Assert.Equal(said, new GuardedTurn().WithCart(2, deliveryFee: Money.FromNaira(2000), area: "Yaba").Says(text) == text);

    [Theory]
    [InlineData("Delivery is ₦4,000.", true)]
    [InlineData("Delivery is ₦2,000.", false)]
    public void A_place_that_was_asked_for_need_not_be_named_again(string text, bool said)
    {
        var quoted = new GuardedTurn().Having("quote_delivery", new DeliveryQuote("Lekki Phase 1", Money.FromNaira(4000), []));

        Assert.Equal(said, quoted.Says(text) == text);
        Assert.Equal(said, new GuardedTurn().Asked("how much to Lekki?").Says(text) == text);
    }

    [Theory]
    [InlineData("Order 0042 with delivery to Ikeja comes to ₦8,500.", true)]
    [InlineData("Your order to 12 Adeniyi Jones, Ikeja is ₦8,500.", true)]
    [InlineData("Delivery to Ikeja is ₦8,500.", false)]
    public void The_total_of_an_order_is_no_fee(string text, bool said) => Assert.Equal(said, new GuardedTurn().WithOrder(OrderStatus.PendingPayment).Says(text) == text);
}
