using HaloAgent.UnitTests.Guided;
using Xunit;

namespace HaloAgent.UnitTests.Agent.Llama;

/// <summary>What the customer plainly said is done, whatever a weak model makes of it; and only that.</summary>
public sealed class PlainWordsTests
{
    private const string OnlyTalked = "the model failed (it talked, and did nothing of what was plainly said)";

    [Theory]
    [InlineData("2 jollof, my gee", "2 Jollof rice & chicken")]
    [InlineData("abeg run us 2 fried rice and 1 malt, hunger dey wire us", "2 Fried rice & chicken, 1 Malt")]
    public async Task Chatter_in_answer_to_an_order_is_answered_by_the_guided_brain(string text, string cart)
    {
        var shop = new ScriptedModel().Says("Hello! What would you like to order today?").Shop();

        var said = await shop.SaysAsync(text);

        Assert.Equal(cart, shop.Cart);
        Assert.Equal(("guided", OnlyTalked), (shop.Reply!.Brain, shop.Reply.Reason));
        Assert.DoesNotContain("What would you like to order today?", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("what is the price of the malt, my gee?", "₦700")]
    [InlineData("where una shop dey, my gee?", "14 Opebi Road")]
    public async Task So_is_chatter_in_answer_to_what_stands_on_record(string text, string told)
    {
        var shop = new ScriptedModel().Says("I am not sure what you mean.").Shop();

        Assert.Contains(told, await shop.SaysAsync(text), StringComparison.Ordinal);
        Assert.Equal("guided", shop.Reply!.Brain);
    }

    [Fact]
    public async Task Calls_that_came_to_nothing_are_no_better_than_chatter()
    {
        var shop = new ScriptedModel().Calls("add_to_cart", new { product = "my gee", quantity = 1 }).Says("We do not have that.").Shop();

        await shop.SaysAsync("2 jollof, my gee");

        Assert.Equal("2 Jollof rice & chicken", shop.Cart);
        Assert.Equal(OnlyTalked, shop.Reply!.Reason);
    }

    [Theory]
    [InlineData("thank you, you people try")]
    [InlineData("my neighbour says jollof is nice")]
    public async Task A_model_may_chat_where_nothing_is_to_be_done(string text)
    {
        var shop = new ScriptedModel().Says("You are welcome!").Shop();

        await shop.SaysAsync(text);

        Assert.Equal("llama", shop.Reply!.Brain);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(1)]
    public async Task Another_number_than_the_customers_is_not_put_in(int quantity)
    {
        var shop = new ScriptedModel().Calls("add_to_cart", new { product = "jollof", quantity }).Says("Done.").Shop();

        await shop.SaysAsync("2 jollof, my gee");

        Assert.Equal("2 Jollof rice & chicken", shop.Cart);
    }

    [Fact]
    public async Task What_a_model_calls_twice_in_other_words_comes_once()
    {
        var model = new ScriptedModel().Calls("add_to_cart", new { product = "jollof", quantity = 1 }).Calls("add_to_cart", new { product = "Jollof rice & chicken", quantity = 2 }).Says("Done.");
        var shop = model.Shop();

        await shop.SaysAsync("2 jollof, my gee");

        Assert.Equal("2 Jollof rice & chicken", shop.Cart);
        Assert.StartsWith("Done already", model.LastHeard(2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Goods_that_the_model_forgot_come_with_the_others()
    {
        var shop = new ScriptedModel().Calls("add_to_cart", new { product = "malt", quantity = 1 }).Says("Done.").Shop();

        await shop.SaysAsync("2 jollof and a malt, my gee");

        Assert.Equal("2 Jollof rice & chicken, 1 Malt", shop.Cart);
    }

    [Fact]
    public async Task What_was_asked_for_without_a_number_and_forgotten_comes_once()
    {
        var shop = new ScriptedModel().Calls("add_to_cart", new { product = "jollof", quantity = 2 }).Says("Done.").Shop();

        await shop.SaysAsync("give me 2 jollof, give me malt, my gee");

        Assert.Equal("2 Jollof rice & chicken, 1 Malt", shop.Cart);
    }

    [Fact]
    public async Task A_removal_stays_a_removal()
    {
        var shop = await ChosenAsync(new ScriptedModel().Calls("add_to_cart", new { product = "malt", quantity = 1 }).Says("Done."));

        await shop.SaysAsync("remove the malt, my gee");

        Assert.Equal("2 Jollof rice & chicken", shop.Cart);
    }

    [Fact]
    public async Task A_thing_beside_those_that_were_named_is_not_put_in()
    {
        var model = new ScriptedModel().CallsAtOnce("add_to_cart", new { product = "jollof", quantity = 2 }, new { product = "Zobo 50cl", quantity = 2 }).Says("Done.");
        var shop = model.Shop();

        await shop.SaysAsync("2 jollof please");

        Assert.Equal("2 Jollof rice & chicken", shop.Cart);
        Assert.Contains("did not name", model.LastHeard(1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_only_asked_about_is_not_put_in()
    {
        var model = new ScriptedModel().Calls("add_to_cart", new { product = "jollof", quantity = 2 }).Says("It is.");
        var shop = model.Shop();

        await shop.SaysAsync("is the jollof enough for two people?");

        Assert.Equal("", shop.Cart);
        Assert.Contains("only asks about", model.LastHeard(1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_size_that_the_model_left_out_is_the_one_that_was_said()
    {
        var shop = new ScriptedModel().Calls("add_to_cart", new { product = "Polo shirt", quantity = 1 }).Says("Done.").Shop();

        await shop.SaysAsync("polo shirt in XL for my gee abeg");

        Assert.Equal("1 Polo shirt (XL / Blue)", shop.Cart);
    }

    [Fact]
    public async Task How_the_order_gets_there_is_not_forgotten_and_words_written_without_it_are_not_said()
    {
        var shop = new ScriptedModel().Calls("add_to_cart", new { product = "jollof", quantity = 2 }).Says("Shall we bring it?").Shop();

        var said = await shop.SaysAsync("2 jollof, my gee, I will come and pick it up");

        Assert.Contains("*Total ₦7,000*", said, StringComparison.Ordinal);
        Assert.DoesNotContain(shop.Reply!.Bubbles, bubble => bubble.InOwnWords);
        Assert.Empty(shop.Orders);
    }

    [Fact]
    public async Task Nor_is_the_address()
    {
        var shop = await ChosenAsync(new ScriptedModel().Calls("search_products", new { words = "jones" }).Says("I am not sure what you mean."));

        Assert.Contains("Delivery to Ikeja", await shop.SaysAsync("chai, rain don start for my side, deliver it to 12 Adeniyi Jones, Ikeja"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_not_brought_to_who_fetches_it()
    {
        var model = new ScriptedModel();
        var shop = await ChosenAsync(model.Calls("choose_delivery", new { address = "my gee" }).Says("Ok."));

        Assert.Contains("You can pick it up at 14 Opebi Road", await shop.SaysAsync("I will come and pick it up, my gee"), StringComparison.Ordinal);
        Assert.Contains("they fetch it", model.LastHeard(1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nor_to_who_only_asks_what_that_costs()
    {
        var model = new ScriptedModel();
        var shop = await ChosenAsync(model.Calls("choose_delivery", new { address = "my gee" }).Says("Ok."));

        await shop.SaysAsync("how much is delivery to my gee?");

        Assert.Contains("only asks what delivery costs", model.LastHeard(1), StringComparison.Ordinal);
        Assert.DoesNotContain("ChooseDeliveryCall", shop.Calls);
    }

    [Fact]
    public async Task Goods_on_a_condition_are_left_to_the_model()
    {
        var shop = new ScriptedModel().Says("I do not know whether it is vegan. Shall I ask the shop?").Shop();

        await shop.SaysAsync("2 jollof, only if it is vegan");

        Assert.Equal(("llama", ""), (shop.Reply!.Brain, shop.Cart));
    }

    [Fact]
    public async Task A_model_that_understands_more_than_the_ear_is_not_hindered()
    {
        var shop = new ScriptedModel().CallsAtOnce("add_to_cart", new { product = "jollof", quantity = 2 }, new { product = "Malt", quantity = 2 }).Says("Enjoy!").Shop();

        await shop.SaysAsync("the red rice for me and my wife, and that dark thing una dey pour, one one");

        Assert.Equal("2 Jollof rice & chicken, 2 Malt", shop.Cart);
    }

    private static async Task<ScriptedShop> ChosenAsync(ScriptedModel model)
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 jollof and a malt");
        shop.Brain = model.Brain();
        return shop;
    }
}
