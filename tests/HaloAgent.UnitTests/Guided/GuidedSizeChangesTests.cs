using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>Another size of one thing, said together with what happens to others: the old one goes, and nothing takes anything else's place.</summary>
public sealed class GuidedSizeChangesTests
{
    [Theory]
    [InlineData("en", "1 slippers size 40 and 1 tote bag", "change the slippers to 42 and remove the tote bag", "1 Ankara slippers (42)")]
    [InlineData("en", "1 slippers size 40 and 1 tote bag", "please change the slippers to size 42, and make it two. Remove the tote bag, I don't want it anymore", "2 Ankara slippers (42)")]
    [InlineData("en", "1 senator XL and 1 dashiki L", "Wait. Change the senator size to XXL. That dashiki, I don't want it again, remove it.", "1 Senator kaftan set (XXL)")]
    [InlineData("en", "1 senator XL and 1 tote bag", "make the senator XXL and remove the tote bag", "1 Senator kaftan set (XXL)")]
    [InlineData("en", "1 senator XL and 1 tote bag", "remove the tote bag, and the senator should be XXL", "1 Senator kaftan set (XXL)")]
    [InlineData("en", "1 senator XL and 1 tote bag", "I want it in XXL, and remove the tote bag", "1 Senator kaftan set (XXL)")]
    [InlineData("pcm", "1 senator XL and 1 dashiki L", "change the senator to XXL, comot the dashiki", "1 Senator kaftan set (XXL)")]
    [InlineData("yo", "senator kan size XL àti dashiki kan size L", "Ẹ bá mi yí size senator yẹn sí XXL. Dashiki yẹn, mi ò fẹ́ ẹ mọ́, ẹ yọ ọ́ kúrò.", "1 Senator kaftan set (XXL)")]
    [InlineData("ha", "senator daya XL da dashiki daya L", "ku canza senator din zuwa XXL, ku cire dashiki din", "1 Senator kaftan set (XXL)")]
    [InlineData("ig", "slippers size 40 otu na tote bag otu", "biko gbanwee slippers ahụ ka ọ bụrụ size 42. Wepụ tote bag", "1 Ankara slippers (42)")]
    [InlineData("ig", "senator otu size XL", "Gbanwee ya ka ọ bụrụ M", "1 Senator kaftan set (M)")]
    [InlineData("en", "1 senator M and 1 tote bag", "M might be tight on me, make it L", "1 Ankara tote bag, 1 Senator kaftan set (L)")]
    [InlineData("en", "2 senator L", "one of the kaftans should be XXL", "1 Senator kaftan set (L), 1 Senator kaftan set (XXL)")]
    [InlineData("en", "2 senator L", "let one kaftan be XXL, the other stays L", "1 Senator kaftan set (L), 1 Senator kaftan set (XXL)")]
    [InlineData("en", "2 senator L", "change the kaftans to XXL", "2 Senator kaftan set (XXL)")]
    [InlineData("en", "2 senator L", "Change the kaftan to XXL, the rest is fine", "2 Senator kaftan set (XXL)")]
    [InlineData("en", "2 senator L", "Change the kaftans to XXL, it is for one of my uncles", "2 Senator kaftan set (XXL)")]
    [InlineData("en", "3 senator L", "Change two of the kaftans to XXL", "1 Senator kaftan set (L), 2 Senator kaftan set (XXL)")]
    [InlineData("en", "3 senator L", "Change 1 of the kaftans to XXL", "2 Senator kaftan set (L), 1 Senator kaftan set (XXL)")]
    [InlineData("en", "1 senator L", "I want another one in XL. And a tote bag", "1 Senator kaftan set (L), 1 Senator kaftan set (XL), 1 Ankara tote bag")]
    [InlineData("en", "1 senator M", "make it M and L", "1 Senator kaftan set (M)")]
    [InlineData("en", "2 dashiki L", "make it XL and make it 3", "3 Dashiki top (XL)")]
    [InlineData("en", "3 dashiki L", "Only 1 should be XL", "2 Dashiki top (L), 1 Dashiki top (XL)")]
    [InlineData("yo", "dashiki meji size L", "ẹ jẹ́ kó jẹ́ size XL, kí ẹ sì fi ọ̀kan kún un kó di mẹ́ta", "3 Dashiki top (XL)")]
    [InlineData("en", "1 dashiki L", "remove the dashiki and give me a senator XXL instead", "1 Senator kaftan set (XXL)")]
    [InlineData("ha", "senator daya XXL, da dashiki 2, daya M daya L", "sai kuma a cire dashiki na L, na M din kawai nake so", "1 Senator kaftan set (XXL), 1 Dashiki top (M)")]
    public async Task A_change_of_size_beside_something_taken_out_changes_only_that_size(string language, string ordered, string said, string cart) =>
        Assert.Equal(cart, await CartAfterAsync(language, ordered, said));

    [Fact]
    public async Task What_is_not_in_the_cart_is_not_told_as_removed()
    {
        var shop = Tailor("en");
        await shop.SaysAsync("1 dashiki L");

        Assert.Contains("There's no Dashiki top (XL) in your order.", await shop.SaysAsync("remove the dashiki XL"), StringComparison.Ordinal);

        Assert.Equal("1 Dashiki top (L)", shop.Cart);
    }

    [Fact]
    public async Task A_size_that_is_wanted_too_takes_the_place_of_none()
    {
        var shop = Tailor("en");
        await shop.SaysAsync("1 dashiki L");

        await shop.SaysAsync("I want one in XL too, and a tote bag");

        Assert.Contains("1 Dashiki top (L)", shop.Cart, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_size_is_no_thing_that_the_shop_lacks()
    {
        var shop = Tailor("en");
        await shop.SaysAsync("1 tote bag");

        Assert.DoesNotContain("We don't have XXL", await shop.SaysAsync("I want it in XXL"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_of_that_in_a_size_is_one_of_what_was_asked_about()
    {
        var shop = Tailor("en");
        await shop.SaysAsync("do you have the senator in XXL?");

        await shop.SaysAsync("I'll take one of that, XXL. And 2 dashiki, one M and one L");

        Assert.Equal("1 Senator kaftan set (XXL), 1 Dashiki top (M), 1 Dashiki top (L)", shop.Cart);
    }

    [Theory]
    [InlineData("pcm", "one senator kaftan and two dashiki", "the kaftan na XL, the two dashiki na L", "1 Senator kaftan set (XL), 2 Dashiki top (L)")]
    [InlineData("en", "one senator kaftan and two dashiki", "the kaftan XL, the two dashiki L", "1 Senator kaftan set (XL), 2 Dashiki top (L)")]
    public async Task Sizes_in_one_answer_are_each_of_their_own_thing(string language, string ordered, string said, string cart) =>
        Assert.Equal(cart, await CartAfterAsync(language, ordered, said));

    private static async Task<string> CartAfterAsync(string language, string ordered, string said)
    {
        var shop = Tailor(language);
        await shop.SaysAsync(ordered);
        await shop.SaysAsync(said);
        return shop.Cart;
    }

    private static ScriptedShop Tailor(string language)
    {
        var shop = ScriptedShop.Kitchen(language: language);
        shop.Sell("Senator kaftan set", "Men", 32000, synonyms: "senator, kaftan", variants: ["M", "L", "XL", "XXL"]);
        shop.Sell("Dashiki top", "Men", 9500, synonyms: "dashiki", variants: ["M", "L", "XL"]);
        shop.Sell("Ankara slippers", "Shoes", 8500, synonyms: "slippers", variants: ["40", "41", "42", "43"]);
        shop.Sell("Ankara tote bag", "Bags", 7000, synonyms: "tote bag, bag");
        return shop;
    }

    [Theory]
    [InlineData("en", "2 senator kaftan size L, pickup", "sorry, one kaftan should be XXL, the other stays L")]
    [InlineData("en", "2 senator kaftan size L, pickup", "one should be XXL")]
    [InlineData("pcm", "2 senator kaftan size L, I go come carry am", "abeg make one be XXL, the other one go still be L")]
    [InlineData("ha", "senator kaftan guda biyu size L, zan zo in karba", "yi hakuri, kaftan daya ya zama XXL, dayan ya tsaya a L")]
    [InlineData("ha", "senator kaftan guda biyu size L, zan zo in karba", "a mayar da daya XXL")]
    [InlineData("yo", "senator kaftan meji size L, mo n bo wa gbe e", "e so okan di XXL, ekeji si wa ni L")]
    [InlineData("ig", "senator kaftan abuo size L, aga m abia buru ya", "mee otu XXL, nke ozo ka o buru L")]
    public async Task One_of_two_in_another_size_leaves_the_other_as_it_is(string language, string ordered, string said)
    {
        var shop = ScriptedShop.Kitchen(language: language);
        shop.Sell("Senator kaftan set", "Men", 32000, synonyms: "senator, kaftan", variants: ["M", "L", "XL", "XXL"]);
        await shop.SaysAsync(ordered);

        await shop.SaysAsync(said);

        Assert.Equal("1 Senator kaftan set (L), 1 Senator kaftan set (XXL)", shop.Cart);
    }

    [Theory]
    [InlineData("en", "2 senator L", "one XL and one L", "1 Senator kaftan set (L), 1 Senator kaftan set (XL)")]
    [InlineData("en", "2 senator L", "make one XL too", "1 Senator kaftan set (L), 1 Senator kaftan set (XL)")]
    [InlineData("en", "3 senator L", "one L, one M and one XL", "1 Senator kaftan set (L), 1 Senator kaftan set (M), 1 Senator kaftan set (XL)")]
    [InlineData("en", "3 senator L", "2 L 1 XL", "2 Senator kaftan set (L), 1 Senator kaftan set (XL)")]
    [InlineData("en", "3 senator L", "change one to XL and one to M", "1 Senator kaftan set (L), 1 Senator kaftan set (XL), 1 Senator kaftan set (M)")]
    [InlineData("en", "2 senator L", "one should be XL and add 1 tote bag", "1 Senator kaftan set (L), 1 Senator kaftan set (XL), 1 Ankara tote bag")]
    [InlineData("en", "2 senator L and 1 tote bag", "one should be XL and remove the tote bag", "1 Senator kaftan set (L), 1 Senator kaftan set (XL)")]
    [InlineData("en", "1 senator L", "make it XL, sorry M", "1 Senator kaftan set (M)")]
    [InlineData("en", "2 senator", "1 L, sorry 1 M and 1 XL", "1 Senator kaftan set (M), 1 Senator kaftan set (XL)")]
    [InlineData("en", "3 senator", "2 XL and the other M", "2 Senator kaftan set (XL), 1 Senator kaftan set (M)")]
    [InlineData("en", "1 senator L and 1 dashiki M", "the senator should be M and the dashiki L", "1 Senator kaftan set (M), 1 Dashiki top (L)")]
    [InlineData("pcm", "2 senator L", "make one be XL and add 1 tote bag", "1 Senator kaftan set (L), 1 Senator kaftan set (XL), 1 Ankara tote bag")]
    [InlineData("yo", "senator meji size L", "okan XL, okan L", "1 Senator kaftan set (L), 1 Senator kaftan set (XL)")]
    [InlineData("ha", "senator guda biyu size L", "XL daya, L daya", "1 Senator kaftan set (L), 1 Senator kaftan set (XL)")]
    [InlineData("ig", "senator abuo size L", "otu XL, otu L", "1 Senator kaftan set (L), 1 Senator kaftan set (XL)")]
    public async Task What_is_there_is_divided_into_the_sizes_that_are_named(string language, string ordered, string said, string cart)
    {
        var shop = Tailor(language);
        await shop.SaysAsync(ordered);

        await shop.SaysAsync(said);

        Assert.Equal(cart, shop.Cart);
    }

    [Theory]
    [InlineData("1 zobo, pickup", "yes XL", 0)]
    [InlineData("1 senator L, pickup", "yes XXL", 0)]
    [InlineData("1 senator L, pickup", "yes L", 1)]
    public async Task A_yes_to_a_size_that_the_summary_does_not_have_orders_nothing(string ordered, string said, int orders)
    {
        var shop = Tailor("en");
        await shop.SaysAsync(ordered);

        await shop.SaysAsync(said);

        Assert.Equal(orders, shop.Orders.Count);
    }
}
