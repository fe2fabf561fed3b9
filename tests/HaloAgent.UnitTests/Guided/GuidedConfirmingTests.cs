using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>No order without a yes to its summary, and never twice.</summary>
public sealed class GuidedConfirmingTests
{
    [Fact]
    public async Task A_second_yes_places_no_second_order()
    {
        var shop = await ScriptedShop.ConfirmedAsync();

        var again = await shop.SaysAsync("yes");

        Assert.Single(shop.Orders);
        Assert.StartsWith("Your order 0001 has already been placed.", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_yes_in_the_same_burst_as_the_order_confirms_nothing()
    {
        var shop = ScriptedShop.Kitchen();

        var reply = await shop.SaysAsync("2 jollof", "pickup", "yes");

        Assert.Empty(shop.Orders);
        Assert.Contains("Reply *yes* to confirm", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_yes_the_next_day_shows_the_summary_again_and_places_nothing()
    {
        var shop = await ScriptedShop.SummaryShownAsync();
        shop.Now = shop.Now.AddHours(13);
        Assert.Contains("*Total", await shop.SaysAsync("yes"), StringComparison.Ordinal);
        Assert.Empty(shop.Orders);

        await shop.SaysAsync("yes");
        Assert.Single(shop.Orders);
    }

    [Fact]
    public async Task A_yes_with_a_change_shows_the_changed_summary_first()
    {
        var shop = await ScriptedShop.SummaryShownAsync();

        var reply = await shop.SaysAsync("yes, and add one malt");

        Assert.Empty(shop.Orders);
        Assert.Contains("1 × Malt", reply, StringComparison.Ordinal);
        Assert.Contains("Reply *yes* to confirm", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_yes_beside_a_change_that_cannot_be_made_confirms_nothing()
    {
        var shop = await ScriptedShop.SummaryShownAsync();

        var reply = await shop.SaysAsync("yes but change the jollof to pizza");

        Assert.Empty(shop.Orders);
        Assert.StartsWith("We don't have pizza.", reply, StringComparison.Ordinal);
        Assert.Equal("2 Jollof rice & chicken", shop.Cart);
    }

    [Fact]
    public async Task A_question_about_an_order_never_places_one()
    {
        var shop = await ScriptedShop.SummaryShownAsync();

        var reply = await shop.SaysAsync("ok, when will I get my order?");

        Assert.Empty(shop.Orders);
        Assert.Contains("You haven't confirmed your order yet.", reply, StringComparison.Ordinal);
        Assert.Contains("reply *yes* to confirm", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wiped_memory_asks_again_and_keeps_the_order()
    {
        var shop = await ScriptedShop.SummaryShownAsync();
        shop.Memory = HaloAgent.AgentWorker.Agent.WorkingMemory.Empty;

        await shop.SaysAsync("yes");

        Assert.Single(shop.Orders);
    }

    [Fact]
    public async Task After_a_no_a_yes_shows_the_summary_again()
    {
        var shop = await ScriptedShop.SummaryShownAsync();
        Assert.StartsWith("No problem. What should I change?", await shop.SaysAsync("no"), StringComparison.Ordinal);

        var reply = await shop.SaysAsync("ok");

        Assert.Empty(shop.Orders);
        Assert.Contains("Reply *yes* to confirm", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_price_that_changed_after_the_summary_is_shown_first()
    {
        var shop = await ScriptedShop.SummaryShownAsync();
        shop.Products[0].Save(new HaloAgent.Contracts.Catalog.SaveProductRequest { Name = "Jollof rice & chicken", Category = "Rice", Price = 4000, Stock = 10 }, shop.Now);

        var reply = await shop.SaysAsync("yes");

        Assert.Empty(shop.Orders);
        Assert.Contains("*Total ₦8,000*", reply, StringComparison.Ordinal);
        await shop.SaysAsync("yes");
        Assert.Single(shop.Orders);
    }
}
