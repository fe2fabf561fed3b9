using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>What the shop does not sell and where it does not deliver gets a plain no.</summary>
public sealed class GuidedNotHadTests
{
    [Theory]
    [InlineData("en", "do you sell shoes?", "shoes")]
    [InlineData("pcm", "una dey sell shoe?", "shoe")]
    [InlineData("yo", "se e n ta bata?", "bata")]
    [InlineData("ha", "kuna sayar da takalma?", "takalma")]
    [InlineData("ig", "i na-ere akpukpo ukwu?", "akpukpo ukwu")]
    public async Task Goods_that_the_shop_does_not_have_are_named_in_the_answer(string language, string asked, string thing)
    {
        var shop = ScriptedShop.Kitchen(language: language);
        Assert.Contains(HaloAgent.Languages.Phrasebook.For(language, HaloAgent.Businesses.Tone.Plain).Say("not_sold", ("heard", thing)), await shop.SaysAsync(asked), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "do you deliver to Abuja?")]
    [InlineData("en", "can you send to Abuja")]
    [InlineData("pcm", "una dey deliver go Abuja?")]
    [InlineData("yo", "se e le gbe wa si Abuja?")]
    [InlineData("ha", "kuna kai Abuja?")]
    [InlineData("ig", "unu na-ebuga Abuja?")]
    public async Task A_town_that_is_not_delivered_to_is_named_in_the_answer_with_those_that_are(string language, string asked)
    {
        var shop = ScriptedShop.Kitchen(language: language);
        var answer = await shop.SaysAsync(asked);
        Assert.Contains(HaloAgent.Languages.Phrasebook.For(language, HaloAgent.Businesses.Tone.Plain).Say("fee_unknown_place", ("place", "Abuja")), answer, StringComparison.Ordinal);
        Assert.Contains("Ikeja", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_lies_in_the_area_whose_fee_was_just_asked()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("how much is delivery to Yaba?");
        await shop.SaysAsync("2 zobo, delivery");
        Assert.Contains("Delivery to Yaba", await shop.SaysAsync("12 Commercial avenue, opposite the church"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_with_an_area_of_its_own_lies_there()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("how much is delivery to Yaba?");
        await shop.SaysAsync("2 zobo, delivery");
        Assert.Contains("Delivery to Ikeja", await shop.SaysAsync("5 Allen Avenue, Ikeja"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_ordered_and_has_no_size_yet_is_asked_again_after_that_is_all()
    {
        var shop = ScriptedShop.Kitchen();
        shop.Sell("Wrap dress", "Women", 16000, variants: ["M", "L"]);
        await shop.SaysAsync("2 zobo and 1 wrap dress, pickup");
        Assert.Contains("Which Wrap dress", await shop.SaysAsync("that's all"), StringComparison.Ordinal);
        await shop.SaysAsync("M");
        Assert.Equal("2 Zobo 50cl, 1 Wrap dress (M)", shop.Cart);
    }
}
