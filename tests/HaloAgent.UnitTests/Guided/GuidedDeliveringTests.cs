using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>Where an order is brought.</summary>
public sealed class GuidedDeliveringTests
{
    [Fact]
    public async Task Delivery_asks_for_the_address_and_then_for_the_area()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 jollof");

        Assert.Contains("Where shall we bring it?", await shop.SaysAsync("delivery"), StringComparison.Ordinal);
        Assert.Contains("Which of these areas is that in?\n1. Ikeja: ₦1,500\n2. Yaba: ₦2,000", await shop.SaysAsync("12 Rice Mill Road, by the church"), StringComparison.Ordinal);
        var summary = await shop.SaysAsync("2");

        Assert.Contains("Delivery to Yaba", summary, StringComparison.Ordinal);
        Assert.Contains("\n12 Rice Mill Road, by the church\n", summary, StringComparison.Ordinal);
        Assert.Equal("2 Jollof rice & chicken", shop.Cart);
    }

    [Fact]
    public async Task An_area_first_is_completed_by_the_street()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 jollof");

        Assert.Contains("Delivery to Yaba is ₦2,000. What is the house number and the street?", await shop.SaysAsync("deliver to Yaba"), StringComparison.Ordinal);
        Assert.Contains("\n5 Herbert Macaulay way\n", await shop.SaysAsync("5 Herbert Macaulay way"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_saved_address_is_offered_and_never_assumed()
    {
        var shop = await ScriptedShop.ConfirmedAsync("deliver to 12 Adeniyi Jones, Ikeja");
        await shop.SaysAsync("1 malt");

        Assert.Equal("Shall we bring it to 12 Adeniyi Jones, Ikeja again? Reply *yes*, or write another address.", await shop.SaysAsync("delivery"));
        Assert.Contains("\n12 Adeniyi Jones, Ikeja\n", await shop.SaysAsync("yes"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_address_may_answer_the_offer_of_the_saved_one()
    {
        var shop = await ScriptedShop.ConfirmedAsync("deliver to 12 Adeniyi Jones, Ikeja");
        await shop.SaysAsync("1 malt");
        await shop.SaysAsync("delivery");

        Assert.Contains("\n4 Sabo road\n", await shop.SaysAsync("4 Sabo road"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shop_without_delivery_says_so_and_goes_on()
    {
        var shop = ScriptedShop.Kitchen(delivers: false);

        var reply = await shop.SaysAsync("2 jollof");

        Assert.Contains("We do not deliver; you can pick it up at 14 Opebi Road, Ikeja.", reply, StringComparison.Ordinal);
        Assert.Contains("Reply *yes* to confirm", reply, StringComparison.Ordinal);
    }
}
