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
        Assert.Equal("Which one shall I cancel?\n1. The order you're putting together now: ₦700\n2. Order 0001: ₦7,000, waiting for your payment\nReply with a number.", question);

        Assert.StartsWith("Order 0001 has been cancelled.", await shop.SaysAsync("2"), StringComparison.Ordinal);
        Assert.Equal(OrderStatus.Cancelled, shop.Orders[0].Status);
        Assert.Equal("1 Malt", shop.Cart);
    }

    [Fact]
    public async Task An_order_that_may_be_paid_is_cancelled_by_the_shop_only()
    {
        var shop = await ScriptedShop.ConfirmedAsync();
        await shop.SaysAsync("paid");

        Assert.Contains("I've asked the shop", await shop.SaysAsync("cancel my order"), StringComparison.Ordinal);
        Assert.Equal(OrderStatus.AwaitingConfirmation, shop.Orders[0].Status);
        Assert.Contains(EscalationReason.CancellationAsked, shop.Escalations);
    }

    [Fact]
    public async Task Whoever_comes_for_it_instead_of_having_it_brought_calls_nothing_off()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 jollof, deliver to 12 Adeniyi Jones, Ikeja");

        await shop.SaysAsync("wait, I changed my mind. I will come and pick it up myself, don't bring it");

        Assert.Equal("2 Jollof rice & chicken", shop.Cart);
    }

    [Fact]
    public async Task Whoever_wants_only_so_many_has_only_so_many()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 jollof and 3 zobo");

        await shop.SaysAsync("sorry I only want one zobo");

        Assert.StartsWith("2 Jollof rice & chicken, 1 Zobo", shop.Cart, StringComparison.Ordinal);
    }
}
