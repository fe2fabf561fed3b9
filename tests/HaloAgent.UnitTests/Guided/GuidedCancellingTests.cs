using HaloAgent.Conversations;
using HaloAgent.Orders;
using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>Calling off what is chosen, and what was ordered.</summary>
public sealed class GuidedCancellingTests
{
    [Fact]
    public async Task Cancel_empties_what_is_being_chosen()
    {
        var shop = await ScriptedShop.SummaryShownAsync();

        await shop.SaysAsync("cancel");

        Assert.Equal("", shop.Cart);
        await shop.SaysAsync("yes");
        Assert.Empty(shop.Orders);
    }

    [Fact]
    public async Task Cancel_asks_when_a_cart_and_an_order_may_be_meant()
    {
        var shop = await ScriptedShop.ConfirmedAsync();
        await shop.SaysAsync("1 malt");

        var question = await shop.SaysAsync("cancel my order");
        Assert.Equal("Which one shall I cancel?\n1. What you are choosing now: ₦700\n2. Order 0001: ₦7,000, waiting for your payment\nReply with a number.", question);

        Assert.StartsWith("Order 0001 is cancelled.", await shop.SaysAsync("2"), StringComparison.Ordinal);
        Assert.Equal(OrderStatus.Cancelled, shop.Orders[0].Status);
        Assert.Equal("1 Malt", shop.Cart);
    }

    [Fact]
    public async Task An_order_that_may_be_paid_is_cancelled_by_the_shop_only()
    {
        var shop = await ScriptedShop.ConfirmedAsync();
        await shop.SaysAsync("paid");

        Assert.Contains("I have asked the shop", await shop.SaysAsync("cancel my order"), StringComparison.Ordinal);
        Assert.Equal(OrderStatus.AwaitingConfirmation, shop.Orders[0].Status);
        Assert.Contains(EscalationReason.CancellationAsked, shop.Escalations);
    }
}
