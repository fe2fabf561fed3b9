using HaloAgent.AgentWorker.Contacts;
using Xunit;

namespace HaloAgent.UnitTests.Guided;

public sealed class GuidedPersonalDataTests
{
    [Theory]
    [InlineData("en", "send me a copy of my data", "a copy of the data")]
    [InlineData("en", "what information do you have about me?", "a copy of the data")]
    [InlineData("en", "Please delete all my data", "want your data deleted")]
    [InlineData("pcm", "make una delete my data", "data")]
    [InlineData("pcm", "wetin una know about me", "data")]
    [InlineData("yo", "pa data mi re", "ìsọfúnni")]
    [InlineData("yo", "kini e mo nipa mi", "ìsọfúnni")]
    [InlineData("ha", "goge bayanaina", "bayanan")]
    [InlineData("ha", "me kuke da shi game da ni", "bayanan")]
    [InlineData("ig", "hichapu data m", "ozi gị")]
    [InlineData("ig", "kedu ihe unu ma banyere m", "ozi gị")]
    public async Task A_wish_about_their_data_is_put_down_and_the_shop_is_told(string language, string text, string said)
    {
        var shop = ScriptedShop.Kitchen(language: language);

        Assert.Contains(said, await shop.SaysAsync(text), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("RequestMyDataCall", shop.Calls);
    }

    [Theory]
    [InlineData("en", "don't send me promos again")]
    [InlineData("pcm", "i no want promo")]
    [InlineData("yo", "e ma fi promo ranse si mi mo")]
    [InlineData("ha", "kada ku turo min tallace-tallace")]
    [InlineData("ig", "ezitela m promo ozo")]
    public async Task Offers_are_stopped_and_answers_are_not(string language, string text)
    {
        var shop = ScriptedShop.Kitchen(language: language);

        await shop.SaysAsync(text);

        Assert.Contains("SetMarketingConsentCall", shop.Calls);
        Assert.DoesNotContain("OptOutCall", shop.Calls);
    }

    [Theory]
    [InlineData("okay, what kind of offers")]
    [InlineData("okay I hear you")]
    [InlineData("yes, I have a question")]
    public async Task Half_a_yes_consents_to_no_offers(string words)
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("send me your offers");

        await shop.SaysAsync(words);

        Assert.DoesNotContain(nameof(SetMarketingConsentCall), shop.Calls);
    }

    [Fact]
    public async Task Offers_are_sent_only_after_a_yes_to_the_question()
    {
        var shop = ScriptedShop.Kitchen();

        Assert.Contains("Reply *yes* if you do.", await shop.SaysAsync("send me your offers"), StringComparison.Ordinal);
        Assert.DoesNotContain("SetMarketingConsentCall", shop.Calls);
        Assert.StartsWith("All right, the shop may send you offers", await shop.SaysAsync("yes"), StringComparison.Ordinal);
        Assert.Contains("SetMarketingConsentCall", shop.Calls);
    }

    [Fact]
    public async Task A_cart_outlives_it()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 jollof");

        await shop.SaysAsync("delete my data");

        Assert.StartsWith("2 Jollof", shop.Cart, StringComparison.Ordinal);
    }
}
