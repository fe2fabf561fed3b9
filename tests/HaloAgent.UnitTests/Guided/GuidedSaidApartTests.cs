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

    [Theory]
    [InlineData("pcm", "abeg how much be beef suya", "ok bring 3\nadd moi moi 2 join\nand malt, 1", "3 Beef suya, 2 Moi moi, 1 Malt")]
    [InlineData("en", "how much is the beef suya", "3 please\nplus 2 malt", "3 Beef suya, 2 Malt")]
    [InlineData("ha", "nawa ne beef suya", "to ina son guda uku\nda malt guda daya", "3 Beef suya, 1 Malt")]
    public async Task The_first_message_of_a_burst_answers_and_the_others_order(string language, string asked, string said, string cart)
    {
        var shop = ScriptedShop.Kitchen(language: language);
        await shop.SaysAsync(asked);
        await shop.SaysAsync(said);
        Assert.Equal(cart, shop.Cart);
    }

    [Theory]
    [InlineData("en", "I want jollof", "2")]
    [InlineData("yo", "mo fe ra jollof", "meji")]
    [InlineData("en", "add jollof", "2 please")]
    public async Task A_number_right_after_a_thing_without_one_is_how_many(string language, string ordered, string number)
    {
        var shop = ScriptedShop.Kitchen(language: language);
        await shop.SaysAsync(ordered);
        await shop.SaysAsync(number);
        Assert.Equal("2 Jollof rice & chicken", shop.Cart);
    }

    [Fact]
    public async Task A_number_after_two_things_without_one_is_neithers()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("I want jollof and zobo");
        await shop.SaysAsync("2");
        Assert.Equal("1 Jollof rice & chicken, 1 Zobo 50cl", shop.Cart);
    }

    [Fact]
    public async Task A_count_before_it_is_known_which_waits_for_it()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("price of suya");
        await shop.SaysAsync("ok give me 2");
        await shop.SaysAsync("the beef one");
        Assert.Equal("2 Beef suya", shop.Cart);
    }

    [Fact]
    public async Task Two_sizes_told_together_take_no_place_of_each_other()
    {
        var shop = Slippers();
        await shop.SaysAsync("1 slippers 41");
        await shop.SaysAsync("make the slippers 2, one 41 and one 43");
        Assert.Equal("1 Ankara slippers (41), 1 Ankara slippers (43)", shop.Cart);
    }

    [Theory]
    [InlineData("en", "2 jollof, pls not too much pepper in it", "not too much pepper")]
    [InlineData("pcm", "2 jollof, no too much pepper", "no too much pepper")]
    public async Task A_wish_for_less_is_noted_as_one_for_less(string language, string said, string noted)
    {
        var shop = ScriptedShop.Kitchen(language: language);
        await shop.SaysAsync(said);
        Assert.Contains(noted, shop.Cart, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("I want jollof, delivery", "2")]
    [InlineData("I want jollof, deliver to Allen Avenue Ikeja", "12")]
    public async Task A_number_where_an_address_was_asked_counts_no_goods(string ordered, string number)
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync(ordered);
        await shop.SaysAsync(number);
        Assert.Equal("1 Jollof rice & chicken", shop.Cart);
    }

    [Fact]
    public async Task A_no_to_which_size_takes_the_other_thing_alone()
    {
        var shop = Slippers();
        shop.Sell("Kaftan", "Men", 30000, variants: ["41", "L"]);
        await shop.SaysAsync("I want slippers");
        await shop.SaysAsync("no, 1 kaftan L");
        Assert.Equal("1 Kaftan (L)", shop.Cart);
    }

    private static ScriptedShop Slippers()
    {
        var shop = ScriptedShop.Kitchen();
        shop.Sell("Ankara slippers", "Shoes", 8500, synonyms: "slippers", variants: ["41", "42", "43"]);
        return shop;
    }
}
