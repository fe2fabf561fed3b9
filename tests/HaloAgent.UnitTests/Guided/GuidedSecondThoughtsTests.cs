using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>Who corrects themselves in one breath is taken at their last word.</summary>
public sealed class GuidedSecondThoughtsTests
{
    [Theory]
    [InlineData("en", "3 jollof, no wait, 2 jollof and 1 fried rice", "add 2 Jollof rice & chicken; add 1 Fried rice & turkey")]
    [InlineData("en", "3 jollof, sorry 2 jollof", "add 2 Jollof rice & chicken")]
    [InlineData("en", "3 jollof, no wait, 2", "add 2 Jollof rice & chicken")]
    [InlineData("en", "2 jollof and 1 zobo, sorry make it 3 jollof", "add 1 Zobo 50cl; add 3 Jollof rice & chicken")]
    [InlineData("pcm", "make una give me 3 jollof, no wait, na 2 jollof", "add 2 Jollof rice & chicken")]
    [InlineData("yo", "jollof meta, rara, jollof meji", "add 2 Jollof rice & chicken")]
    [InlineData("ha", "3 jollof, a'a, 2 jollof", "add 2 Jollof rice & chicken")]
    [InlineData("ig", "jollof 3, mba, jollof 2", "add 2 Jollof rice & chicken")]
    [InlineData("en", "2 jollof no pepper, 2 zobo", "add 2 Jollof rice & chicken; add 2 Zobo 50cl")]
    public void The_last_word_counts(string language, string said, string meant) =>
        Assert.Equal(meant, Shops.Hear(language, said));

    [Theory]
    [InlineData("en", "40 Bode Thomas surulere", "address '40 Bode Thomas surulere'; area Surulere")]
    [InlineData("en", "1 moimoi to 10 St Finbarrs road akoka", "add 1 Moi moi; address '10 St Finbarrs road akoka'")]
    [InlineData("en", "2 fried rice Yaba", "add 2 Fried rice & turkey; area Yaba")]
    [InlineData("en", "5 btl water too", "add 5 Bottled water 75cl")]
    [InlineData("en", "it's only 1 moi moi that came, I paid for 2. why", "Complaint")]
    [InlineData("en", "same as my last order pls but add 1 puff puff", "+add 1 Puff puff; RepeatOrder")]
    [InlineData("en", "actually 3 is enough", "set 3 it")]
    [InlineData("en", "delete my order", "CancelOrder")]
    [InlineData("pcm", "2 zobo wey cold well well", "add 2 Zobo 50cl")]
    [InlineData("pcm", "bros how far, I wan order", "Menu")]
    [InlineData("pcm", "how far my order", "OrderStatus")]
    [InlineData("pcm", "I fit come una shop on Sunday?", "Hours")]
    [InlineData("pcm", "oya na, do am", "Yes")]
    public void What_people_write_is_understood(string language, string said, string meant) => Assert.Equal(meant, Shops.Hear(language, said));

    [Fact]
    public async Task One_of_them_in_another_size_leaves_the_others()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 polo shirts size M, pick up");

        await shop.SaysAsync("make one of them XL");

        Assert.Equal("1 Polo shirt (M / Red), 1 Polo shirt (XL / Blue)", shop.Cart);
    }

    [Fact]
    public async Task The_days_on_which_the_shop_is_closed_are_told()
    {
        var said = await ScriptedShop.Kitchen().SaysAsync("are you open on Friday?");

        Assert.Contains("Wednesday, Thursday, Friday, Saturday: closed", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "2 zobo", "make it 5, sorry 6", "6 Zobo 50cl")]
    [InlineData("en", "2 zobo", "make it three, no four", "4 Zobo 50cl")]
    [InlineData("en", "2 zobo", "make it 4 abeg no make it 5", "5 Zobo 50cl")]
    [InlineData("en", "1 malt", "3 zobo, no 4 zobo", "1 Malt, 4 Zobo 50cl")]
    [InlineData("en", "1 malt", "2 jollof, sorry I mean 3", "1 Malt, 3 Jollof rice & chicken")]
    [InlineData("en", "1 malt", "I want 2 zobo, actually 3", "1 Malt, 3 Zobo 50cl")]
    [InlineData("en", "1 malt", "2 jollof and 1 zobo, sorry 2 moi moi", "1 Malt, 2 Jollof rice & chicken, 1 Zobo 50cl, 2 Moi moi")]
    [InlineData("en", "3 zobo", "remove 1 zobo, sorry 2", "1 Zobo 50cl")]
    [InlineData("en", "2 zobo, 1 malt", "remove the malt, sorry the zobo", "1 Malt")]
    [InlineData("en", "2 zobo", "add 1 moi moi, sorry malt", "2 Zobo 50cl, 1 Malt")]
    [InlineData("en", "1 malt", "not 1, 3 zobo", "1 Malt, 3 Zobo 50cl")]
    [InlineData("en", "1 zobo", "not 1, 3 zobo", "3 Zobo 50cl")]
    [InlineData("en", "1 malt", "not 2 jollof, 2 fried rice", "1 Malt, 2 Fried rice & chicken")]
    [InlineData("en", "2 zobo", "sorry 3", "3 Zobo 50cl")]
    [InlineData("en", "2 zobo, 1 jollof", "cancel the zobo, no cancel the jollof", "2 Zobo 50cl")]
    [InlineData("en", "3 zobo", "reduce zobo to 1, no leave it at 2", "2 Zobo 50cl")]
    [InlineData("en", "2 zobo, 1 jollof", "the zobo should be 4, sorry 5, and the jollof 2", "5 Zobo 50cl, 2 Jollof rice & chicken")]
    [InlineData("en", "1 malt", "jollof 2, zobo 1, sorry zobo 2", "1 Malt, 2 Jollof rice & chicken, 2 Zobo 50cl")]
    [InlineData("en", "1 malt", "I need jollof, sorry fried rice, 2 plates", "1 Malt, 2 Fried rice & chicken")]
    [InlineData("en", "2 zobo", "make it 3 o, sorry o, 4", "4 Zobo 50cl")]
    [InlineData("en", "1 malt", "1 jollof for me and 2 for my husband", "1 Malt, 3 Jollof rice & chicken")]
    [InlineData("en", "1 malt", "2 zobo, 1 for me and 1 for my wife", "1 Malt, 2 Zobo 50cl")]
    [InlineData("pcm", "2 zobo", "make am 5, abeg no, make am 6", "6 Zobo 50cl")]
    [InlineData("pcm", "1 malt", "3 zobo, no na 4 zobo", "1 Malt, 4 Zobo 50cl")]
    [InlineData("yo", "zobo meji", "e so di marun, rara mefa", "6 Zobo 50cl")]
    [InlineData("ha", "zobo biyu", "a maida shi biyar, a'a shida", "6 Zobo 50cl")]
    [InlineData("ig", "zobo abuo", "mee ya ise, mba isii", "6 Zobo 50cl")]
    public async Task Of_two_numbers_or_things_the_later_holds(string language, string ordered, string said, string cart)
    {
        var shop = ScriptedShop.Kitchen(language: language);
        await shop.SaysAsync(ordered);

        await shop.SaysAsync(said);

        Assert.Equal(cart, shop.Cart);
    }

    [Theory]
    [InlineData("add 1 malt, no leave it")]
    [InlineData("remove the jollof... no don't remove it")]
    [InlineData("add 2 malt. Never mind")]
    [InlineData("remove the zobo, never mind, leave it")]
    [InlineData("leave it like that")]
    [InlineData("don't forget the zobo")]
    public async Task What_is_taken_back_whole_changes_nothing_and_shows_the_order_as_it_stands(string said)
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("1 jollof, 2 zobo, pickup");

        Assert.Contains("*Total ₦5,100*", await shop.SaysAsync(said), StringComparison.Ordinal);

        Assert.Equal("1 Jollof rice & chicken, 2 Zobo 50cl", shop.Cart);
        Assert.Empty(shop.Orders);
    }

    [Theory]
    [InlineData("2 jollof no 12 Allen Avenue Ikeja", "add 2 Jollof rice & chicken; address 'no 12 Allen Avenue Ikeja'; area Ikeja")]
    [InlineData("2 jollof, no 12 Opebi road", "add 2 Jollof rice & chicken; address 'no 12 Opebi road'; area Ikeja")]
    [InlineData("I want 3 zobo sorry for the late reply", "add 3 Zobo 50cl")]
    [InlineData("2 jollof, no pepper", "add 2 Jollof rice & chicken")]
    public void What_only_sounds_taken_back_stays(string said, string meant) => Assert.Equal(meant, Shops.InKitchen(said));

    [Theory]
    [InlineData("3 zobo. No leave it. Yes")]
    [InlineData("yes, add 1 malt, no leave it")]
    public async Task A_yes_beside_what_is_taken_back_orders_nothing(string said)
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 zobo, pickup");

        Assert.Contains("*Total ₦1,600*", await shop.SaysAsync(said), StringComparison.Ordinal);

        Assert.Empty(shop.Orders);
    }

    [Theory]
    [InlineData("en", "", "I want zobo or malt", "")]
    [InlineData("en", "", "2 jollof, sorry 1 zobo", "2 Jollof rice & chicken, 1 Zobo 50cl")]
    [InlineData("en", "", "2 jollof to 12 Allen Avenue Ikeja, add zobo, no leave it", "2 Jollof rice & chicken")]
    [InlineData("en", "", "2 jollof for pickup, thanks and sorry for the stress, never mind", "2 Jollof rice & chicken")]
    [InlineData("pcm", "", "2 jollof, I go come pick am, no worry", "2 Jollof rice & chicken")]
    [InlineData("pcm", "2 jollof", "abeg add 1 malt, no forget am", "2 Jollof rice & chicken, 1 Malt")]
    [InlineData("en", "2 malt", "don't change the malt to zobo", "2 Malt")]
    [InlineData("en", "2 jollof, 1 zobo", "leave only the jollof at the gate", "2 Jollof rice & chicken, 1 Zobo 50cl")]
    [InlineData("en", "2 jollof", "please don't forget it", "2 Jollof rice & chicken")]
    public async Task What_only_sounds_like_a_second_thought_takes_nothing_away(string language, string ordered, string said, string cart)
    {
        var shop = ScriptedShop.Kitchen(language: language);
        if (ordered.Length > 0) await shop.SaysAsync(ordered);
        await shop.SaysAsync(said);
        Assert.Equal(cart, shop.Cart);
    }

    [Theory]
    [InlineData("en", "1 jollof for me, 1 jollof for my wife, 1 jollof for my son, no wait, 2 zobo, no wait, 3 jollof")]
    [InlineData("ha", "jollof 1, jollof 1, jollof 1, aa, zobo 2, aa, jollof 3")]
    [InlineData("yo", "jollof 1, jollof 1, jollof 1, rara, zobo 2, rara, jollof 3")]
    public async Task A_second_thought_about_a_second_thought_is_answered(string language, string said)
    {
        var shop = ScriptedShop.Kitchen(language: language);
        Assert.NotEmpty(await shop.SaysAsync(said));
    }
}
