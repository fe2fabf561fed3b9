using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>Ways of building a sentence that all languages share: "it" for the thing spoken of last, and goods behind an address.</summary>
public sealed class GuidedGrammarTests
{
    [Theory]
    [InlineData("en", "change it to fried rice", "2 Fried rice & chicken")]
    [InlineData("yo", "E ba mi paaro e si fried rice", "2 Fried rice & chicken")]
    [InlineData("ig", "biko gbanwee ya ka o buru fried rice", "2 Fried rice & chicken")]
    [InlineData("en", "change it to 3 fried rice", "3 Fried rice & chicken")]
    [InlineData("en", "change it to 3 jollof", "3 Jollof rice & chicken")]
    public async Task It_is_changed_into_something_else(string language, string said, string cart)
    {
        var shop = ScriptedShop.Kitchen(language: language);
        await shop.SaysAsync("2 jollof");

        await shop.SaysAsync(said);

        Assert.Equal(cart, shop.Cart);
    }

    [Fact]
    public async Task With_an_empty_cart_the_new_thing_is_simply_wanted()
    {
        var shop = ScriptedShop.Kitchen();

        await shop.SaysAsync("change it to 2 fried rice");

        Assert.Equal("2 Fried rice & chicken", shop.Cart);
    }

    [Theory]
    [InlineData("change 2 zobo to 3 malt", "swap Zobo 50cl for 3 Malt")]
    [InlineData("change zobo to 2 malt", "swap Zobo 50cl for 2 Malt")]
    [InlineData("3 malt instead of 2 zobo", "swap Zobo 50cl for 3 Malt")]
    public void The_number_of_the_new_thing_holds(string said, string meant) => Assert.Equal(meant, Shops.KitchenListener.Hear(said).ToString());

    [Theory]
    [InlineData("deliver to 12 Allen Avenue, Ikeja and 2 zobo", "add 2 Zobo 50cl; Delivery; address '12 Allen Avenue, Ikeja'; area Ikeja")]
    [InlineData("deliver to 12 Rice Mill Road, Ikeja", "Delivery; address '12 Rice Mill Road, Ikeja'; area Ikeja")]
    [InlineData("deliver to 12 Palm and Rice Mill Road, Ikeja", "Delivery; address '12 Palm and Rice Mill Road, Ikeja'; area Ikeja")]
    public void Counted_goods_end_an_address(string said, string meant) => Assert.Equal(meant, Shops.KitchenListener.Hear(said).ToString());
}
