using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>One thing in place of another, in whichever words and sentences it is said.</summary>
public sealed class GuidedSwapsTests
{
    [Theory]
    [InlineData("en", "drop the zobo and put malt", "swap Zobo 50cl for Malt")]
    [InlineData("en", "no more zobo, give me 2 malt", "swap Zobo 50cl for 2 Malt")]
    [InlineData("en", "I won't eat amala again, give me 2 jollof", "swap Amala & ewedu for 2 Jollof rice & chicken")]
    [InlineData("en", "I won't be having the amala anymore. 2 jollof instead", "swap Amala & ewedu for 2 Jollof rice & chicken")]
    [InlineData("en", "wait, change that zobo please. I want 2 chapman", "swap Zobo 50cl for 2 Chapman; Wait")]
    [InlineData("en", "I no longer want the zobo, bring 3 malt in its place", "swap Zobo 50cl for 3 Malt")]
    [InlineData("en", "rather than zobo I'll take 2 malt", "swap Zobo 50cl for 2 Malt")]
    [InlineData("en", "I didn't order zobo, I said malt", "swap Zobo 50cl for Malt; Restate")]
    [InlineData("en", "no more zobo", "remove Zobo 50cl")]
    [InlineData("en", "leave the zobo and the malt, give me 3 water instead", "remove Zobo 50cl; remove Malt; +add 3 Bottled water 75cl")]
    [InlineData("pcm", "leave that zobo sef, give us water 3 instead", "swap Zobo 50cl for 3 Bottled water 75cl")]
    [InlineData("pcm", "zobo no again, give me malt", "swap Zobo 50cl for Malt")]
    [InlineData("pcm", "I no go chop jollof again, make una give me fried rice", "swap Jollof rice & chicken for Fried rice & turkey")]
    [InlineData("pcm", "drop the zobo, put malt for im place", "swap Zobo 50cl for Malt")]
    [InlineData("yo", "Ah rara, ko ma je amala mo. E fi moi moi meji ropo e", "swap Amala & ewedu for 2 Moi moi; No")]
    [InlineData("yo", "zobo kuro, e fi malt si", "swap Zobo 50cl for Malt")]
    [InlineData("yo", "mi o je amala mo, e fun mi ni jollof meji", "swap Amala & ewedu for 2 Jollof rice & chicken")]
    [InlineData("yo", "e paaro zobo yen, malt meji ni mo fe", "swap Zobo 50cl for 2 Malt")]
    [InlineData("ha", "yi hakuri, a cire meat pie din, a sa moi moi biyu maimakonsa", "swap Meat pie for 2 Moi moi")]
    [InlineData("ha", "a bar zobo, a kawo malt uku", "swap Zobo 50cl for 3 Malt")]
    [InlineData("ha", "ba zan ci amala ba kuma, a ba ni jollof biyu", "swap Amala & ewedu for 2 Jollof rice & chicken")]
    [InlineData("ha", "a musanya zobo din da malt", "swap Zobo 50cl for Malt")]
    [InlineData("ig", "chere, gbanwee zobo ahu. nye m chapman abuo kama", "swap Zobo 50cl for 2 Chapman; Wait")]
    [InlineData("ig", "agaghi m eri amala ozo, nye m jollof abuo", "swap Amala & ewedu for 2 Jollof rice & chicken")]
    [InlineData("ig", "wepu zobo ahu tinye malt abuo n'onodu ya", "swap Zobo 50cl for 2 Malt")]
    [InlineData("ig", "gbanwee zobo, o buru malt", "swap Zobo 50cl for Malt")]
    [InlineData("en", "the zobo, I don't want it again. give me 2 malt", "swap Zobo 50cl for 2 Malt; CancelOrder")]
    [InlineData("pcm", "that zobo, I no want am again, bring malt", "swap Zobo 50cl for Malt; CancelOrder")]
    [InlineData("yo", "zobo yen, mi o fe e mo, e fun mi ni malt", "swap Zobo 50cl for Malt; CancelOrder")]
    [InlineData("ha", "zobo din nan bana so, malt nake so", "swap Zobo 50cl for Malt")]
    [InlineData("ig", "zobo ahu, achoghi m ya ozo. nye m malt", "swap Zobo 50cl for Malt; CancelOrder")]
    [InlineData("en", "change the zobo to malt and the jollof to fried rice", "swap Zobo 50cl for Malt; swap Jollof rice & chicken for Fried rice & turkey")]
    [InlineData("en", "change the zobo to malt, and 2 jollof", "add 2 Jollof rice & chicken; swap Zobo 50cl for Malt")]
    [InlineData("en", "swap jollof for fried rice and make it 3", "swap Jollof rice & chicken for 3 Fried rice & turkey")]
    public void What_goes_and_what_comes_are_one_in_place_of_the_other(string language, string said, string meant) => Assert.Equal(meant, Shops.Hear(language, said));

    [Theory]
    [InlineData("en", "the zobo, I don't want it again. give me malt")]
    [InlineData("ig", "zobo ahu, achoghi m ya ozo. nye m malt")]
    public async Task One_thing_that_is_not_wanted_any_more_calls_no_order_off(string language, string said)
    {
        var shop = ScriptedShop.Kitchen(language: language);
        await shop.SaysAsync("2 jollof, 3 zobo, pickup");

        await shop.SaysAsync(said);

        Assert.Equal("2 Jollof rice & chicken, 3 Malt", shop.Cart);
    }

    [Fact]
    public async Task As_many_come_as_went()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 jollof and 3 zobo, pickup");

        await shop.SaysAsync("no more zobo, give me malt");

        Assert.Equal("2 Jollof rice & chicken, 3 Malt", shop.Cart);
    }

    [Theory]
    [InlineData("leave that zobo and make the jollof 4", "4 Jollof rice & chicken")]
    [InlineData("no more zobo, so 2 jollof", "2 Jollof rice & chicken")]
    public async Task What_is_there_already_is_not_added_to(string said, string cart)
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 jollof and 3 zobo, pickup");

        await shop.SaysAsync(said);

        Assert.Equal(cart, shop.Cart);
    }

    [Theory]
    [InlineData("en", "change that zobo", "What should it be instead?")]
    [InlineData("pcm", "abeg change that zobo", "Wetin make I put instead?")]
    [InlineData("yo", "e paaro zobo yen", "Kí ni kí n fi rọ́pò rẹ̀?")]
    [InlineData("ha", "a canza zobo din", "Me zan saka a maimakonsa?")]
    [InlineData("ig", "gbanwee zobo ahu", "Gịnị ka m ga-etinye kama ya?")]
    public async Task What_is_to_be_something_else_is_asked_about_and_the_answer_takes_its_place(string language, string said, string asked)
    {
        var shop = ScriptedShop.Kitchen(language: language);
        await shop.SaysAsync("2 zobo, pickup");

        var reply = await shop.SaysAsync(said);

        Assert.EndsWith(asked, reply, StringComparison.Ordinal);
        Assert.Equal("2 Zobo 50cl", shop.Cart);

        await shop.SaysAsync("malt");

        Assert.Equal("2 Malt", shop.Cart);
    }

    [Theory]
    [InlineData("change the zobo to pizza")]
    [InlineData("change the zobo to chapman")]
    [InlineData("leave that zobo, give me chapman instead. And add 1 malt")]
    public async Task What_there_is_none_of_takes_nothings_place_and_no_yes_confirms_it(string said)
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 zobo, pickup");

        Assert.EndsWith("I haven't made that change yet. What should it be instead?", await shop.SaysAsync(said), StringComparison.Ordinal);
        await shop.SaysAsync("yes");

        Assert.Empty(shop.Orders);
        Assert.StartsWith("2 Zobo 50cl", shop.Cart, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thing_that_is_not_there_is_not_put_in_by_changing_it()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 jollof, pickup");

        Assert.Contains("There's no Zobo 50cl in your order", await shop.SaysAsync("change that zobo"), StringComparison.Ordinal);

        Assert.Equal("2 Jollof rice & chicken", shop.Cart);
    }

    [Fact]
    public async Task What_is_only_in_the_cart_is_corrected_and_not_complained_about()
    {
        var shop = ScriptedShop.Kitchen(language: "yo");
        await shop.SaysAsync("zobo meji, maa wa gbe e");

        await shop.SaysAsync("ki i se zobo, malt ni mo fe");

        Assert.Equal("2 Malt", shop.Cart);
        Assert.Empty(shop.Escalations);
    }

    [Theory]
    [InlineData("en", "give me that zobo, 2. and 1 malt")]
    [InlineData("pcm", "give me that zobo two, and one malt")]
    [InlineData("yo", "e fun mi ni zobo yen meji, ati malt kan")]
    [InlineData("ig", "nye m zobo ahụ abụọ\nna malt otu")]
    public async Task That_one_is_the_one_that_is_there(string language, string said)
    {
        var shop = ScriptedShop.Kitchen(language: language);
        await shop.SaysAsync("2 zobo");

        await shop.SaysAsync(said);

        Assert.Equal("2 Zobo 50cl, 1 Malt", shop.Cart);
    }

    [Theory]
    [InlineData("en", "2 zobo and 1 jollof", "remove one zobo and put a malt for him", "1 Zobo 50cl, 1 Jollof rice & chicken, 1 Malt")]
    [InlineData("en", "3 zobo and 1 jollof", "change all the zobo to malt", "1 Jollof rice & chicken, 3 Malt")]
    [InlineData("en", "3 zobo", "change one zobo to malt and the other two to moi moi", "1 Malt, 2 Moi moi")]
    [InlineData("en", "3 zobo", "change one zobo to malt and the others to moi moi", "1 Malt, 2 Moi moi")]
    [InlineData("en", "3 zobo", "of the 3 zobo make one malt", "2 Zobo 50cl, 1 Malt")]
    [InlineData("en", "4 zobo", "two of them should be malt", "2 Zobo 50cl, 2 Malt")]
    [InlineData("en", "4 zobo", "make 2 malt and leave the other 2", "2 Zobo 50cl, 2 Malt")]
    [InlineData("en", "4 zobo", "replace one with moi moi and one with malt", "2 Zobo 50cl, 1 Moi moi, 1 Malt")]
    [InlineData("en", "4 zobo", "change half of the zobo to malt", "2 Zobo 50cl, 2 Malt")]
    [InlineData("en", "2 jollof, 1 zobo", "one of them should be fried rice and add 1 malt", "1 Jollof rice & chicken, 1 Zobo 50cl, 1 Malt, 1 Fried rice & chicken")]
    [InlineData("en", "3 zobo", "change one zobo to malt, the other zobo is fine", "2 Zobo 50cl, 1 Malt")]
    [InlineData("pcm", "3 zobo", "change all the zobo to malt", "3 Malt")]
    [InlineData("pcm", "3 zobo", "make one of them be malt", "2 Zobo 50cl, 1 Malt")]
    [InlineData("yo", "zobo meta", "e paaro gbogbo zobo si malt", "3 Malt")]
    [InlineData("yo", "zobo meta", "e paaro okan ninu won si malt", "2 Zobo 50cl, 1 Malt")]
    [InlineData("ha", "zobo uku", "a canza duka zobo zuwa malt", "3 Malt")]
    [InlineData("ha", "zobo uku", "a canza guda daya zuwa malt", "2 Zobo 50cl, 1 Malt")]
    [InlineData("ig", "zobo ato", "gbanwee zobo niile ka o buru malt", "3 Malt")]
    [InlineData("ig", "zobo ato", "gbanwee otu nime ha ka o buru malt", "2 Zobo 50cl, 1 Malt")]
    public async Task As_many_come_as_go(string language, string ordered, string said, string cart)
    {
        var shop = ScriptedShop.Kitchen(language: language);
        await shop.SaysAsync(ordered);

        await shop.SaysAsync(said);

        Assert.Equal(cart, shop.Cart);
    }

    [Fact]
    public async Task Half_of_three_is_no_number_and_is_asked_about()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("3 zobo");

        Assert.EndsWith("What should it be instead?", await shop.SaysAsync("change half of the zobo to malt"), StringComparison.Ordinal);

        Assert.Equal("3 Zobo 50cl", shop.Cart);
    }

    [Fact]
    public async Task What_is_sold_out_takes_the_place_of_none_of_the_others()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("3 zobo");

        Assert.Contains("sold out", await shop.SaysAsync("change one zobo to malt and the other two to chapman"), StringComparison.Ordinal);

        Assert.Equal("2 Zobo 50cl, 1 Malt", shop.Cart);
    }
}
