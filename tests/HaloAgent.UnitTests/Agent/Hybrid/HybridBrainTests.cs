using HaloAgent.Conversations;
using HaloAgent.Messaging;
using HaloAgent.UnitTests.Agent.Llama;
using Xunit;

namespace HaloAgent.UnitTests.Agent.Hybrid;

/// <summary>What goes to the model, and what does not.</summary>
public sealed class HybridBrainTests
{
    [Theory]
    [InlineData("menu")]
    [InlineData("good morning")]
    [InlineData("2 jollof and one zobo")]
    [InlineData("I have paid")]
    [InlineData("where is my order?")]
    [InlineData("thank you")]
    [InlineData("cancel")]
    [InlineData("what time do you open?")]
    [InlineData("can I talk to a person")]
    [InlineData("remove the malt")]
    [InlineData("how much is jollof?")]
    [InlineData("do you have malt?")]
    [InlineData("2 jollof to 12 Adeniyi Jones, Ikeja")]
    [InlineData("how much to deliver to Epe?")]
    public async Task What_is_certain_costs_no_model_call(string text)
    {
        var model = new ScriptedModel();
        var shop = model.Shop(hybrid: true);

        await shop.SaysAsync(text);

        Assert.Empty(model.Asked);
        Assert.Equal("guided", shop.Reply!.Brain);
        Assert.StartsWith("certain without a model: ", shop.Reply.Reason, StringComparison.Ordinal);
        Assert.Null(shop.Reply.Model);
    }

    [Theory]
    [InlineData("my pikin dey celebrate birthday, wetin you fit arrange for twenty people?")]
    [InlineData("is the jollof spicy?")]
    [InlineData("abeg the thing I bought the other time, that kind again but small")]
    [InlineData("2 pizza and one malt")]
    [InlineData("my neighbour says jollof is 500 here")]
    public async Task The_rest_goes_to_the_model(string text)
    {
        var model = new ScriptedModel().Calls("search_products", new { words = text }).Says("How can I help you today?");
        var shop = model.Shop(hybrid: true);

        await shop.SaysAsync(text);

        Assert.NotEmpty(model.Asked);
        Assert.Equal("llama", shop.Reply!.Brain);
    }

    // It went to the model once, and the guard let "the amala is good for somebody with an ulcer" out: what is good for the ill, a person says.
    [Theory]
    [InlineData("which of them is good for somebody with an ulcer?")]
    [InlineData("I am diabetic. What can I eat here?")]
    [InlineData("the suya gave my son running stomach")]
    public async Task What_is_good_for_the_ill_is_asked_of_no_model(string text)
    {
        var model = new ScriptedModel();
        var shop = model.Shop(hybrid: true);

        await shop.SaysAsync(text);

        Assert.Empty(model.Asked);
        Assert.Equal([EscalationReason.Medical], shop.Escalations);
    }

    [Fact]
    public async Task A_whole_order_in_plain_words_needs_no_model()
    {
        var model = new ScriptedModel();
        var shop = model.Shop(hybrid: true);

        await shop.SaysAsync("menu");
        await shop.SaysAsync("1");
        await shop.SaysAsync("2 jollof");
        await shop.SaysAsync("delivery");
        await shop.SaysAsync("12 Adeniyi Jones, Ikeja");
        await shop.SaysAsync("yes");
        await shop.SaysAsync("I have paid");

        Assert.Empty(model.Asked);
        Assert.Single(shop.Orders);
    }

    [Fact]
    public async Task What_the_model_began_the_next_plain_answer_goes_on_with()
    {
        var model = new ScriptedModel().Calls("add_to_cart", new { product = "Polo shirt", quantity = 2 }).Says("Which one?");
        var shop = model.Shop(hybrid: true);

        Assert.Contains("1. M / Red", await shop.SaysAsync("you get that polo wey dem dey rock for match day? two"), StringComparison.Ordinal);
        await shop.SaysAsync("2");
        await shop.SaysAsync("pickup");
        await shop.SaysAsync("yes");

        Assert.Equal(2, model.Asked.Count);
        Assert.Equal("Polo shirt", Assert.Single(shop.Orders).Items[0].Name);
    }

    [Theory]
    [InlineData("XL")]
    [InlineData("L / Red please")]
    [InlineData("the M")]
    public async Task The_size_that_was_asked_for_needs_no_model(string answer)
    {
        var model = new ScriptedModel();
        var shop = model.Shop(hybrid: true);

        await shop.SaysAsync("2 polo shirt");
        await shop.SaysAsync(answer);

        Assert.Empty(model.Asked);
        Assert.StartsWith("2 Polo shirt (", shop.Cart, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_and_a_picture_need_no_model()
    {
        var model = new ScriptedModel();
        var shop = model.Shop(hybrid: true);

        await shop.SendsAsync(MessageKind.Button, "Yes");
        await shop.SendsAsync(MessageKind.Image);

        Assert.Empty(model.Asked);
    }

    [Fact]
    public async Task When_the_model_is_down_the_guided_brain_answers_what_it_can()
    {
        var model = new ScriptedModel().Fails();
        var shop = model.Shop(hybrid: true);

        Assert.NotEqual("", await shop.SaysAsync("is the jollof spicy?"));
        Assert.Equal("guided", shop.Reply!.Brain);
        Assert.Contains("the model failed", shop.Reply.Reason, StringComparison.Ordinal);
    }
}
