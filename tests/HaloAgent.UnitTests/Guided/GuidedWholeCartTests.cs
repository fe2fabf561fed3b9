using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>What is said of the whole cart is done to all of it, but to what is to stay.</summary>
public sealed class GuidedWholeCartTests
{
    private static readonly Dictionary<string, string> ordered = new()
    {
        ["en"] = "2 jollof, 1 zobo, 2 malt",
        ["pcm"] = "2 jollof, 1 zobo, 2 malt",
        ["yo"] = "jollof meji, zobo kan, malt meji",
        ["ha"] = "jollof biyu, zobo daya, malt biyu",
        ["ig"] = "jollof abuo, zobo otu, malt abuo",
    };

    [Theory]
    [InlineData("en", "leave only the jollof")]
    [InlineData("en", "keep only the jollof")]
    [InlineData("en", "remove everything except jollof")]
    [InlineData("en", "remove all but the jollof")]
    [InlineData("en", "only the jollof now")]
    [InlineData("en", "everything else can go, just the jollof")]
    [InlineData("en", "cancel the others, I want only jollof")]
    [InlineData("en", "I don't want the rest, only jollof")]
    [InlineData("pcm", "comot everything except jollof")]
    [InlineData("pcm", "na only jollof I want")]
    [InlineData("yo", "e yo gbogbo e kuro ayafi jollof")]
    [InlineData("yo", "jollof nikan")]
    [InlineData("ha", "a cire komai banda jollof")]
    [InlineData("ha", "jollof kawai")]
    [InlineData("ig", "wepu ihe niile ma e wezuga jollof")]
    [InlineData("ig", "naani jollof")]
    public Task Only_what_is_to_stay_stays(string language, string said) => BecomesAsync(language, said, "2 Jollof rice & chicken");

    [Theory]
    [InlineData("en", "double everything except the zobo", "4 Jollof rice & chicken, 1 Zobo 50cl, 4 Malt")]
    [InlineData("en", "double everything and remove the malt", "4 Jollof rice & chicken, 2 Zobo 50cl")]
    [InlineData("en", "add one more of each", "3 Jollof rice & chicken, 2 Zobo 50cl, 3 Malt")]
    [InlineData("en", "add one more of each except the zobo", "3 Jollof rice & chicken, 1 Zobo 50cl, 3 Malt")]
    [InlineData("en", "make all of them 3", "3 Jollof rice & chicken, 3 Zobo 50cl, 3 Malt")]
    [InlineData("en", "3 of each", "3 Jollof rice & chicken, 3 Zobo 50cl, 3 Malt")]
    [InlineData("en", "remove one of each", "1 Jollof rice & chicken, 1 Malt")]
    [InlineData("en", "just the malt and the zobo", "1 Zobo 50cl, 2 Malt")]
    [InlineData("en", "don't remove the zobo", "2 Jollof rice & chicken, 1 Zobo 50cl, 2 Malt")]
    [InlineData("en", "keep the zobo, remove the jollof", "1 Zobo 50cl, 2 Malt")]
    [InlineData("en", "take off the zobo, the rest is fine", "2 Jollof rice & chicken, 2 Malt")]
    [InlineData("en", "remove the jollof, not the zobo", "1 Zobo 50cl, 2 Malt")]
    [InlineData("pcm", "comot the jollof, no be the zobo", "1 Zobo 50cl, 2 Malt")]
    [InlineData("pcm", "no comot the zobo o", "2 Jollof rice & chicken, 1 Zobo 50cl, 2 Malt")]
    [InlineData("yo", "e fi kan kun gbogbo won", "3 Jollof rice & chicken, 2 Zobo 50cl, 3 Malt")]
    [InlineData("yo", "e ma yo zobo kuro", "2 Jollof rice & chicken, 1 Zobo 50cl, 2 Malt")]
    [InlineData("ha", "a kara guda daya akan kowanne", "3 Jollof rice & chicken, 2 Zobo 50cl, 3 Malt")]
    [InlineData("ha", "kar a cire zobo", "2 Jollof rice & chicken, 1 Zobo 50cl, 2 Malt")]
    [InlineData("ig", "tinye otu na nke obula", "3 Jollof rice & chicken, 2 Zobo 50cl, 3 Malt")]
    [InlineData("ig", "ewepula zobo", "2 Jollof rice & chicken, 1 Zobo 50cl, 2 Malt")]
    public Task A_change_of_everything_leaves_out_what_was_excepted(string language, string said, string cart) => BecomesAsync(language, said, cart);

    [Theory]
    [InlineData("remove everything except the suya")]
    [InlineData("what if I remove everything except jollof?")]
    [InlineData("only the zobo is for pickup")]
    [InlineData("just the jollof should be spicy")]
    [InlineData("do you have only the zobo?")]
    public Task What_cannot_be_done_or_is_only_asked_changes_nothing(string said) => BecomesAsync("en", said, "2 Jollof rice & chicken, 1 Zobo 50cl, 2 Malt");

    [Fact]
    public async Task To_order_only_one_thing_puts_it_in()
    {
        var shop = ScriptedShop.Kitchen();

        await shop.SaysAsync("I want only 2 jollof");

        Assert.Equal("2 Jollof rice & chicken", shop.Cart);
    }

    [Fact]
    public async Task A_yes_that_keeps_only_one_thing_is_shown_before_it_is_ordered()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("1 jollof, 1 zobo, pickup");

        Assert.Contains("*Total ₦3,500*", await shop.SaysAsync("yes, only the jollof"), StringComparison.Ordinal);

        Assert.Empty(shop.Orders);
    }

    [Theory]
    [InlineData("en", "2 jollof", "double it and add 1 malt", "4 Jollof rice & chicken, 1 Malt")]
    [InlineData("pcm", "2 jollof", "double am and add 1 malt", "4 Jollof rice & chicken, 1 Malt")]
    [InlineData("en", "1 jollof, 2 zobo", "reduce the zobo by one and increase the jollof by 2", "3 Jollof rice & chicken, 1 Zobo 50cl")]
    [InlineData("en", "1 jollof, 2 zobo", "one more jollof and one less zobo", "2 Jollof rice & chicken, 1 Zobo 50cl")]
    [InlineData("en", "1 jollof, 2 zobo", "no more zobo, double the jollof", "2 Jollof rice & chicken")]
    [InlineData("en", "1 jollof, 2 zobo", "put 1 malt in place of one zobo", "1 Jollof rice & chicken, 1 Zobo 50cl, 1 Malt")]
    [InlineData("en", "1 jollof, 1 zobo", "same thing but 3 jollof instead", "3 Jollof rice & chicken, 1 Zobo 50cl")]
    public async Task A_change_that_names_no_thing_leaves_the_next_one_its_own(string language, string first, string said, string cart)
    {
        var shop = ScriptedShop.Kitchen(language: language);
        await shop.SaysAsync(first);

        await shop.SaysAsync(said);

        Assert.Equal(cart, shop.Cart);
    }

    private static async Task BecomesAsync(string language, string said, string cart)
    {
        var shop = ScriptedShop.Kitchen(language: language);
        await shop.SaysAsync(ordered[language]);

        await shop.SaysAsync(said);

        Assert.Equal(cart, shop.Cart);
    }
}
