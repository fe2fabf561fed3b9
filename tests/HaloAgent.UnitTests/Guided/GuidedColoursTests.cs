using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>A colour is a wish of goods that are wanted; of goods that are refused or taken out it only says which.</summary>
public sealed class GuidedColoursTests
{
    [Theory]
    [InlineData("en", "I don't want the bag in red")]
    [InlineData("en", "remove the bag in red")]
    [InlineData("en", "cancel the bag, not in blue")]
    [InlineData("pcm", "I no want the bag in red")]
    [InlineData("yo", "mi o fe bag awo pupa")]
    [InlineData("ha", "ba na son bag kalar ja")]
    [InlineData("ig", "wepu bag agba uhie")]
    public void What_is_refused_in_a_colour_is_wished_in_none(string language, string said) => Assert.Empty(Shops.Bags(language).Hear(said).Wishes);

    [Theory]
    [InlineData("en", "2 bag in red")]
    [InlineData("en", "I don't want it in red, I want it in blue")]
    [InlineData("pcm", "2 bag, make am blue")]
    [InlineData("yo", "mo fe bag meji awo pupa")]
    [InlineData("ha", "ina son bag biyu kalar ja")]
    [InlineData("ig", "achọrọ m bag abụọ agba uhie")]
    public void What_is_wanted_in_a_colour_is_wished_so(string language, string said) => Assert.Single(Shops.Bags(language).Hear(said).Wishes);

    [Fact]
    public async Task The_opposite_is_not_passed_on_to_the_shop()
    {
        var shop = Clothes();
        await shop.SaysAsync("1 maxi dress and 1 beaded necklace");

        Assert.DoesNotContain("Noted", await shop.SaysAsync("I don't want the dress in red"), StringComparison.Ordinal);
        Assert.DoesNotContain("in red", await shop.SaysAsync("pickup"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1 beaded necklace", "take out the necklace in red")]
    [InlineData("1 dashiki", "cancel the dashiki, not in blue")]
    [InlineData("1 beaded necklace and 1 dashiki||in red please", "remove the necklace and the dashiki")]
    public async Task What_was_wished_of_goods_that_are_out_again_is_not_wished_of_the_next(string before, string takenOut)
    {
        var shop = Clothes();
        foreach (var line in before.Split("||")) await shop.SaysAsync(line);
        await shop.SaysAsync(takenOut);
        Assert.Equal("", shop.Cart);

        await shop.SaysAsync("1 maxi dress");
        var summary = await shop.SaysAsync("pickup");

        Assert.Contains("1 × Maxi dress", summary, StringComparison.Ordinal);
        Assert.DoesNotContain("in red", summary, StringComparison.Ordinal);
        Assert.DoesNotContain("in blue", summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_must_not_get_outlasts_the_goods_it_was_said_with()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 jollof. I am allergic to nuts");
        await shop.SaysAsync("remove the jollof");
        await shop.SaysAsync("2 malt");

        Assert.Contains("I am allergic to nuts", await shop.SaysAsync("pickup"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_colour_said_before_another_thing_is_taken_out_is_no_order_of_that_thing()
    {
        var shop = Clothes();
        await shop.SaysAsync("1 maxi dress");

        Assert.StartsWith("There's no Beaded necklace in your order.", await shop.SaysAsync("make it green and remove the necklace"), StringComparison.Ordinal);
        Assert.Equal("1 Maxi dress [make it green]", shop.Cart);
    }

    private static ScriptedShop Clothes()
    {
        var shop = ScriptedShop.Kitchen();
        shop.Sell("Maxi dress", "Dresses", 15000);
        shop.Sell("Beaded necklace", "Beads", 5000);
        shop.Sell("Dashiki", "Shirts", 9500);
        return shop;
    }
}
