using HaloAgent.AgentWorker.Orders;
using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>Goods asked about with their numbers, or several at once, and what is said of them right after.</summary>
public sealed class GuidedAskedTogetherTests
{
    [Fact]
    public async Task What_numbers_of_goods_come_to_is_added_up_and_nothing_is_ordered()
    {
        var shop = ScriptedShop.Kitchen();

        var reply = await shop.SaysAsync("how much for 3 jollof and 2 zobo all together?");

        Assert.Contains(nameof(QuoteGoodsCall), shop.Calls);
        Assert.Contains("*Total", reply, StringComparison.Ordinal);
        Assert.Empty(shop.Cart);
    }

    [Theory]
    [InlineData("ok I will take them", "3 Jollof rice & chicken, 2 Zobo 50cl")]
    [InlineData("one of each", "1 Jollof rice & chicken, 1 Zobo 50cl")]
    [InlineData("2 of each please", "2 Jollof rice & chicken, 2 Zobo 50cl")]
    public async Task They_are_taken_by_the_next_message(string said, string cart)
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("how much for 3 jollof and 2 zobo all together?");

        await shop.SaysAsync(said);

        Assert.Equal(cart, shop.Cart);
    }

    [Theory]
    [InlineData("ok thanks")]
    [InlineData("ok, I will get back to you")]
    [InlineData("no")]
    public async Task A_polite_end_orders_none_of_them(string said)
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("how much is 5 zobo?");

        await shop.SaysAsync(said);

        Assert.Empty(shop.Cart);
    }

    [Fact]
    public async Task An_answer_to_the_order_that_stands_orders_none_of_them()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("1 malt");
        await shop.SaysAsync("how much is 5 zobo?");

        await shop.SaysAsync("pickup");

        Assert.Equal("1 Malt", shop.Cart);
    }

    [Fact]
    public async Task Later_a_yes_is_none_to_them()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("how much for 3 jollof and 2 zobo all together?");
        await shop.SaysAsync("when do you close?");

        await shop.SaysAsync("ok");

        Assert.Empty(shop.Cart);
    }

    [Fact]
    public async Task A_change_that_was_not_understood_shows_the_summary_again()
    {
        var shop = await ScriptedShop.SummaryShownAsync();

        var reply = await shop.SaysAsync("hmm the purple one looks somehow");

        Assert.Contains("Reply *yes* to confirm", reply, StringComparison.Ordinal);
        Assert.Empty(shop.Orders);
    }
}
