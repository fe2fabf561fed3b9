using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>What is said once more, about the thing spoken of or beside a yes or a no.</summary>
public sealed class GuidedRepeatingTests
{
    [Theory]
    [InlineData("yes, it is jollof I want")]
    [InlineData("yes, 2 jollof")]
    [InlineData("yes, 2 please")]
    public async Task A_yes_that_repeats_the_whole_summary_is_a_yes(string said)
    {
        var shop = await ScriptedShop.SummaryShownAsync();

        await shop.SaysAsync(said);

        Assert.Single(shop.Orders);
    }

    [Theory]
    [InlineData("yes, 3 jollof")]
    [InlineData("yes, 3 please")]
    [InlineData("yes, zobo")]
    [InlineData("yes, is it 2 jollof?")]
    public async Task A_yes_with_anything_else_places_nothing(string said)
    {
        var shop = await ScriptedShop.SummaryShownAsync();

        await shop.SaysAsync(said);

        Assert.Empty(shop.Orders);
    }

    [Theory]
    [InlineData("no wait, 5 jollof. Final", "5 Jollof rice & chicken")]
    [InlineData("no, 3 jollof", "3 Jollof rice & chicken")]
    [InlineData("no, add 3 jollof", "5 Jollof rice & chicken")]
    [InlineData("3 jollof", "3 Jollof rice & chicken")]
    [InlineData("jollof x3", "3 Jollof rice & chicken")]
    [InlineData("3 jollof for my wife", "5 Jollof rice & chicken")]
    [InlineData("3 jollof extra", "5 Jollof rice & chicken")]
    [InlineData("and 3 jollof", "5 Jollof rice & chicken")]
    [InlineData("give me 3 jollof", "5 Jollof rice & chicken")]
    public async Task A_number_said_to_the_summary_is_the_right_number_unless_it_adds(string said, string cart)
    {
        var shop = await ScriptedShop.SummaryShownAsync();

        await shop.SaysAsync(said);

        Assert.Equal(cart, shop.Cart);
    }

    [Theory]
    [InlineData("do you have zobo? I want 2", "2 Zobo 50cl")]
    [InlineData("how much is zobo? give me 3 of it", "3 Zobo 50cl")]
    [InlineData("is zobo available? I'll take 2, and one malt", "2 Zobo 50cl, 1 Malt")]
    public async Task A_number_counts_what_was_asked_about_in_the_same_breath(string said, string cart)
    {
        var shop = ScriptedShop.Kitchen();

        await shop.SaysAsync(said);

        Assert.Equal(cart, shop.Cart);
    }

    [Theory]
    [InlineData("make it one less", "1 Jollof rice & chicken")]
    [InlineData("reduce the jollof by 1", "1 Jollof rice & chicken")]
    [InlineData("reduce it to 1", "1 Jollof rice & chicken")]
    [InlineData("make it 2 less", "")]
    public async Task So_many_less_are_taken_out(string said, string cart)
    {
        var shop = await ScriptedShop.SummaryShownAsync();

        await shop.SaysAsync(said);

        Assert.Equal(cart, shop.Cart);
    }

    [Fact]
    public async Task What_is_taken_out_by_its_name_leaves_the_rest()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 jollof and 1 malt");

        await shop.SaysAsync("remove the malt, I don't want it again");

        Assert.Equal("2 Jollof rice & chicken", shop.Cart);
    }

    [Fact]
    public async Task A_price_the_customer_names_puts_nothing_in()
    {
        var shop = ScriptedShop.Kitchen();

        var reply = await shop.SaysAsync("I want jollof, sell it for 1000");

        Assert.StartsWith("Jollof rice & chicken is ₦3,500 each, and we don't sell it by amount.", reply, StringComparison.Ordinal);
        Assert.Equal("", shop.Cart);
    }
}
