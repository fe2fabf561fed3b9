using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using Xunit;

namespace HaloAgent.UnitTests.Guided.Yoruba;

/// <summary>What customers write in Yoruba, with accents and without, and what is understood of it.</summary>
public sealed class YorubaUnderstandingTests
{
    private static readonly Listener Kitchen = new("yo", Shops.Kitchen, Shops.Areas);

    [Theory]
    [InlineData("mo fe jollof meji", "add 2 Jollof rice & chicken")]
    [InlineData("Mo fẹ́ ra jollof méjì àti zobo kan", "add 2 Jollof rice & chicken; add 1 Zobo 50cl")]
    [InlineData("e fun mi ni zobo meta", "add 3 Zobo 50cl")]
    [InlineData("E joo e fun mi ni two packs of jollof", "add 2 Jollof rice & chicken")]
    [InlineData("mofe ra moi moi merin ati malt meji", "add 4 Moi moi; add 2 Malt")]
    [InlineData("Ẹ jọ̀wọ́, mo fẹ́ plate jollof méta", "add 3 Jollof rice & chicken")]
    [InlineData("awo meji ti amala ati ewedu", "add 2 Amala & ewedu")]
    [InlineData("mo fe awo amala meji", "add 2 Amala & ewedu")]
    [InlineData("igo zobo marun, abeg", "add 5 Zobo 50cl")]
    [InlineData("zobo 2, malt 3", "add 2 Zobo 50cl; add 3 Malt")]
    [InlineData("jollof meji zobo meta meat pie kan", "add 2 Jollof rice & chicken; add 3 Zobo 50cl; add 1 Meat pie")]
    [InlineData("efunmi ni meat pie mejila", "add 12 Meat pie")]
    [InlineData("maa ra puff puff ogun", "add 20 Puff puff")]
    [InlineData("mo fe suya adie kan", "add 1 Chicken suya")]
    [InlineData("E kaaro ma, mo fe ra iresi jollof meji", "add 2 Jollof rice & chicken; Greeting")]
    [InlineData("e bami di jollof meji ati chapman kan", "add 2 Jollof rice & chicken; add 1 Chapman")]
    [InlineData("mo nilo egusi meji pelu moi moi meji", "add 2 Egusi soup & pounded yam; add 2 Moi moi")]
    [InlineData("se mo le ri shawarma meji gba?", "add 2 Chicken shawarma")]
    [InlineData("e gbe malt meji wa fun mi", "add 2 Malt")]
    [InlineData("e fi jollof meta ranse si mi", "add 3 Jollof rice & chicken")]
    [InlineData("mo fe jollof ati zobo meji meji", "add 2 Jollof rice & chicken; add 2 Zobo 50cl")]
    [InlineData("jollof ati zobo, meji kookan", "add 2 Jollof rice & chicken; add 2 Zobo 50cl")]
    [InlineData("mo fe omi kan pelu fried rice kan", "add 1 Bottled water 75cl; add 1 Fried rice & turkey")]
    [InlineData("mo fe zobo die", "add some Zobo 50cl")]
    [InlineData("mo fe pizza meji", "add 2 ?pizza")]
    [InlineData("mo fe dodo meji", "add 2 Fried plantain")]
    [InlineData("e ta jollof kan fun mi jo", "add 1 Jollof rice & chicken")]
    [InlineData("Ẹ bá mi fi moi moi méjì kún un", "+add 2 Moi moi")]
    [InlineData("e fi zobo kan si i", "+add 1 Zobo 50cl")]
    [InlineData("e tun fi malt meji kun un", "+add 2 Malt")]
    [InlineData("zobo kan si i", "+add 1 Zobo 50cl")]
    [InlineData("e fi meji kun un", "+add 2 it")]
    [InlineData("okan si i", "+add 1 it")]
    [InlineData("e add malt meji", "+add 2 Malt")]
    [InlineData("e yo zobo kuro", "remove Zobo 50cl")]
    [InlineData("e yọ malt kan kúrò", "remove 1 Malt")]
    [InlineData("mi o fe zobo mo", "remove Zobo 50cl")]
    [InlineData("e fagile malt yen", "remove Malt")]
    [InlineData("e cancel zobo naa", "remove Zobo 50cl")]
    [InlineData("e so jollof di meta", "set 3 Jollof rice & chicken")]
    [InlineData("rara, e so o di meta", "set 3 it; No")]
    [InlineData("e je ki o je merin", "set 4 it")]
    [InlineData("rara, meta ni mo fe", "set 3 it")]
    [InlineData("e se e ni meji", "set 2 it")]
    [InlineData("e je ki moi moi yen pe mejo", "set 8 Moi moi")]
    [InlineData("e je ki moi moi", "remove Moi moi")]
    [InlineData("e paaro zobo si malt", "swap Zobo 50cl for Malt")]
    [InlineData("e fun mi ni malt dipo zobo", "swap Zobo 50cl for Malt")]
    [InlineData("dipo zobo, e fun mi ni malt meji", "swap Zobo 50cl for 2 Malt")]
    [InlineData("e yo zobo kuro ki e fi malt meji kun un", "remove Zobo 50cl; +add 2 Malt")]
    public void Goods_are_heard_with_their_quantities_and_changes(string said, string meant) => Assert.Equal(meant, Heard(said));

    [Theory]
    [InlineData("gbogbo e niyen, jollof meji ati zobo kan", "add 2 Jollof rice & chicken")]
    public void Goods_are_heard_with_their_quantities_and_changes_among_other_things(string said, string meant) => Assert.Contains(meant, Heard(said).Split("; "));

    [Theory]
    [InlineData("e fun mi ni puff puff egberun kan naira", "add ₦1000 Puff puff")]
    public void Money_is_never_a_quantity(string said, string meant) => Assert.Equal(meant, Heard(said));

    [Theory]
    [InlineData("rice 500 naira", "add ₦500 Jollof rice & chicken or Fried rice & turkey or Ofada rice & ayamase")]
    public void Money_is_never_a_quantity_among_other_things(string said, string meant) => Assert.Contains(meant, Heard(said).Split("; "));

    [Theory]
    [InlineData("elo ni jollof", "price Jollof rice & chicken")]
    [InlineData("eelo ni zobo yin?", "price Zobo 50cl")]
    [InlineData("Èló lẹ ń ta moi moi?", "price Moi moi")]
    [InlineData("jollof elo", "price Jollof rice & chicken")]
    [InlineData("ki ni iye owo egusi ati malt", "price Egusi soup & pounded yam; price Malt")]
    [InlineData("elo ni jollof meji", "price 2 Jollof rice & chicken")]
    [InlineData("Ẹ jọ̀ọ́, iye wo ni shawarma?", "price Chicken shawarma")]
    [InlineData("elo ni gbogbo e?", "Price")]
    [InlineData("se e ni zobo?", "availability Zobo 50cl")]
    [InlineData("Ṣé ẹ ní amala lónìí?", "availability Amala & ewedu")]
    [InlineData("nje e si ni moi moi", "availability Moi moi")]
    [InlineData("zobo nko?", "availability Zobo 50cl")]
    [InlineData("malt nko", "availability Malt")]
    [InlineData("se shawarma wa", "availability Chicken shawarma")]
    [InlineData("jollof ti tan?", "availability Jollof rice & chicken")]
    [InlineData("se e ni pizza", "availability ?pizza")]
    public void Questions_about_goods_order_nothing(string said, string meant) => Assert.Equal(meant, Heard(said));

    [Theory]
    [InlineData("e kaaro", "Greeting")]
    [InlineData("Ẹ káàárọ̀ o", "Greeting")]
    [InlineData("ekaasan ma", "Greeting")]
    [InlineData("Ẹ kúùrọ̀lẹ́ sir", "Greeting")]
    [InlineData("e ku ise o", "Greeting")]
    [InlineData("bawo ni", "Greeting")]
    [InlineData("Báwo ni ọjà?", "Greeting")]
    [InlineData("e nle o", "Greeting")]
    [InlineData("pele o", "Greeting")]
    [InlineData("se daadaa ni", "Greeting")]
    [InlineData("e ku ojo meta", "Greeting")]
    public void Greetings_are_heard(string said, string meant) => Assert.Equal(meant, Heard(said));

    [Theory]
    [InlineData("ki le ni", "Menu")]
    [InlineData("Kí lẹ ń tà?", "Menu")]
    [InlineData("kini e n ta", "Menu")]
    [InlineData("e fi menu ranse", "Menu")]
    [InlineData("Ẹ jẹ́ kí n rí ọjà yín", "Menu")]
    [InlineData("ounje wo lo wa?", "Menu")]
    [InlineData("ebi n pa mi, ki lo wa?", "Menu")]
    [InlineData("mo fe ra ounje", "Menu")]
    [InlineData("irú drinks wo lẹ ní", "Menu; category Drinks")]
    [InlineData("e jo e fi aworan ranse", "Pictures")]
    public void What_the_shop_has_is_asked_for(string said, string meant) => Assert.Equal(meant, Heard(said));

    [Theory]
    [InlineData("e fi aworan jollof ranse", "Pictures")]
    public void What_the_shop_has_is_asked_for_among_other_things(string said, string meant) => Assert.Contains(meant, Heard(said).Split("; "));

    [Theory]
    [InlineData("se e le gbe e wa sile?", "DeliveryFee")]
    [InlineData("e gbe e wa fun mi", "Delivery")]
    [InlineData("elo ni delivery", "DeliveryFee")]
    [InlineData("Èló ni owó delivery sí Yaba?", "DeliveryFee; area Yaba")]
    [InlineData("maa wa gbe e funra mi", "Pickup")]
    [InlineData("mo maa wa mu un ni shop", "Pickup")]
    [InlineData("màá rán ènìyàn wá gbé e", "Pickup")]
    [InlineData("e gbe e wa si 12 Adeniyi Jones, Ikeja", "Delivery; address '12 Adeniyi Jones, Ikeja'; area Ikeja")]
    [InlineData("Àdírẹ́sì mi ni 5 Herbert Macaulay way, Yaba", "Delivery; address '5 Herbert Macaulay way, Yaba'; area Yaba")]
    [InlineData("mo n gbe ni 14 Opebi road, legbe Mobil filling station", "Delivery; address '14 Opebi road, legbe Mobil filling station'; area Ikeja")]
    [InlineData("mo wa ni block 5 flat 3 Alausa estate, leyin church", "Delivery; address 'block 5 flat 3 Alausa estate, leyin church'; area Ikeja")]
    [InlineData("e gbe jollof meji wa si 12 Allen avenue Ikeja", "add 2 Jollof rice & chicken; Delivery; address '12 Allen avenue Ikeja'; area Ikeja")]
    [InlineData("e gbe e wa si 12 Allen avenue, Ikeja ati zobo kan", "add 1 Zobo 50cl; Delivery; address '12 Allen avenue, Ikeja'; area Ikeja")]
    [InlineData("ile mi wa ni No 3 Bode Thomas street, Surulere, iwaju GTBank", "Delivery; address 'No 3 Bode Thomas street, Surulere, iwaju GTBank'; area Surulere")]
    public void Delivery_pickup_and_addresses_are_told_apart(string said, string meant) => Assert.Equal(meant, Heard(said));

    [Theory]
    [InlineData("se e n gbe oja lo si Lekki", "DeliveryFee")]
    [InlineData("ibi ti e gbe e wa ni ijosi", "SavedAddress")]
    public void Delivery_pickup_and_addresses_are_told_apart_among_other_things(string said, string meant) => Assert.Contains(meant, Heard(said).Split("; "));

    [Theory]
    [InlineData("beeni", "Yes")]
    [InlineData("Bẹ́ẹ̀ ni", "Yes")]
    [InlineData("bẹ́ẹ̀ni, ó dára", "Yes")]
    [InlineData("o da", "Yes")]
    [InlineData("ó dára bẹ́ẹ̀", "Yes")]
    [InlineData("ko buru", "Yes")]
    [InlineData("mo gba", "Yes")]
    [InlineData("oya", "Yes")]
    [InlineData("ehen, o ye", "Yes")]
    [InlineData("ok o da", "Yes")]
    [InlineData("ko si wahala", "Yes")]
    [InlineData("rara", "No")]
    [InlineData("Rárá o", "No")]
    [InlineData("bẹ́ẹ̀ kọ́", "No")]
    [InlineData("o to, e se", "Done; Thanks")]
    [InlineData("gbogbo e niyen", "Done; Restate")]
    [InlineData("ko si nkan mii", "Done")]
    public void Yes_no_and_that_is_all_are_told_apart(string said, string meant) => Assert.Equal(meant, Heard(said));

    [Theory]
    [InlineData("mi o fe", "No")]
    public void Yes_no_and_that_is_all_are_told_apart_among_other_things(string said, string meant) => Assert.Contains(meant, Heard(said).Split("; "));

    [Theory]
    [InlineData("e fagile order mi", "CancelOrder")]
    [InlineData("mi o fe mo", "CancelOrder")]
    [InlineData("mi o ra mo", "CancelOrder")]
    [InlineData("e ma gbe e wa mo", "CancelOrder")]
    [InlineData("mo ti yi okan mi pada", "CancelOrder")]
    public void An_order_is_cancelled(string said, string meant) => Assert.Equal(meant, Heard(said));

    [Theory]
    [InlineData("nibo ni order mi de", "OrderStatus")]
    [InlineData("Níbo ni ọjà mi dé?", "OrderStatus")]
    [InlineData("ounje mi nko?", "OrderStatus")]
    [InlineData("ko tii de o", "OrderStatus")]
    [InlineData("igba wo lo maa de?", "OrderStatus")]
    [InlineData("se e ti fi ranse?", "OrderStatus")]
    [InlineData("mo si n duro de jollof mi", "OrderStatus")]
    [InlineData("jollof mi nko", "OrderStatus")]
    [InlineData("Ìgbà wo ni rider máa dé?", "OrderStatus")]
    public void Where_an_order_is_is_no_order(string said, string meant) => Assert.Equal(meant, Heard(said));

    [Theory]
    [InlineData("e din owo ku die", "Discount")]
    [InlineData("Ó ti wọ́n jù, ẹ dín in kù", "Discount")]
    [InlineData("igba wo le n ti", "Hours")]
    [InlineData("aago melo le n si lola?", "Hours")]
    [InlineData("se e ti si shop bayii", "Hours")]
    [InlineData("nibo le wa", "Location")]
    [InlineData("ki ni adiresi yin", "Location")]
    [InlineData("Níbo ni ṣọ́ọ̀bù yín wà?", "Location")]
    public void The_shop_is_asked_about(string said, string meant) => Assert.Equal(meant, Heard(said));

    [Theory]
    [InlineData("last price nko", "Discount")]
    public void The_shop_is_asked_about_among_other_things(string said, string meant) => Assert.Contains(meant, Heard(said).Split("; "));

    [Theory]
    [InlineData("e seun", "Thanks")]
    [InlineData("Ẹ ṣé gan ni o", "Thanks")]
    [InlineData("e se pupo", "Thanks")]
    [InlineData("mo dupe", "Thanks")]
    [InlineData("adupe o", "Thanks")]
    [InlineData("o dabo", "Goodbye")]
    [InlineData("Ó dàárọ̀", "Goodbye")]
    public void Thanks_and_goodbyes_are_heard(string said, string meant) => Assert.Equal(meant, Heard(said));

    [Theory]
    [InlineData("ki i se ohun ti mo order", "Complaint")]
    [InlineData("o ti baje", "Complaint")]
    [InlineData("e da owo mi pada", "Complaint")]
    [InlineData("irun wa ninu jollof", "Complaint")]
    [InlineData("order mi o pe", "Complaint")]
    public void A_complaint_is_heard(string said, string meant) => Assert.Equal(meant, Heard(said));

    [Theory]
    [InlineData("ounje yin tutu, inu mi o dun", "Complaint")]
    public void A_complaint_is_heard_among_other_things(string said, string meant) => Assert.Contains(meant, Heard(said).Split("; "));

    [Theory]
    [InlineData("mo fe ba eniyan soro", "Person")]
    [InlineData("mo fẹ́ bá ọ̀gá sọ̀rọ̀", "Person")]
    [InlineData("e pe mi jo", "Person")]
    [InlineData("eniyan", "Person")]
    [InlineData("se robot ni yin?", "AreYouBot")]
    [InlineData("ta ni mo n ba soro?", "AreYouBot")]
    public void A_person_is_asked_for(string said, string meant) => Assert.Equal(meant, Heard(said));

    [Theory]
    [InlineData("bii ti tele", "RepeatOrder")]
    [InlineData("e fun mi ni nkan ti mo ra ni ijosi", "RepeatOrder")]
    public void The_last_order_is_asked_for_again(string said, string meant) => Assert.Equal(meant, Heard(said));

    [Theory]
    [InlineData("nomba meji", "pick 2")]
    [InlineData("ekeji", "pick 2")]
    [InlineData("meji", "pick 2")]
    [InlineData("eyi ti o keyin", "pick -1")]
    [InlineData("2 ni mo fe", "pick 2")]
    [InlineData("e duro na", "Wait")]
    [InlineData("iseju kan jo", "Wait")]
    [InlineData("mo ni ibeere", "Help")]
    [InlineData("ko ye mi", "Help")]
    [InlineData("omiran", "More")]
    [InlineData("ki lo wa ninu order mi", "ShowCart")]
    public void A_list_is_answered_and_other_small_talk(string said, string meant) => Assert.Equal(meant, Heard(said));

    [Theory]
    [InlineData("bawo ni mo se le order?", "Help")]
    public void A_list_is_answered_and_other_small_talk_among_other_things(string said, string meant) => Assert.Contains(meant, Heard(said).Split("; "));

    [Theory]
    [InlineData("e fagile order 0012", "CancelOrder; order 12")]
    public void Traps_are_not_stepped_into(string said, string meant) => Assert.Equal(meant, Heard(said));

    [Theory]
    [InlineData("se jollof ata pupo wa ninu e?")]
    [InlineData("e ma fi ata si jollof")]
    [InlineData("tani o wole idibo")]
    [InlineData("kini iyato laarin jollof ati fried rice")]
    [InlineData("se jollof yin ni eran ninu?")]
    [InlineData("jollof yin se o gbona?")]
    [InlineData("okan ninu jollof yen, e yo o kuro")]
    [InlineData("se mo le yi order mi pada?")]
    [InlineData("ko ti wole?")]
    public void A_question_about_goods_puts_nothing_in_the_cart(string said) =>
        Assert.DoesNotContain(Kitchen.Hear(said).Lines, line => line.Action is LineAction.Add or LineAction.Set);

    private static string Heard(string said) => Kitchen.Hear(said).ToString();
}
