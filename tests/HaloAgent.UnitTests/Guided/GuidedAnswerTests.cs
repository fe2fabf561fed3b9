using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>Answers that say more, or less, than what was asked.</summary>
public sealed class GuidedAnswerTests
{
    [Fact]
    public async Task A_count_beside_other_goods_is_of_what_was_asked_about()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("do you have moi moi?");

        Assert.StartsWith("Added: 2 × Moi moi", await shop.SaysAsync("ok I'll take 2, and one zobo too"), StringComparison.Ordinal);
        Assert.Contains("1 × Zobo 50cl", await shop.SaysAsync("pickup"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_number_in_the_answer_to_which_one_counts()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("do you have suya?");

        Assert.StartsWith("Added: 1 × Beef suya.", await shop.SaysAsync("give me one beef suya"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bigger_number_in_the_answer_counts_more_than_one_from_before()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("give me the suya one");

        await shop.SaysAsync("and 2 beef suya");

        Assert.Equal("2 Beef suya", shop.Cart);
    }

    [Fact]
    public async Task What_is_told_before_the_size_is_kept_until_it_is_known()
    {
        var shop = ScriptedShop.Kitchen();
        shop.Sell("Senator kaftan set", "Men", 32000, synonyms: "senator, kaftan", variants: ["M", "L", "XL", "XXL"]);
        await shop.SaysAsync("do u have the senator");

        Assert.DoesNotContain("nothing to confirm", await shop.SaysAsync("ok I need 2 for my husband, he's a big man"), StringComparison.Ordinal);
        await shop.SaysAsync("he wears XL, both of them. I'll stop by ur shop after work to carry it");

        Assert.Equal("2 Senator kaftan set (XL)", shop.Cart);
    }

    [Fact]
    public async Task A_size_named_once_more_is_no_other_one()
    {
        var shop = ScriptedShop.Kitchen(language: "ha");
        shop.Sell("Senator kaftan set", "Men", 32000, synonyms: "senator, kaftan", variants: ["M", "L", "XL", "XXL"]);

        await shop.SaysAsync("ina son senator kaftan guda biyu, daya XL daya kuma XXL, na ogana ne XXL din");

        Assert.Equal("1 Senator kaftan set (XL), 1 Senator kaftan set (XXL)", shop.Cart);
    }

    [Theory]
    [InlineData("how much is beef suya", "give me 2 suya", "2 Beef suya")]
    [InlineData("how much is chicken suya", "give me 2 suya", "2 Chicken suya")]
    public async Task Of_several_that_a_name_may_mean_it_is_the_one_spoken_of(string asked, string said, string cart)
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync(asked);

        await shop.SaysAsync(said);

        Assert.Equal(cart, shop.Cart);
    }

    [Fact]
    public async Task Going_on_without_a_number_means_one()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("do you have meat pie?");

        Assert.Contains("1 × Meat pie", await shop.SaysAsync("I will pick it up"), StringComparison.Ordinal);
        Assert.Empty(shop.Orders);
    }

    [Fact]
    public async Task A_size_can_be_changed_by_its_name_alone()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("1 polo shirt L / Red, pickup");

        Assert.Contains("1 × Polo shirt (XL / Blue)", await shop.SaysAsync("change it to XL blue"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_thing_named_twice_is_asked_about_once()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 jollof for my jollof people");

        Assert.Contains("2 × Jollof rice & chicken", await shop.SaysAsync("pickup"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_as_last_time_is_the_food_unless_the_place_was_asked_for()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 moi moi, deliver to 12 Adeniyi Jones, Ikeja");
        await shop.SaysAsync("yes");

        Assert.Contains("Total so far: *₦1,800*", await shop.SaysAsync("the same as last time"), StringComparison.Ordinal);
        Assert.Contains("12 Adeniyi Jones", await Saved(shop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_yes_beside_what_the_summary_says_already_confirms_it()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 moi moi, deliver to 12 Adeniyi Jones, Ikeja");

        Assert.Contains("0001", await shop.SaysAsync("correct, deliver it"), StringComparison.Ordinal);
        Assert.Single(shop.Orders);
    }

    [Fact]
    public async Task A_street_is_an_address_however_it_is_led_in()
    {
        var shop = ScriptedShop.Kitchen();

        Assert.Contains("5 Alausa road, Ikeja", await shop.SaysAsync("2 moi moi come 5 Alausa road, Ikeja"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Okay_before_a_number_is_no_yes()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("do you have meat pie?");

        Assert.StartsWith("Added: 3 × Meat pie", await shop.SaysAsync("okay give me three"), StringComparison.Ordinal);
    }

    private static async Task<string> Saved(ScriptedShop shop)
    {
        await shop.SaysAsync("delivery");
        return await shop.SaysAsync("the same as last time");
    }

    [Theory]
    [InlineData("3 suya", "2 beef and 1 chicken", "2 Beef suya, 1 Chicken suya")]
    [InlineData("2 suya", "beef and chicken", "1 Beef suya, 1 Chicken suya")]
    public async Task Several_of_those_that_were_asked_about_are_all_taken(string ordered, string said, string cart)
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync(ordered);

        await shop.SaysAsync(said);

        Assert.Equal(cart, shop.Cart);
    }

    [Theory]
    [InlineData("3 shawarma", "2 beef and 1 chicken", "2 Shawarma (Beef), 1 Shawarma (Chicken)")]
    [InlineData("1 shawarma", "beef", "1 Shawarma (Beef)")]
    public async Task A_kind_of_what_was_asked_about_is_nothing_else_of_that_name(string ordered, string said, string cart)
    {
        var shop = ScriptedShop.Kitchen();
        shop.Sell("Shawarma", "Snacks", 3000, variants: ["Beef", "Chicken"]);
        await shop.SaysAsync(ordered);

        await shop.SaysAsync(said);

        Assert.Equal(cart, shop.Cart);
    }

    [Theory]
    [InlineData("en", "1 jollof, pickup", "I need 2 for my husband", "That makes 3 × Jollof rice & chicken in all. If you want only 2, type *only 2*.", "only 2")]
    public async Task How_many_there_are_then_is_said_where_in_all_may_have_been_meant(string language, string ordered, string said, string told, string corrected)
    {
        var shop = ScriptedShop.Kitchen(language: language);
        await shop.SaysAsync(ordered);

        Assert.Contains(told, await shop.SaysAsync(said), StringComparison.Ordinal);
        Assert.Equal("3 Jollof rice & chicken", shop.Cart);
        await shop.SaysAsync(corrected);

        Assert.Equal("2 Jollof rice & chicken", shop.Cart);
        Assert.Empty(shop.Orders);
    }

    [Theory]
    [InlineData("yo", "2 péré")]
    [InlineData("ha", "2 kawai")]
    [InlineData("ig", "naanị 2")]
    public async Task What_the_shop_says_to_write_for_fewer_is_understood(string language, string said)
    {
        var shop = ScriptedShop.Kitchen(language: language);
        await shop.SaysAsync("3 jollof");

        await shop.SaysAsync(said);

        Assert.Equal("2 Jollof rice & chicken", shop.Cart);
    }
}
