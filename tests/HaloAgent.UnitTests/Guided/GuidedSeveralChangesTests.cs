using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>Two or three changes in one message: each is done to its own thing, and none is done twice.</summary>
public sealed class GuidedSeveralChangesTests
{
    [Theory]
    [InlineData("en", "3 meat pie and 2 zobo", "remove the zobo and put 3 malt", "3 Meat pie, 3 Malt")]
    [InlineData("en", "2 jollof and 1 zobo", "let my jollof be just 1", "1 Jollof rice & chicken, 1 Zobo 50cl")]
    [InlineData("pcm", "6 meat pie and 1 zobo", "the meat pie na 4", "4 Meat pie, 1 Zobo 50cl")]
    [InlineData("ha", "moi moi daya da zobo biyu", "yi hakuri, moi moi a cire shi, zobo ya zama uku", "3 Zobo 50cl")]
    [InlineData("ha", "jollof guda biyu da moi moi daya", "matata ta ce ba ta son moi moi kuma, a ba ta zobo daya", "2 Jollof rice & chicken, 1 Zobo 50cl")]
    [InlineData("ha", "jollof guda biyu da moi moi daya", "a dauki zobo guda daya maimakon moi moi", "2 Jollof rice & chicken, 1 Zobo 50cl")]
    [InlineData("ig", "moi moi otu na jollof abuo", "nwunye m sị na ọ chọghịzi moi moi, nye ya zobo otu kama", "2 Jollof rice & chicken, 1 Zobo 50cl")]
    [InlineData("yo", "jollof meta, meat pie meji, zobo meta", "e jowo e yo zobo kuro, ki jollof je meji", "2 Jollof rice & chicken, 2 Meat pie")]
    [InlineData("yo", "amala kan, moi moi meji", "iyawo mi ni oun ko fe amala mo, e fun un ni jollof rice kan dipo e", "2 Moi moi, 1 Jollof rice & chicken")]
    [InlineData("en", "2 jollof, 1 zobo", "change one jollof to fried rice", "1 Jollof rice & chicken, 1 Zobo 50cl, 1 Fried rice & chicken")]
    [InlineData("en", "2 jollof, 1 zobo", "make one of the jollof fried rice", "1 Jollof rice & chicken, 1 Zobo 50cl, 1 Fried rice & chicken")]
    [InlineData("pcm", "2 jollof, 1 zobo", "turn one of the jollof to fried rice, and zobo make am 3", "1 Jollof rice & chicken, 3 Zobo 50cl, 1 Fried rice & chicken")]
    [InlineData("en", "2 zobo, 1 jollof", "of the zobo I only need one", "1 Zobo 50cl, 1 Jollof rice & chicken")]
    [InlineData("pcm", "3 zobo, 1 jollof", "wait wait, oga say him no dey drink zobo. comot one zobo, put malt for am", "2 Zobo 50cl, 1 Jollof rice & chicken, 1 Malt")]
    [InlineData("pcm", "3 zobo, 2 jollof", "double everything", "6 Zobo 50cl, 4 Jollof rice & chicken")]
    [InlineData("ig", "moi moi ato", "moi moi, naani abuo ka m choro", "2 Moi moi")]
    [InlineData("en", "2 zobo", "actually not zobo, malt. malt is better", "2 Malt")]
    public async Task Each_change_is_of_its_own_thing(string language, string ordered, string said, string cart)
    {
        var shop = ScriptedShop.Kitchen(language: language);
        await shop.SaysAsync(ordered);

        await shop.SaysAsync(said);

        Assert.Equal(cart, shop.Cart);
    }

    [Theory]
    [InlineData("double the meat pie", "6 Meat pie, 2 Zobo 50cl")]
    [InlineData("double the meat pie, remove the zobo and put 3 malt", "6 Meat pie, 3 Malt")]
    [InlineData("don't double the meat pie", "3 Meat pie, 2 Zobo 50cl")]
    [InlineData("no don't double everything", "3 Meat pie, 2 Zobo 50cl")]
    [InlineData("how much if you double it", "3 Meat pie, 2 Zobo 50cl")]
    [InlineData("double the suya", "3 Meat pie, 2 Zobo 50cl")]
    public async Task To_double_something_is_twice_what_is_there(string said, string cart)
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("3 meat pie and 2 zobo");

        await shop.SaysAsync(said);

        Assert.Equal(cart, shop.Cart);
    }

    [Fact]
    public async Task To_double_it_is_of_what_was_spoken_of_last()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("3 meat pie");

        Assert.Contains("Changed: 6 × Meat pie.", await shop.SaysAsync("please double it"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_named_once_more_beside_its_change_is_not_another_one()
    {
        var shop = ScriptedShop.Kitchen(language: "yo");
        await shop.SaysAsync("Mo fe fried rice meta ati zobo meta");

        await shop.SaysAsync("eyin meji pere lo fe mu zobo. E yo zobo kan kuro. E wa fi malt kan si");
        await shop.SaysAsync("Mo n bo wa gbe e ni shop");

        Assert.Equal("3 Fried rice & chicken, 2 Zobo 50cl, 1 Malt", shop.Cart);
    }

    [Fact]
    public async Task Who_sends_somebody_for_it_fetches_it()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 jollof, deliver to 5 Allen Avenue Ikeja");

        Assert.Contains("*Total ₦7,000*\nPickup at", await shop.SaysAsync("I'll rather send my own dispatch rider to carry it"), StringComparison.Ordinal);
    }
}
