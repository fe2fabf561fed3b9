using HaloAgent.Orders;
using Xunit;

namespace HaloAgent.UnitTests.Agent.Llama;

/// <summary>Which tools a model is given, by the state of cart and orders.</summary>
public sealed class ToolOfferTests
{
    [Fact]
    public async Task With_nothing_chosen_and_nothing_ordered_few_tools_are_offered()
    {
        var model = new ScriptedModel();

        await model.Shop().SaysAsync("wetin sweet pass for una side?");

        Assert.Equal(
            ["add_to_cart", "call_person", "choose_delivery", "choose_pickup", "decline", "product_details", "quote_delivery", "search_products", "shop_information", "show_products"],
            model.OfferedIn(0).Order());
    }

    [Fact]
    public async Task A_cart_brings_the_tools_that_change_it_at_once_in_the_next_round()
    {
        var model = new ScriptedModel().Calls("add_to_cart", new { product = "malt", quantity = 1 });

        await model.Shop().SaysAsync("wetin sweet pass? bring one");

        Assert.DoesNotContain("change_quantity", model.OfferedIn(0));
        Assert.Contains("change_quantity", model.OfferedIn(1));
        Assert.Contains("clear_cart", model.OfferedIn(1));
    }

    [Fact]
    public async Task Orders_bring_their_tools_and_go_with_their_state()
    {
        var model = new ScriptedModel().Calls("add_to_cart", new { product = "malt", quantity = 1 }).Calls("choose_pickup").Says("Ok.").Calls("place_order");
        var shop = model.Shop();
        await shop.SaysAsync("a malt, I go come carry am");
        await shop.SaysAsync("yes");
        Assert.Contains("place_order", model.OfferedIn(3));

        await shop.SaysAsync("hmm so what now?");
        Assert.Contains("payment_details", model.OfferedIn(4));
        Assert.Contains("order_status", model.OfferedIn(4));
        Assert.DoesNotContain("place_order", model.OfferedIn(4));
        Assert.DoesNotContain("claim_payment", model.OfferedIn(4));

        shop.Orders[0].MoveTo(OrderStatus.Paid, HaloAgent.Actor.Customer, null, shop.Now);
        await shop.SaysAsync("hmm and now?");
        Assert.DoesNotContain("payment_details", model.OfferedIn(5));
        Assert.Contains("cancel_order", model.OfferedIn(5));
    }

    [Fact]
    public async Task A_shop_that_does_not_deliver_offers_no_delivery()
    {
        var model = new ScriptedModel();
        var shop = HaloAgent.UnitTests.Guided.ScriptedShop.Kitchen(delivers: false);
        shop.Brain = model.Brain();

        await shop.SaysAsync("wetin sweet pass?");

        Assert.DoesNotContain("choose_delivery", model.OfferedIn(0));
        Assert.DoesNotContain("quote_delivery", model.OfferedIn(0));
    }

    [Fact]
    public async Task Points_are_offered_only_where_the_shop_gives_some_and_the_guided_brain_tells_the_rest()
    {
        var model = new ScriptedModel().Says("You have 500 points.").Says("You have 500 points.");
        var shop = model.Shop();

        Assert.DoesNotContain("500", await shop.SaysAsync("how many points do I have?"), StringComparison.Ordinal);
        shop.Business.Reward(new HaloAgent.Loyalty.LoyaltyRules(Money.FromNaira(1000), Money.FromNaira(10)));
        await shop.SaysAsync("how many points do I have?");

        Assert.DoesNotContain("loyalty_points", model.OfferedIn(0));
        Assert.Contains("loyalty_points", model.OfferedIn(1));
    }

    [Theory]
    [InlineData(OrderStatus.PendingPayment, true)]
    [InlineData(OrderStatus.Paid, true)]
    [InlineData(OrderStatus.OutForDelivery, true)]
    [InlineData(OrderStatus.Completed, false)]
    [InlineData(OrderStatus.Cancelled, false)]
    [InlineData(OrderStatus.Expired, false)]
    public async Task Cancelling_is_offered_while_an_order_is_open(OrderStatus status, bool offered)
    {
        var model = new ScriptedModel();
        var shop = await HaloAgent.UnitTests.Guided.ScriptedShop.ConfirmedAsync();
        shop.Brain = model.Brain();
        if (status is not (OrderStatus.PendingPayment or OrderStatus.Cancelled or OrderStatus.Expired)) shop.Orders[0].MoveTo(OrderStatus.Paid, HaloAgent.Actor.Customer, null, shop.Now);
        if (shop.Orders[0].Status != status) shop.Orders[0].MoveTo(status, HaloAgent.Actor.Customer, null, shop.Now);

        await shop.SaysAsync("hmm and now?");

        Assert.Equal(offered, model.OfferedIn(0).Contains("cancel_order"));
    }
}
