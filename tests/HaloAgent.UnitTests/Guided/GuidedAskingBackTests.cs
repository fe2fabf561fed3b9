using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>What is asked when it is not clear which thing, which size or how many is meant.</summary>
public sealed class GuidedAskingBackTests
{
    [Fact]
    public async Task Two_of_the_first_are_two_of_the_first_that_was_listed()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("small chops");
        await shop.SaysAsync("2 of the first and 3 of number 2");
        Assert.Equal("2 Puff puff, 3 Moi moi", shop.Cart);

        await shop.SaysAsync("suya");
        await shop.SaysAsync("2 of the second one");
        Assert.Contains("2 Chicken suya", shop.Cart, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_takes_everything_that_was_asked_about()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 suya");

        await shop.SaysAsync("both");

        Assert.Equal("2 Beef suya, 2 Chicken suya", shop.Cart);
    }

    [Fact]
    public async Task Two_products_that_fit_are_asked_about_and_the_quantity_is_kept()
    {
        var shop = ScriptedShop.Kitchen();

        var question = await shop.SaysAsync("2 suya and 1 malt");
        Assert.Contains("Which one would you like?\n1. Beef suya: ₦2,500\n2. Chicken suya: ₦3,000", question, StringComparison.Ordinal);
        Assert.Equal("1 Malt", shop.Cart);

        await shop.SaysAsync("2");
        Assert.Equal("1 Malt, 2 Chicken suya", shop.Cart);
    }

    [Theory]
    [InlineData("chicken")]
    [InlineData("the chicken one")]
    [InlineData("chicken suya please")]
    [InlineData("the second one")]
    public async Task A_choice_may_be_named_in_words(string answer)
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 suya");

        await shop.SaysAsync(answer);

        Assert.Equal("2 Chicken suya", shop.Cart);
    }

    [Fact]
    public async Task A_product_with_variants_asks_which_one()
    {
        var shop = ScriptedShop.Kitchen();

        var question = await shop.SaysAsync("I want 2 polo");
        Assert.Contains("Which Polo shirt would you like?\n1. M / Red: ₦6,000\n2. L / Red: ₦6,000\n3. XL / Blue: ₦6,000", question, StringComparison.Ordinal);

        await shop.SaysAsync("XL");
        Assert.Equal("2 Polo shirt (XL / Blue)", shop.Cart);
    }

    [Fact]
    public async Task A_variant_named_at_once_is_not_asked()
    {
        var shop = ScriptedShop.Kitchen();

        await shop.SaysAsync("2 blue polo XL");

        Assert.Equal("2 Polo shirt (XL / Blue)", shop.Cart);
    }

    [Fact]
    public async Task A_bare_name_is_priced_and_asked_how_many()
    {
        var shop = ScriptedShop.Kitchen();

        Assert.Equal("Zobo 50cl is ₦800.\n\nZobo 50cl: how many would you like?", await shop.SaysAsync("zobo"));
        await shop.SaysAsync("4");

        Assert.Equal("4 Zobo 50cl", shop.Cart);
    }

    [Fact]
    public async Task Money_worth_of_something_is_asked_for_as_a_number()
    {
        var shop = ScriptedShop.Kitchen();

        var reply = await shop.SaysAsync("jollof 500");
        Assert.Equal("Jollof rice & chicken is ₦3,500 each, and we don't sell it by amount. How many would you like?", reply);

        await shop.SaysAsync("two");
        Assert.Equal("2 Jollof rice & chicken", shop.Cart);
    }

    [Fact]
    public async Task A_number_picks_from_the_menu()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("menu");

        Assert.Contains("1. Zobo 50cl: ₦800\n2. Malt: ₦700\n3. Chapman: sold out", await shop.SaysAsync("5"), StringComparison.Ordinal);
        Assert.Contains("Malt: how many would you like?", await shop.SaysAsync("2"), StringComparison.Ordinal);
        await shop.SaysAsync("3");

        Assert.Equal("3 Malt", shop.Cart);
    }

    [Fact]
    public async Task A_menu_shows_ten_things_and_says_how_to_see_more()
    {
        var shop = new ScriptedShop();
        for (var i = 1; i <= 23; i++) shop.Sell($"Perfume no{i}", "Perfume", 1000 + i);
        await shop.SaysAsync("hi");

        var first = await shop.SaysAsync("menu");
        Assert.Contains("10. Perfume no10", first, StringComparison.Ordinal);
        Assert.DoesNotContain("11. Perfume", first, StringComparison.Ordinal);
        Assert.Contains("Type *more* to see the other 13.", first, StringComparison.Ordinal);
        Assert.Contains("11. Perfume no11", await shop.SaysAsync("more"), StringComparison.Ordinal);
        Assert.Contains("23. Perfume no23", await shop.SaysAsync("more"), StringComparison.Ordinal);
        Assert.Contains("That's everything", await shop.SaysAsync("more"), StringComparison.Ordinal);
        Assert.Contains("Perfume no12: how many would you like?", await shop.SaysAsync("12"), StringComparison.Ordinal);
    }
}
