using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using Xunit;

namespace HaloAgent.UnitTests.Guided.Hausa;

/// <summary>What people write in Hausa about goods: without hooked letters, run together, with English nouns in it.</summary>
public sealed class HausaOrderingTests
{
    private static readonly Listener Listener = new("ha", Shops.Kitchen, Shops.Areas);

    private static string Kitchen(string said) => Listener.Hear(said).ToString();

    [Theory]
    [InlineData("Ina so in saya jollof biyu", "add 2 Jollof rice & chicken")]
    [InlineData("inaso in siya jollof 2", "add 2 Jollof rice & chicken")]
    [InlineData("ina so na sayi moi moi guda biyar", "add 5 Moi moi")]
    [InlineData("Ina son shawarma biyu da zobo uku", "add 2 Chicken shawarma; add 3 Zobo 50cl")]
    [InlineData("Don Allah a kawo min shawarma ɗaya da malt biyu", "add 1 Chicken shawarma; add 2 Malt")]
    [InlineData("ina so a kawo min 2 shawarma", "add 2 Chicken shawarma")]
    [InlineData("a bani moi moi guda hudu", "add 4 Moi moi")]
    [InlineData("ku bani shawarma guda 3 da malt guda 2 don Allah", "add 3 Chicken shawarma; add 2 Malt")]
    [InlineData("abani shinkafa jollof faranti biyu", "add 2 Jollof rice & chicken")]
    [InlineData("zan sayi meat pie guda biyar da zobo kwalba uku", "add 5 Meat pie; add 3 Zobo 50cl")]
    [InlineData("ina buƙatar chapman guda shida", "add 6 Chapman")]
    [InlineData("Malam, a haɗa min jollof guda uku, zobo guda biyu", "add 3 Jollof rice & chicken; add 2 Zobo 50cl")]
    [InlineData("jollof biyu, zobo daya", "add 2 Jollof rice & chicken; add 1 Zobo 50cl")]
    [InlineData("ba ni puff puff goma sha biyu", "add 12 Puff puff")]
    [InlineData("puff puff ashirin", "add 20 Puff puff")]
    [InlineData("shawarma biyu nake so", "add 2 Chicken shawarma")]
    [InlineData("kwalba biyu na zobo", "add 2 Zobo 50cl")]
    [InlineData("jollof da zobo biyu-biyu", "add 2 Jollof rice & chicken; add 2 Zobo 50cl")]
    [InlineData("shinkafa da kaza biyu da ruwa daya", "add 2 Jollof rice & chicken; add 1 Bottled water 75cl")]
    [InlineData("Ina so in saya jollof biyu, zobo uku da malt ɗaya. A kawo min gida", "add 2 Jollof rice & chicken; add 3 Zobo 50cl; add 1 Malt; Delivery")]
    [InlineData("ina son pizza biyu", "add 2 ?pizza")]
    public void Goods_are_heard_with_their_quantities(string said, string meant) => Assert.Equal(meant, Kitchen(said));

    [Theory]
    [InlineData("jollof dubu biyu", 2000)]
    [InlineData("jollof naira dubu biyu da dari biyar", 2500)]
    [InlineData("puff puff na ɗari biyar", 500)]
    [InlineData("puff puff na dubu", 1000)]
    public void Money_is_never_a_quantity(string said, int naira)
    {
        var line = Assert.Single(Listener.Hear(said).Lines);
        Assert.Null(line.Quantity);
        Assert.Equal(naira, line.Naira);
    }

    [Theory]
    [InlineData("ƙara min ɗaya", "+add 1 it")]
    [InlineData("qara min daya", "+add 1 it")]
    [InlineData("a kara min zobo biyu akan na da", "+add 2 Zobo 50cl")]
    [InlineData("a saka min moi moi biyu", "+add 2 Moi moi")]
    [InlineData("a cire zobo", "remove Zobo 50cl")]
    [InlineData("ka cire min zobo daya", "remove 1 Zobo 50cl")]
    [InlineData("bana son zobo", "remove Zobo 50cl")]
    [InlineData("kar a saka zobo", "remove Zobo 50cl")]
    [InlineData("soke malt", "remove Malt")]
    [InlineData("ya zama uku", "set 3 it")]
    [InlineData("maida shi hudu", "set 4 it")]
    [InlineData("ina nufin uku", "set 3 it; Restate")]
    [InlineData("ba biyu ba, uku", "set 3 it")]
    [InlineData("a'a, uku", "set 3 it")]
    [InlineData("a mayar da jollof uku", "set 3 Jollof rice & chicken")]
    [InlineData("a canza jollof zuwa hudu", "set 4 Jollof rice & chicken")]
    [InlineData("canza zobo da malt", "swap Zobo 50cl for Malt")]
    [InlineData("a canza min zobo da malt biyu", "swap Zobo 50cl for 2 Malt")]
    [InlineData("maimakon zobo a ba ni malt", "swap Zobo 50cl for Malt")]
    [InlineData("malt maimakon zobo", "swap Zobo 50cl for Malt")]
    public void The_cart_is_changed_as_said(string said, string meant) => Assert.Equal(meant, Kitchen(said));

    [Theory]
    [InlineData("Nawa ne jollof", "price Jollof rice & chicken")]
    [InlineData("shawarma nawa ce?", "price Chicken shawarma")]
    [InlineData("Dan Allah nawa kuke bada zobo", "price Zobo 50cl")]
    [InlineData("salam, ina son sanin farashin jollof", "price Jollof rice & chicken; Greeting")]
    [InlineData("jollof nawa, zobo nawa?", "price Jollof rice & chicken; price Zobo 50cl")]
    [InlineData("Akwai zobo?", "availability Zobo 50cl")]
    [InlineData("malt ya ƙare?", "availability Malt")]
    [InlineData("Hajiya ina kwana, akwai shawarma yau kuwa?", "availability Chicken shawarma; Greeting")]
    [InlineData("Jollof din yana da yaji?", "about Jollof rice & chicken")]
    [InlineData("akwai pizza?", "availability ?pizza")]
    public void Questions_about_goods_order_nothing(string said, string meant) => Assert.Equal(meant, Kitchen(said));

    [Theory]
    [InlineData("na biyu", 2)]
    [InlineData("lamba 3", 3)]
    [InlineData("na farko", 1)]
    [InlineData("na karshen", -1)]
    public void A_place_in_a_list_is_picked(string said, int place) => Assert.Equal(place, Assert.Single(Listener.Hear(said).Picks));

    [Theory]
    [InlineData("A kawo min zuwa no 12 Adeniyi Jones, Ikeja", "no 12 Adeniyi Jones, Ikeja", "Ikeja")]
    [InlineData("a kai min layin Allen 15 kusa da masallaci", "layin Allen 15 kusa da masallaci", "Ikeja")]
    [InlineData("Ina zaune a gida mai lamba 5, layin Herbert Macaulay, Yaba", "gida mai lamba 5, layin Herbert Macaulay, Yaba", "Yaba")]
    [InlineData("adireshina shi ne 7 Bode Thomas, Surulere", "7 Bode Thomas, Surulere", "Surulere")]
    [InlineData("Unguwar Rimi, layin Kanta, gida mai lamba 8 kusa da makarantar Capital", "Unguwar Rimi, layin Kanta, gida mai lamba 8 kusa da makarantar Capital", null)]
    [InlineData("ina so a kawo jollof biyu gidana dake Allen Avenue, lamba 14", "Allen Avenue, lamba 14", "Ikeja")]
    public void An_address_is_kept_as_it_was_written(string said, string address, string? area)
    {
        var heard = Listener.Hear(said);

        Assert.Equal(address, heard.Address?.Text);
        Assert.Equal(area, heard.Area);
    }
}
