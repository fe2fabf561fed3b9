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
}
