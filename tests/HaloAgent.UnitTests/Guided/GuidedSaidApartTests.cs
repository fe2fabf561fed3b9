using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>A thing and what is to happen with it, said apart from each other or twice.</summary>
public sealed class GuidedSaidApartTests
{
    [Theory]
    [InlineData("yo", "moi moi 3 ati zobo 2", "moi moi yen, e paaro e si meat pie 3", "2 Zobo 50cl, 3 Meat pie")]
    [InlineData("en", "3 moi moi and 2 zobo", "that moi moi, change it to meat pie", "2 Zobo 50cl, 3 Meat pie")]
    [InlineData("en", "1 zobo and 1 malt", "put 1 moi moi and remove the zobo instead", "1 Malt, 1 Moi moi")]
    [InlineData("ha", "zobo biyu", "a'a zobo daya kawai ya isa", "1 Zobo 50cl")]
    public async Task It_is_of_the_thing_named_before_it(string language, string ordered, string said, string cart)
    {
        var shop = ScriptedShop.Kitchen(language: language);
        await shop.SaysAsync(ordered);
        await shop.SaysAsync(said);
        Assert.Equal(cart, shop.Cart);
    }

    [Theory]
    [InlineData("slippers. mine is 41, his own is 43", "1 Ankara slippers (41), 1 Ankara slippers (43)")]
    [InlineData("add slippers 41 and 43", "1 Ankara slippers (41), 1 Ankara slippers (43)")]
    [InlineData("add slippers 41 or 43", "")]
    public async Task Two_sizes_without_a_number_are_one_each(string said, string cart)
    {
        var shop = Slippers();
        await shop.SaysAsync("I want " + said);
        Assert.Equal(cart, shop.Cart);
    }

    [Fact]
    public async Task A_size_that_no_longer_fits_is_none_to_be_bought()
    {
        var shop = Slippers();
        await shop.SaysAsync("2 slippers 41");
        await shop.SaysAsync("change the two slippers to 43. his feet are big, 41 does not fit him again");
        Assert.Equal("2 Ankara slippers (43)", shop.Cart);
    }

    private static ScriptedShop Slippers()
    {
        var shop = ScriptedShop.Kitchen();
        shop.Sell("Ankara slippers", "Shoes", 8500, synonyms: "slippers", variants: ["41", "42", "43"]);
        return shop;
    }
}
