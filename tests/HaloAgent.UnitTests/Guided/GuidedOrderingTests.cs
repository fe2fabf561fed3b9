using HaloAgent.Orders;
using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>From the first word to the placed order.</summary>
public sealed class GuidedOrderingTests
{
    [Fact]
    public async Task What_is_ordered_in_the_breath_of_how_long_stays_ordered()
    {
        var shop = ScriptedShop.Kitchen();

        await shop.SaysAsync("I want 3 malt, how long will it take");

        Assert.Equal("3 Malt", shop.Cart);
    }

    [Fact]
    public async Task The_story_from_good_morning_to_the_claim()
    {
        var shop = ScriptedShop.Kitchen();

        Assert.Equal("Good morning. This is Halo Kitchen.\n\nWhat would you like? Type *menu* to see what we have.", await shop.SaysAsync("Good morning"));

        var menu = await shop.SaysAsync("what do you have?");
        Assert.StartsWith("Here's what we have at Halo Kitchen:\n1. Rice (2 items)\n2. Swallow (1 item)", menu, StringComparison.Ordinal);

        var summary = await shop.SaysAsync("2 jollof and one zobo, deliver to 12 Adeniyi Jones, Ikeja");
        Assert.Equal(
            """
            Added: 2 × Jollof rice & chicken, 1 × Zobo 50cl.

            *Your order*
            2 × Jollof rice & chicken    ₦7,000
            1 × Zobo 50cl                  ₦800
            Delivery to Ikeja            ₦1,500
            *Total ₦9,300*
            12 Adeniyi Jones, Ikeja
            Reply *yes* to confirm, or tell me what to change.
            """,
            summary);

        var changed = await shop.SaysAsync("make it 3 jollof");
        Assert.StartsWith("Changed: 3 × Jollof rice & chicken.", changed, StringComparison.Ordinal);
        Assert.Contains("*Total ₦12,800*", changed, StringComparison.Ordinal);
        Assert.Empty(shop.Orders);

        var placed = await shop.SaysAsync("yes");
        var order = Assert.Single(shop.Orders);
        Assert.Equal(Money.FromNaira(12_800), order.Total);
        Assert.Contains("Your order number is *0001*", placed, StringComparison.Ordinal);
        Assert.Contains("\nAmount: *₦12,800*\nBank: GTBank\nAccount number: 0123456789\nAccount name: Halo Kitchen Ltd\nReference: *" + order.PaymentReference + "*\n", placed, StringComparison.Ordinal);

        Assert.Contains("I've told the shop that you say you've paid for order 0001 (*₦12,800*)", await shop.SaysAsync("I have paid"), StringComparison.Ordinal);
        Assert.Equal(OrderStatus.AwaitingConfirmation, order.Status);
    }

    [Fact]
    public async Task The_last_order_is_repeated_on_request()
    {
        var shop = await ScriptedShop.ConfirmedAsync();

        var reply = await shop.SaysAsync("same as last time");

        Assert.StartsWith("I've added what you ordered last time.", reply, StringComparison.Ordinal);
        Assert.Equal("2 Jollof rice & chicken", shop.Cart);
        Assert.Single(shop.Orders);
    }

    [Fact]
    public async Task A_digression_returns_to_where_the_order_stood()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 jollof");

        var reply = await shop.SaysAsync("what time do you close?");

        Assert.Contains("Monday – Tuesday: 08:00 to 22:00", reply, StringComparison.Ordinal);
        Assert.EndsWith("*Delivery* or *pickup*?", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digression_at_the_summary_keeps_it_confirmable()
    {
        var shop = await ScriptedShop.SummaryShownAsync();

        var reply = await shop.SaysAsync("how much is zobo?");
        Assert.Contains("Zobo 50cl is ₦800.", reply, StringComparison.Ordinal);
        Assert.Contains("reply *yes* to confirm", reply, StringComparison.Ordinal);

        await shop.SaysAsync("yes");
        Assert.Single(shop.Orders);
    }

    [Fact]
    public async Task What_is_left_is_offered_when_there_is_too_little()
    {
        var shop = ScriptedShop.Kitchen();

        Assert.Contains("Chicken suya: we only have 3 left. Shall I add 3?", await shop.SaysAsync("5 chicken suya"), StringComparison.Ordinal);
        await shop.SaysAsync("yes");

        Assert.Equal("3 Chicken suya", shop.Cart);
    }

    [Fact]
    public async Task What_is_sold_out_is_said_and_not_put_in()
    {
        var shop = ScriptedShop.Kitchen();

        Assert.Contains("Chapman is sold out right now.", await shop.SaysAsync("2 chapman and 1 malt"), StringComparison.Ordinal);
        Assert.Equal("1 Malt", shop.Cart);
    }

    [Fact]
    public async Task What_the_shop_does_not_have_is_said_in_the_customers_word()
    {
        var shop = ScriptedShop.Kitchen();

        Assert.Contains("We don't have pizza.", await shop.SaysAsync("2 pizza and 1 malt"), StringComparison.Ordinal);
        Assert.Equal("1 Malt", shop.Cart);
    }

    [Theory]
    [InlineData("no, make it 3", "3 Jollof rice & chicken, 1 Zobo 50cl", "2 jollof and 1 zobo", "jollof")]
    [InlineData("remove the zobo", "2 Jollof rice & chicken", "2 jollof and 1 zobo", "")]
    [InlineData("cancel the zobo", "2 Jollof rice & chicken", "2 jollof and 1 zobo", "")]
    [InlineData("no zobo", "2 Jollof rice & chicken", "2 jollof and 1 zobo", "")]
    [InlineData("change the zobo to malt", "2 Jollof rice & chicken, 1 Malt", "2 jollof and 1 zobo", "")]
    [InlineData("add 2 more zobo", "2 Jollof rice & chicken, 3 Zobo 50cl", "2 jollof and 1 zobo", "")]
    [InlineData("one more", "2 Jollof rice & chicken, 2 Zobo 50cl", "2 jollof and 1 zobo", "")]
    [InlineData("make it 3 jollof", "3 Jollof rice & chicken, 1 Zobo 50cl", "2 jollof and 1 zobo", "")]
    [InlineData("2 jollof and 1 zobo", "2 Jollof rice & chicken, 1 Zobo 50cl", "2 jollof and 1 zobo", "")]
    [InlineData("so 2 jollof and 3 zobo, that's all", "2 Jollof rice & chicken, 3 Zobo 50cl", "2 jollof and 1 zobo", "")]
    public async Task The_cart_follows_what_is_said(string change, string cart, string first, string then)
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync(first);
        if (then.Length > 0) await shop.SaysAsync("how much is " + then);

        await shop.SaysAsync(change);

        Assert.Equal(cart, shop.Cart);
    }
}
