using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>What is not about the shop is declined, in the customer's language, and steered back; nobody is called for it.</summary>
public sealed class GuidedOffTopicTests
{
    [Theory]
    [InlineData("en", "who won the match yesterday?", "I can only help with Halo Kitchen")]
    [InlineData("en", "Write me an essay about jollof rice", "I can only help with Halo Kitchen")]
    [InlineData("en", "can you help me with my maths homework", "I can only help with Halo Kitchen")]
    [InlineData("en", "what is 5 x 7", "I can only help with Halo Kitchen")]
    [InlineData("pcm", "abeg who don win that match wey dem play", "Na only Halo Kitchen matter")]
    [InlineData("pcm", "borrow me 5k", "Na only Halo Kitchen matter")]
    [InlineData("yo", "ta lo bori ninu ere boolu ana", "Halo Kitchen nìkan")]
    [InlineData("yo", "ko aroko fun mi", "Halo Kitchen nìkan")]
    [InlineData("ha", "wa ya ci wasan jiya", "Zan iya taimaka muku da Halo Kitchen kawai")]
    [InlineData("ha", "rubuta min makala", "Zan iya taimaka muku da Halo Kitchen kawai")]
    [InlineData("ig", "onye meriri egwuregwu bolu", "Naanị ihe gbasara Halo Kitchen")]
    [InlineData("ig", "deere m edemede", "Naanị ihe gbasara Halo Kitchen")]
    public async Task It_is_declined_twice_as_once(string language, string text, string declined)
    {
        var shop = ScriptedShop.Kitchen(language: language);

        Assert.StartsWith(declined, await shop.SaysAsync(text), StringComparison.Ordinal);
        Assert.StartsWith(declined, await shop.SaysAsync(text), StringComparison.Ordinal);
        Assert.Empty(shop.Escalations);
        Assert.Empty(shop.Cart);
    }

    [Fact]
    public async Task An_order_that_is_open_is_steered_back_to()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 jollof");

        var said = await shop.SaysAsync("who is the president of Nigeria");

        Assert.StartsWith("I can only help with Halo Kitchen", said, StringComparison.Ordinal);
        Assert.Contains("deliver", said, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("2 Jollof", shop.Cart, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("who won the match? and add 2 zobo", "2 Zobo 50cl")]
    [InlineData("tell me a joke. 1 malt please", "1 Malt")]
    public async Task What_is_ordered_beside_it_is_ordered(string text, string cart)
    {
        var shop = ScriptedShop.Kitchen();

        Assert.Contains("I can only help with Halo Kitchen", await shop.SaysAsync(text), StringComparison.Ordinal);
        Assert.Equal(cart, shop.Cart);
    }

    [Theory]
    [InlineData("what is the news on my order")]
    [InlineData("what do you have")]
    [InlineData("are you open on Sunday")]
    [InlineData("do you know the price of jollof")]
    public async Task What_is_about_the_shop_is_not_declined(string text) =>
        Assert.DoesNotContain("I can only help with", await ScriptedShop.Kitchen().SaysAsync(text), StringComparison.Ordinal);
}
