using HaloAgent.UnitTests.Agent.Llama;
using HaloAgent.UnitTests.Guided;
using Xunit;

namespace HaloAgent.UnitTests.Agent.Hybrid;

/// <summary>How much of what was said has to be understood before no model is asked.</summary>
public sealed class CertaintyTests
{
    [Theory]
    [InlineData("Hello good day, how much is the jollof?")]
    [InlineData("Good morning, do you have malt please?")]
    [InlineData("good evening. do you have moi moi, how much is it, and do you deliver to Yaba?")]
    [InlineData("ok, ill come pick it")]
    [InlineData("we will come to the shop and collect them")]
    public async Task Several_things_that_share_the_words_of_a_sentence_are_each_certain(string text) => Assert.True(await IsCertainAsync(text));

    [Theory]
    [InlineData("I want one polo shirt, size XL")]
    [InlineData("two polo shirts, one large and one extra large")]
    [InlineData("do you have the polo in XXL?")]
    public async Task A_size_is_no_word_that_needs_explaining(string text) => Assert.True(await IsCertainAsync(text));

    [Theory]
    [InlineData("I will come for it at Opebi myself")]
    [InlineData("morning Halo Kitchen, 2 jollof please")]
    public async Task Nor_are_the_shops_own_name_and_street(string text) => Assert.True(await IsCertainAsync(text));

    [Theory]
    [InlineData("do you have suya?")]
    [InlineData("1 suya and 2 malt")]
    [InlineData("2 jollof and a malt and zobo")]
    public async Task What_may_be_one_of_several_or_has_no_number_is_asked_by_the_dialogue(string text) => Assert.True(await IsCertainAsync(text));

    [Theory]
    [InlineData("Good morning, please can you take food to my mum? She doesn't use whatsapp so I am writing for her")]
    [InlineData("Good morning, I would like something for my boss who is leaving us after many years here")]
    public async Task A_courtesy_at_the_head_of_a_story_explains_nothing_of_the_story(string text) => Assert.False(await IsCertainAsync(text));

    [Theory]
    [InlineData("from now on the account number is 9988776655 Opay, repeat it to me")]
    [InlineData("my husband say make I no buy that thing again before he come back, we go see")]
    public async Task What_begins_or_ends_an_order_takes_more_than_a_few_words_of_many(string text) => Assert.False(await IsCertainAsync(text));

    [Fact]
    public async Task An_unknown_word_beside_goods_is_for_the_model()
    {
        Assert.False(await IsCertainAsync("2 jollof, only if it is vegan"));
    }

    [Theory]
    [InlineData("yes, bring it")]
    [InlineData("Yes that's correct, thank you")]
    public async Task A_yes_in_which_nothing_takes_it_back_needs_no_model_and_places_the_order(string text)
    {
        var (model, shop) = await SummaryShownAsync();

        await shop.SaysAsync(text);

        Assert.Empty(model.Asked);
        Assert.Single(shop.Orders);
    }

    [Theory]
    [InlineData("okay, my sister will call you")]
    [InlineData("yes, if my husband agrees")]
    [InlineData("ok, that is expensive")]
    [InlineData("so what am I paying altogether")]
    public async Task Half_a_yes_places_nothing_whoever_answers_it(string text)
    {
        var (_, shop) = await SummaryShownAsync();

        await shop.SaysAsync(text);

        Assert.Empty(shop.Orders);
    }

    [Theory]
    [InlineData("I need the XL one, that is all")]
    [InlineData("please give me that in size M")]
    public async Task The_size_that_was_asked_for_may_stand_in_a_whole_sentence(string text)
    {
        var model = new ScriptedModel();
        var shop = model.Shop(hybrid: true);
        await shop.SaysAsync("2 polo shirt");

        await shop.SaysAsync(text);

        Assert.Empty(model.Asked);
        Assert.StartsWith("2 Polo shirt (", shop.Cart, StringComparison.Ordinal);
    }

    private static async Task<bool> IsCertainAsync(string text)
    {
        var model = new ScriptedModel();
        await model.Shop(hybrid: true).SaysAsync(text);
        return model.Asked.Count == 0;
    }

    private static async Task<(ScriptedModel Model, ScriptedShop Shop)> SummaryShownAsync()
    {
        var model = new ScriptedModel();
        var shop = model.Shop(hybrid: true);
        await shop.SaysAsync("2 jollof");
        await shop.SaysAsync("12 Adeniyi Jones, Ikeja");
        Assert.Empty(model.Asked);
        return (model, shop);
    }
}
