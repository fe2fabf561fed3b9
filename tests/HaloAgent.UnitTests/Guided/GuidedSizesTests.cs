using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>Sizes and counts beside each other, wherever in the sentence they stand.</summary>
public sealed class GuidedSizesTests
{
    [Theory]
    [InlineData("2 packing shirts, size L", "add 2 Packing shirt (L)")]
    [InlineData("2 packing shirts, L", "add 2 Packing shirt (L)")]
    [InlineData("3 packing shirts, all large", "add 3 Packing shirt (L)")]
    [InlineData("I want a packing shirt for my wife, size XL", "add 1 Packing shirt (XL)")]
    [InlineData("I want XL of the packing shirt", "add Packing shirt (XL)")]
    [InlineData("1 packing shirt for my son, size XXL", "add 1 Packing shirt (no xxl)")]
    [InlineData("canvas sneakers for my father, size 43", "mention Canvas sneakers (43)")]
    [InlineData("canvas sneakers for my father in 40 minutes", "mention Canvas sneakers")]
    [InlineData("2 packing shirts in L and 1 ankara gown size 12", "add 2 Packing shirt (L); add 1 Ankara gown (Size 12)")]
    [InlineData("I want a packing shirt in XL, one piece", "add 1 Packing shirt (XL)")]
    public void A_size_is_heard_with_other_words_between(string said, string meant) => Assert.Equal(meant, Shops.FashionListener.Hear(said).ToString());

    [Theory]
    [InlineData("I want 2 polo, one M and one XL", "1 Polo shirt (M / Red), 1 Polo shirt (XL / Blue)")]
    [InlineData("2 polo, L and XL", "1 Polo shirt (L / Red), 1 Polo shirt (XL / Blue)")]
    [InlineData("2 red polo", "")]
    public async Task One_thing_in_several_sizes_is_several_lines(string said, string cart)
    {
        var shop = ScriptedShop.Kitchen();

        await shop.SaysAsync(said);

        Assert.Equal(cart, shop.Cart);
    }

    [Theory]
    [InlineData("two of the L / Red", "2 Polo shirt (L / Red)")]
    [InlineData("one XL", "1 Polo shirt (XL / Blue)")]
    [InlineData("I want two of them, size XL", "2 Polo shirt (XL / Blue)")]
    [InlineData("2 of M and 1 of XL", "2 Polo shirt (M / Red), 1 Polo shirt (XL / Blue)")]
    public async Task The_answer_to_which_size_may_say_how_many(string answer, string cart)
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("do you have polo?");

        await shop.SaysAsync(answer);
        if (shop.Cart.Length == 0) await shop.SaysAsync("yes");

        Assert.Equal(cart, shop.Cart);
    }

    [Theory]
    [InlineData("ok then make it two of size M and one of size L", "2 Agbada (M), 1 Agbada (L)")]
    [InlineData("2 M and 1 L", "2 Agbada (M), 1 Agbada (L)")]
    [InlineData("yes", "2 Agbada (M)")]
    [InlineData("no", "")]
    public async Task What_is_left_may_be_taken_together_with_another_size(string answer, string cart)
    {
        var shop = ScriptedShop.Kitchen();
        shop.Sell("Agbada", "Men", 65000, stock: 2, variants: ["M", "L"]);
        await shop.SaysAsync("I need 3 agbada, all size M, for my groomsmen");

        await shop.SaysAsync(answer);

        Assert.Equal(cart, shop.Cart);
    }

    [Fact]
    public async Task A_size_and_a_count_may_stand_apart_from_the_thing()
    {
        var shop = ScriptedShop.Kitchen();
        shop.Sell("Slippers", "Shoes", 8500, variants: ["42", "43"]);

        await shop.SaysAsync("hi good day. i saw your slippers on IG\ni need size 42 pls, 1 pair");

        Assert.Equal("1 Slippers (42)", shop.Cart);
    }

    [Fact]
    public async Task The_numbers_of_a_size_count_nothing()
    {
        var shop = ScriptedShop.Kitchen();
        shop.Sell("Girls gown", "Fashion", 9000, variants: ["2-3 years", "4-5 years"]);
        await shop.SaysAsync("5 girls gown, 2-3 years");

        await shop.SaysAsync("change it to 4-5 years");

        Assert.Equal("5 Girls gown (4-5 years)", shop.Cart);
    }

    [Theory]
    [InlineData("2 polo L", "please change the polo to XL", "2 Polo shirt (XL / Blue)")]
    [InlineData("2 polo L", "change the polo to XL, L will be too small for him", "2 Polo shirt (XL / Blue)")]
    [InlineData("2 polo L", "hmm L will be tight on me, make the polo XL", "2 Polo shirt (XL / Blue)")]
    [InlineData("2 polo L", "add a polo in XL", "2 Polo shirt (L / Red), 1 Polo shirt (XL / Blue)")]
    [InlineData("3 polo L", "change one to XL", "2 Polo shirt (L / Red), 1 Polo shirt (XL / Blue)")]
    [InlineData("3 polo L and 1 malt", "sorry, change the polo to XL, I have added weight", "1 Malt, 3 Polo shirt (XL / Blue)")]
    public async Task A_size_said_with_a_change_takes_the_place_of_the_one_that_was_ordered(string ordered, string said, string cart)
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync(ordered);

        await shop.SaysAsync(said);

        Assert.Equal(cart, shop.Cart);
    }

    [Theory]
    [InlineData("1 jollof and 2 polo, one M and one XL", "1 Jollof rice & chicken, 1 Polo shirt (M / Red), 1 Polo shirt (XL / Blue)")]
    [InlineData("2 polo, one M and one XL, and 1 jollof", "1 Polo shirt (M / Red), 1 Polo shirt (XL / Blue), 1 Jollof rice & chicken")]
    public async Task Sizes_are_those_of_the_thing_they_stand_beside(string said, string cart)
    {
        var shop = ScriptedShop.Kitchen();

        await shop.SaysAsync(said);

        Assert.Equal(cart, shop.Cart);
    }

    [Fact]
    public async Task The_answer_to_which_size_may_stand_before_other_goods()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("do you have polo?");

        await shop.SaysAsync("one M and one XL plus 1 zobo");

        Assert.Equal(["1 Polo shirt (M / Red)", "1 Polo shirt (XL / Blue)", "1 Zobo"], shop.Cart.Split(", ").Select(line => line.Replace(" 50cl", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }
}
