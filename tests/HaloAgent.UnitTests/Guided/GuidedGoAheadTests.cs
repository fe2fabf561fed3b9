using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>Who tells the shop to begin has agreed, whatever else is told; not who takes it back, and not where it is to be fetched.</summary>
public sealed class GuidedGoAheadTests
{
    [Theory]
    [InlineData("pcm", "God bless una, carry am come")]
    [InlineData("en", "abeg pack it, my visitors are hungry")]
    [InlineData("ha", "baki sun zo, a kawo da sauri")]
    [InlineData("yo", "alejo ti de, e tete gbe e wa")]
    [InlineData("ig", "ndi obia abiala, wetara m ya ngwa")]
    public async Task Who_tells_the_shop_to_begin_has_agreed_whatever_the_haste_is_about(string language, string words)
    {
        var shop = ScriptedShop.Kitchen(language: language);
        await shop.SaysAsync(ScriptedShop.Delivered[language]);
        await shop.SaysAsync(words);
        Assert.Single(shop.Orders);
    }

    [Theory]
    [InlineData("en", "pack it, if you remove the delivery fee")]
    [InlineData("en", "pack it, but change the address")]
    [InlineData("en", "the last time I said bring it, it was cold")]
    [InlineData("en", "don't bring it")]
    [InlineData("en", "will you bring it?")]
    [InlineData("en", "when my husband comes you can start packing")]
    [InlineData("en", "pack it, scrap that")]
    [InlineData("en", "pack it, I'm joking")]
    [InlineData("en", "pack it, the address is wrong")]
    [InlineData("en", "send it now, to my office")]
    [InlineData("en", "pack it, I ordered 3")]
    [InlineData("en", "pack it, that's expensive")]
    [InlineData("en", "bring it, the moment I transfer")]
    [InlineData("en", "my receipt, send it")]
    [InlineData("en", "my friend said: pack it")]
    [InlineData("en", "my order of yesterday, bring it")]
    [InlineData("en", "where is my order, send it now")]
    [InlineData("en", "the account number, send it")]
    [InlineData("en", "okay send account, I will decide")]
    [InlineData("en", "send your rider, I want to return the food")]
    [InlineData("en", "hurry")]
    [InlineData("pcm", "do am for 500")]
    [InlineData("pcm", "carry am come, I dey play")]
    [InlineData("pcm", "carry am come, na office I dey")]
    [InlineData("yo", "se e maa gbe e wa")]
    [InlineData("yo", "e o ti gbe e wa")]
    [InlineData("yo", "e gbe e wa, mo n sere ni")]
    [InlineData("yo", "owo mi, e fi ranse")]
    [InlineData("ha", "a kawo, wasa nake")]
    [InlineData("ha", "kudina, a turo")]
    [InlineData("ig", "wetara m ya, ana m egwu egwu")]
    [InlineData("ig", "mee ya ngwa, zaa m ajuju")]
    [InlineData("pcm", "una go bring am")]
    [InlineData("pcm", "no send am yet")]
    [InlineData("pcm", "carry am come, remove the zobo")]
    [InlineData("ha", "kar a turo tukuna")]
    [InlineData("ha", "a kawo amma ba yanzu ba")]
    [InlineData("yo", "e ma gbe e wa mo, mi o fe")]
    [InlineData("ig", "unu ezitela ya ugbu a")]
    public async Task What_takes_back_what_tells_to_begin_orders_nothing(string language, string words)
    {
        var shop = ScriptedShop.Kitchen(language: language);
        await shop.SaysAsync(ScriptedShop.Delivered[language]);
        await shop.SaysAsync(words);
        Assert.Empty(shop.Orders);
    }

    [Theory]
    [InlineData("en", "abeg send it now")]
    [InlineData("pcm", "abeg carry am come")]
    [InlineData("ha", "ku turo da sauri")]
    [InlineData("ig", "zitere m ya ngwa")]
    public async Task To_what_is_to_be_fetched_bring_it_is_no_yes(string language, string words)
    {
        var shop = ScriptedShop.Kitchen(language: language);
        await shop.SaysAsync("2 zobo");
        await shop.SaysAsync("pickup");
        await shop.SaysAsync(words);
        Assert.Empty(shop.Orders);
    }
}
