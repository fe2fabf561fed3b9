using HaloAgent.AgentWorker.Agent.Guided;
using HaloAgent.AgentWorker.Agent.Hybrid;
using HaloAgent.AgentWorker.Contacts;
using HaloAgent.Orders;
using HaloAgent.UnitTests.Guided;
using Xunit;

namespace HaloAgent.UnitTests.Agent.Llama;

/// <summary>What only the customer may decide, a model cannot do without the customer's own words.</summary>
public sealed class CustomersWordTests
{
    private const string Question = "Shall I cancel order 0001?";

    [Fact]
    public async Task A_model_that_cancels_unasked_makes_the_system_ask_and_a_yes_cancels()
    {
        var shop = await OrderedAsync(new ScriptedModel().Calls("cancel_order").Says("Ok.").Calls("cancel_order"));

        Assert.Contains(Question, await shop.SaysAsync("hmm, that is rather far from me"), StringComparison.Ordinal);
        Assert.Equal(OrderStatus.PendingPayment, shop.Orders[0].Status);

        Assert.Contains("Order 0001 has been cancelled.", await shop.SaysAsync("yes"), StringComparison.Ordinal);
        Assert.Equal(OrderStatus.Cancelled, shop.Orders[0].Status);
    }

    [Fact]
    public async Task The_yes_to_that_question_costs_no_model_call()
    {
        var model = new ScriptedModel().Calls("cancel_order").Says("Ok.");
        var shop = await OrderedAsync(model);
        shop.Brain = new HybridBrain(new GuidedBrain(), model.Brain());
        await shop.SaysAsync("hmm, that is rather far from me");

        await shop.SaysAsync("yes");

        Assert.Equal(OrderStatus.Cancelled, shop.Orders[0].Status);
        Assert.Equal(2, model.Asked.Count);
    }

    [Theory]
    [InlineData("no")]
    [InlineData("no, do not cancel it")]
    [InlineData("yes but where is it?")]
    [InlineData("how much is malt?")]
    public async Task Anything_else_leaves_the_order_as_it_is_and_the_question_is_over(string said)
    {
        var shop = await OrderedAsync(new ScriptedModel().Calls("cancel_order").Says("Ok."));
        await shop.SaysAsync("hmm, that is rather far from me");
        shop.Brain = new GuidedBrain();

        await shop.SaysAsync(said);
        await shop.SaysAsync("yes");

        Assert.Equal(OrderStatus.PendingPayment, shop.Orders[0].Status);
    }

    [Fact]
    public async Task A_yes_half_a_day_after_that_question_cancels_nothing()
    {
        var shop = await OrderedAsync(new ScriptedModel().Calls("cancel_order").Says("Ok.").Calls("cancel_order"));
        await shop.SaysAsync("hmm, that is rather far from me");
        shop.Now = shop.Now.AddHours(13);

        Assert.Contains(Question, await shop.SaysAsync("yes"), StringComparison.Ordinal);
        Assert.Equal(OrderStatus.PendingPayment, shop.Orders[0].Status);
    }

    [Fact]
    public async Task A_wish_to_cancel_that_is_heard_needs_no_question_and_cancels_one_order_only()
    {
        var shop = await ScriptedShop.ConfirmedAsync();
        await shop.SaysAsync("1 malt");
        await shop.SaysAsync("pickup");
        await shop.SaysAsync("yes");
        shop.Brain = new ScriptedModel().Calls("cancel_order", new { order_number = 1 }).Calls("cancel_order", new { order_number = 2 }).Brain();

        await shop.SaysAsync("please cancel order 1");

        Assert.Equal([OrderStatus.Cancelled, OrderStatus.PendingPayment], shop.Orders.OrderBy(order => order.Number).Select(order => order.Status));
    }

    [Fact]
    public async Task A_model_cannot_mute_a_customer_who_is_told_the_word_that_does()
    {
        var shop = new ScriptedModel().Calls("stop_messages").Shop();

        Assert.Contains("If you don't want any more messages from Halo Kitchen, send STOP.", await shop.SaysAsync("your texts are getting on top of me, enough of the texts"), StringComparison.Ordinal);
        Assert.DoesNotContain(nameof(OptOutCall), shop.Calls);
    }

    [Fact]
    public async Task Half_a_yes_to_the_question_cancels_nothing()
    {
        var shop = await OrderedAsync(new ScriptedModel().Calls("cancel_order").Says("Ok."));
        await shop.SaysAsync("hmm, that is rather far from me");
        shop.Brain = new GuidedBrain();

        await shop.SaysAsync("okay, my wife knows the place");

        Assert.Equal(OrderStatus.PendingPayment, shop.Orders[0].Status);
    }

    [Fact]
    public async Task Offers_are_consented_to_by_a_yes_to_the_systems_question_only()
    {
        var model = new ScriptedModel().Calls("set_offers", new { wanted = true }).Says("Ok.").Calls("set_offers", new { wanted = true });
        var shop = model.Shop();

        Assert.Contains("Do you want offers and news from Halo Kitchen?", await shop.SaysAsync("is there any news from the shop this week?"), StringComparison.Ordinal);
        Assert.DoesNotContain(nameof(SetMarketingConsentCall), shop.Calls);

        Assert.Contains("the shop may send you offers and news", await shop.SaysAsync("yes"), StringComparison.Ordinal);
        Assert.Contains(nameof(SetMarketingConsentCall), shop.Calls);
    }

    [Fact]
    public async Task The_yes_to_offers_is_understood_without_a_model_and_places_no_order()
    {
        var shop = await ScriptedShop.SummaryShownAsync();
        shop.Brain = new ScriptedModel().Calls("set_offers", new { wanted = true }).Says("Ok.").Brain();
        await shop.SaysAsync("is there any news from the shop this week?");
        shop.Brain = new GuidedBrain();

        await shop.SaysAsync("yes");

        Assert.Contains(nameof(SetMarketingConsentCall), shop.Calls);
        Assert.Empty(shop.Orders);
    }

    [Fact]
    public async Task A_yes_to_a_summary_of_yesterday_shows_it_again_and_places_nothing()
    {
        var model = new ScriptedModel().Calls("place_order").Says("Ok.").Calls("place_order");
        var shop = await ScriptedShop.SummaryShownAsync();
        shop.Brain = model.Brain();
        shop.Now = shop.Now.AddHours(20);

        var said = await shop.SaysAsync("yes");

        Assert.Empty(shop.Orders);
        Assert.Contains("*Total ₦7,000*", said, StringComparison.Ordinal);
        Assert.Contains("Reply *yes* to confirm", said, StringComparison.Ordinal);
        await shop.SaysAsync("yes");
        Assert.Single(shop.Orders);
    }

    [Fact]
    public async Task A_yes_that_answers_one_question_is_used_for_nothing_else()
    {
        var shop = await ScriptedShop.ConfirmedAsync();
        await shop.SaysAsync("1 malt");
        await shop.SaysAsync("pickup");
        shop.Brain = new ScriptedModel().Calls("cancel_order", new { order_number = 1 }).Says("Ok.").Calls("cancel_order").Calls("place_order").Says("Ok.").Brain();

        Assert.Contains(Question, await shop.SaysAsync("hmm, that is rather far from me"), StringComparison.Ordinal);
        await shop.SaysAsync("yes");

        Assert.Equal(OrderStatus.Cancelled, Assert.Single(shop.Orders).Status);
        Assert.Equal("1 Malt", shop.Cart);
    }

    [Fact]
    public async Task A_model_that_asks_and_calls_again_cannot_take_an_earlier_yes_as_the_answer()
    {
        var shop = await OrderedAsync(new ScriptedModel().Calls("cancel_order").Calls("cancel_order", new { order_number = 1 }).Says("Ok."));

        Assert.Contains(Question, await shop.SaysAsync("yes"), StringComparison.Ordinal);

        Assert.Equal(OrderStatus.PendingPayment, shop.Orders[0].Status);
    }

    private static async Task<ScriptedShop> OrderedAsync(ScriptedModel model)
    {
        var shop = await ScriptedShop.ConfirmedAsync();
        shop.Brain = model.Brain();
        return shop;
    }
}
