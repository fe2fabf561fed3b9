using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using Xunit;

namespace HaloAgent.UnitTests.Guided.Igbo;

/// <summary>What customers write in Igbo, with accents and without, and what is understood of it.</summary>
public sealed class IgboUnderstandingTests
{
    private static readonly Listener Kitchen = new("ig", Shops.Kitchen, Shops.Areas);

    [Theory]
    [InlineData("achoro m jollof abuo", "add 2 Jollof rice & chicken")]
    [InlineData("Achọrọ m ịzụ jollof abụọ na otu zobo", "add 2 Jollof rice & chicken; add 1 Zobo 50cl")]
    [InlineData("nyem zobo ato", "add 3 Zobo 50cl")]
    [InlineData("Biko nye m 3 bottles of zobo", "add 3 Zobo 50cl")]
    [InlineData("Achoro m 2 packs of jollof biko", "add 2 Jollof rice & chicken")]
    [InlineData("wetara m moi moi anọ na malt abuo", "add 4 Moi moi; add 2 Malt")]
    [InlineData("efere jollof abuo", "add 2 Jollof rice & chicken")]
    [InlineData("achoro m efere abuo nke egusi", "add 2 Egusi soup & pounded yam")]
    [InlineData("otu efere amala biko", "add 1 Amala & ewedu")]
    [InlineData("karama zobo ise", "add 5 Zobo 50cl")]
    [InlineData("zobo 2, malt 3", "add 2 Zobo 50cl; add 3 Malt")]
    [InlineData("jollof abuo, zobo ato, otu meat pie", "add 2 Jollof rice & chicken; add 3 Zobo 50cl; add 1 Meat pie")]
    [InlineData("meat pie iri na abuo", "add 12 Meat pie")]
    [InlineData("aga m azu puff puff iri abuo", "add 20 Puff puff")]
    [InlineData("Ka m zụọ shawarma abụọ", "add 2 Chicken shawarma")]
    [InlineData("Ututu oma, achoro m izu osikapa jollof abuo", "add 2 Jollof rice & chicken; Greeting")]
    [InlineData("Nne biko zutara m malt ato", "add 3 Malt")]
    [InlineData("acholu m suya okuko abuo", "add 2 Chicken suya")]
    [InlineData("achoro m egusi abuo na moi moi abuo", "add 2 Egusi soup & pounded yam; add 2 Moi moi")]
    [InlineData("enwere m ike inweta shawarma abuo?", "add 2 Chicken shawarma")]
    [InlineData("achoro m jollof na zobo, abuo abuo", "add 2 Jollof rice & chicken; add 2 Zobo 50cl")]
    [InlineData("achoro m otu mmiri na otu fried rice", "add 1 Bottled water 75cl; add 1 Fried rice & turkey")]
    [InlineData("nye m ntakiri zobo", "add some Zobo 50cl")]
    [InlineData("achoro m pizza abuo", "add 2 ?pizza")]
    [InlineData("ziteere m jollof ato", "add 3 Jollof rice & chicken")]
    [InlineData("a choro m mkpuru meat pie isii", "add 6 Meat pie")]
    [InlineData("tinye moi moi abuo", "+add 2 Moi moi")]
    [InlineData("tinye otu zobo ozo", "+add 1 Zobo 50cl")]
    [InlineData("otu zobo ozo biko", "+add 1 Zobo 50cl")]
    [InlineData("Tinyekwuo malt abụọ", "+add 2 Malt")]
    [InlineData("tinye abuo ozo", "+add 2 it")]
    [InlineData("otu ozo", "+add 1 it")]
    [InlineData("add malt abuo", "+add 2 Malt")]
    [InlineData("wepu zobo", "remove Zobo 50cl")]
    [InlineData("wepukwa otu zobo", "remove 1 Zobo 50cl")]
    [InlineData("wepụ otu malt", "remove 1 Malt")]
    [InlineData("achoghizi m zobo", "remove Zobo 50cl")]
    [InlineData("achoghi m zobo ahu ozo", "remove Zobo 50cl")]
    [InlineData("kagbuo malt ahu", "remove Malt")]
    [InlineData("cancel zobo biko", "remove Zobo 50cl")]
    [InlineData("mee jollof ato", "set 3 Jollof rice & chicken")]
    [InlineData("mba, mee ya ato", "set 3 it")]
    [InlineData("mba, ato", "set 3 it")]
    [InlineData("mee ka o buru ano", "set 4 it")]
    [InlineData("o bu ato ka m choro", "set 3 it")]
    [InlineData("gbanwee ya ka ọ bụrụ abụọ", "set 2 it")]
    [InlineData("gbanwee zobo ka o buru malt", "swap Zobo 50cl for Malt")]
    [InlineData("nye m malt kama zobo", "swap Zobo 50cl for Malt")]
    [InlineData("kama zobo nye m malt abuo", "swap Zobo 50cl for 2 Malt")]
    [InlineData("wepu zobo, tinye malt abuo", "remove Zobo 50cl; +add 2 Malt")]
    public void Goods_are_heard_with_their_quantities_and_changes(string said, string meant) => Assert.Equal(meant, Heard(said));

    [Theory]
    [InlineData("puff puff puku naira abuo", "add ₦2000 Puff puff")]
    [InlineData("rice 500 naira", "add ₦500 Jollof rice & chicken or Fried rice & turkey or Ofada rice & ayamase")]
    public void Goods_are_heard_with_their_quantities_and_changes_among_other_things(string said, string meant) => Assert.Contains(meant, Heard(said).Split("; "));

    [Theory]
    [InlineData("ego ole ka jollof bu", "price Jollof rice & chicken")]
    [InlineData("Ego ole ka zobo bụ?", "price Zobo 50cl")]
    [InlineData("jollof bu ego ole", "price Jollof rice & chicken")]
    [InlineData("egole ka unu na-ere moi moi?", "price Moi moi")]
    [InlineData("kedu onu ahia egusi na malt", "price Egusi soup & pounded yam; price Malt")]
    [InlineData("ole ka shawarma bu biko", "price Chicken shawarma")]
    [InlineData("ego ole ka jollof abuo bu", "price 2 Jollof rice & chicken")]
    [InlineData("ihe niile bu ego ole", "Price")]
    [InlineData("unu nwere zobo?", "availability Zobo 50cl")]
    [InlineData("Ị nwere amala taa?", "availability Amala & ewedu")]
    [InlineData("zobo o di?", "availability Zobo 50cl")]
    [InlineData("jollof adi?", "availability Jollof rice & chicken")]
    [InlineData("malt kwanu?", "availability Malt")]
    [InlineData("unu ka nwere moi moi", "availability Moi moi")]
    [InlineData("zobo o foduru", "availability Zobo 50cl")]
    [InlineData("unu nwere pizza", "availability ?pizza")]
    public void Questions_about_goods_order_nothing(string said, string meant) => Assert.Equal(meant, Heard(said));

    [Theory]
    [InlineData("ego niile o bu ole?", "Price")]
    public void Questions_about_goods_order_nothing_among_other_things(string said, string meant) => Assert.Contains(meant, Heard(said).Split("; "));

    [Theory]
    [InlineData("ndewo", "Greeting")]
    [InlineData("Ndewo nne", "Greeting")]
    [InlineData("kedu", "Greeting")]
    [InlineData("Kedu ka ị mere?", "Greeting")]
    [InlineData("ututu oma", "Greeting")]
    [InlineData("Ehihie ọma", "Greeting")]
    [InlineData("Mgbede ọma sir", "Greeting")]
    [InlineData("Nnọọ", "Greeting")]
    [InlineData("i boola chi", "Greeting")]
    [InlineData("kedu maka ahia", "Greeting")]
    [InlineData("Deeje", "Greeting")]
    public void Greetings_are_heard(string said, string meant) => Assert.Equal(meant, Heard(said));

    [Theory]
    [InlineData("gini ka unu na-ere", "Menu")]
    [InlineData("Gịnị ka unu nwere?", "Menu")]
    [InlineData("kedu nri unu nwere", "Menu")]
    [InlineData("ziteere m menu", "Menu")]
    [InlineData("biko zitere m price list", "Menu")]
    [InlineData("gosi m ihe unu na ere", "Menu")]
    [InlineData("aguu na-agu m, gini di?", "Menu")]
    [InlineData("achoro m nri", "Menu")]
    [InlineData("zitere m foto", "Pictures")]
    public void What_the_shop_has_is_asked_for(string said, string meant) => Assert.Equal(meant, Heard(said));

    [Theory]
    [InlineData("kedu drinks unu nwere", "category Drinks")]
    [InlineData("ziteere m foto jollof", "Pictures")]
    public void What_the_shop_has_is_asked_for_among_other_things(string said, string meant) => Assert.Contains(meant, Heard(said).Split("; "));

    [Theory]
    [InlineData("butere m ya n'ulo", "Delivery")]
    [InlineData("ego ole ka delivery bu", "DeliveryFee")]
    [InlineData("delivery ruo Yaba bu ego ole", "DeliveryFee; area Yaba")]
    [InlineData("Aga m abịa buru ya", "Pickup")]
    [InlineData("m ga abia were ya n'ulo ahia", "Pickup")]
    [InlineData("aga m ezite mmadu ka o buru ya", "Pickup")]
    [InlineData("wetara m ya na 12 Adeniyi Jones, Ikeja", "Delivery; address '12 Adeniyi Jones, Ikeja'; area Ikeja")]
    [InlineData("Adreesị m bụ 5 Herbert Macaulay way, Yaba", "Delivery; address '5 Herbert Macaulay way, Yaba'; area Yaba")]
    [InlineData("ebi m na 14 Opebi road, nso Mobil filling station", "Delivery; address '14 Opebi road, nso Mobil filling station'; area Ikeja")]
    [InlineData("ano m na block 5 flat 3 Alausa estate, n'azu church", "Delivery; address 'block 5 flat 3 Alausa estate, n'azu church'; area Ikeja")]
    [InlineData("wetara m jollof abuo na 12 Allen avenue Ikeja", "add 2 Jollof rice & chicken; Delivery; address '12 Allen avenue Ikeja'; area Ikeja")]
    [InlineData("butere m ya na 12 Allen avenue, Ikeja na otu zobo", "add 1 Zobo 50cl; Delivery; address '12 Allen avenue, Ikeja'; area Ikeja")]
    [InlineData("ulo m di na No 3 Bode Thomas street, Surulere, n'akuku GTBank", "Delivery; address 'No 3 Bode Thomas street, Surulere, n'akuku GTBank'; area Surulere")]
    public void Delivery_pickup_and_addresses_are_told_apart(string said, string meant) => Assert.Equal(meant, Heard(said));

    [Theory]
    [InlineData("wetara m ya biko", "Delivery")]
    [InlineData("unu na-ebuga na Lekki?", "DeliveryFee")]
    [InlineData("ebe unu butere nke mbu", "SavedAddress")]
    public void Delivery_pickup_and_addresses_are_told_apart_among_other_things(string said, string meant) => Assert.Contains(meant, Heard(said).Split("; "));

    [Theory]
    [InlineData("ee", "Yes")]
    [InlineData("Eee", "Yes")]
    [InlineData("eeh", "Yes")]
    [InlineData("ọ dị mma", "Yes")]
    [InlineData("odimma", "Yes")]
    [InlineData("ngwanu", "Yes")]
    [InlineData("o bu ya", "Yes")]
    [InlineData("ekwetara m", "Yes")]
    [InlineData("ee, gaa n'ihu", "Yes")]
    [InlineData("nsogbu adighi", "Yes")]
    [InlineData("ee biko", "Yes")]
    [InlineData("mba", "No")]
    [InlineData("mbanu", "No")]
    [InlineData("mba biko", "No")]
    [InlineData("ọ bụghị ya", "No")]
    [InlineData("o zuola, daalu", "Done; Thanks")]
    [InlineData("naani nke ahu", "Done")]
    [InlineData("ya bu ihe niile", "Done; Restate")]
    public void Yes_no_and_that_is_all_are_told_apart(string said, string meant) => Assert.Equal(meant, Heard(said));

    [Theory]
    [InlineData("achoghi m", "No")]
    public void Yes_no_and_that_is_all_are_told_apart_among_other_things(string said, string meant) => Assert.Contains(meant, Heard(said).Split("; "));

    [Theory]
    [InlineData("kagbuo order m", "CancelOrder")]
    [InlineData("achoghizi m ya", "CancelOrder")]
    [InlineData("hapu ya", "CancelOrder")]
    [InlineData("ebutezila ya", "CancelOrder")]
    [InlineData("agbanweela m uche m", "CancelOrder")]
    public void An_order_is_cancelled(string said, string meant) => Assert.Equal(meant, Heard(said));

    [Theory]
    [InlineData("kedu ebe order m di", "OrderStatus")]
    [InlineData("Kedu ebe ihe m dị?", "OrderStatus")]
    [InlineData("nri m kwanu", "OrderStatus")]
    [InlineData("o rubeghi", "OrderStatus")]
    [InlineData("kedu mgbe o ga-abia?", "OrderStatus")]
    [InlineData("unu ezigala ya?", "OrderStatus")]
    [InlineData("ana m eche jollof m", "OrderStatus")]
    [InlineData("jollof m kwanu", "OrderStatus")]
    [InlineData("Olee mgbe rider ga-abịa?", "OrderStatus")]
    public void Where_an_order_is_is_no_order(string said, string meant) => Assert.Equal(meant, Heard(said));

    [Theory]
    [InlineData("belata ego biko", "Discount")]
    [InlineData("Ọ dị oke ọnụ, wepụtụ ego", "Discount")]
    [InlineData("o dara onu", "Discount")]
    [InlineData("kedu mgbe unu na-emechi", "Hours")]
    [InlineData("unu mepere emepe taa?", "Hours")]
    [InlineData("elekere ole ka unu na-emeghe", "Hours")]
    [InlineData("ebee ka unu no", "Location")]
    [InlineData("kedu ebe shop unu di", "Location")]
    [InlineData("gini bu adiresi unu", "Location")]
    [InlineData("daalu", "Thanks")]
    [InlineData("Daalụ nke ukwuu", "Thanks")]
    [InlineData("imela", "Thanks")]
    [InlineData("Chukwu gozie gi", "Thanks")]
    [InlineData("ka o di", "Goodbye")]
    [InlineData("ka chi fo", "Goodbye")]
    public void The_shop_is_asked_about(string said, string meant) => Assert.Equal(meant, Heard(said));

    [Theory]
    [InlineData("o bughi ihe m zuru", "Complaint")]
    [InlineData("o mebiela", "Complaint")]
    [InlineData("nyeghachi m ego m", "Complaint")]
    [InlineData("order m ezughi ezu", "Complaint")]
    [InlineData("unu bu ndi wayo", "Complaint")]
    public void A_complaint_is_heard(string said, string meant) => Assert.Equal(meant, Heard(said));

    [Theory]
    [InlineData("nri a juru oyi, obi adighi m mma", "Complaint")]
    [InlineData("ntutu di na jollof m", "Complaint")]
    public void A_complaint_is_heard_among_other_things(string said, string meant) => Assert.Contains(meant, Heard(said).Split("; "));

    [Theory]
    [InlineData("achoro m igwa mmadu okwu", "Person")]
    [InlineData("ka m gwa manager okwu", "Person")]
    [InlineData("biko kpoo m", "Person")]
    [InlineData("mmadu", "Person")]
    [InlineData("i bu robot?", "AreYouBot")]
    public void A_person_is_asked_for(string said, string meant) => Assert.Equal(meant, Heard(said));

    [Theory]
    [InlineData("onye ka m na-agwa okwu?", "AreYouBot")]
    public void A_person_is_asked_for_among_other_things(string said, string meant) => Assert.Contains(meant, Heard(said).Split("; "));

    [Theory]
    [InlineData("ka nke mbu", "RepeatOrder")]
    [InlineData("nye m ihe m zuru oge gara aga", "RepeatOrder")]
    [InlineData("nomba abuo", "pick 2")]
    [InlineData("nke abuo", "pick 2")]
    [InlineData("abuo", "pick 2")]
    [InlineData("nke ikpeazu", "pick -1")]
    [InlineData("chere m", "Wait")]
    [InlineData("were nwayo", "Wait")]
    [InlineData("enwere m ajuju", "Help")]
    [InlineData("aghotaghi m", "Help")]
    [InlineData("ndi ozo", "More")]
    [InlineData("gini di n'order m", "ShowCart")]
    [InlineData("kagbuo order 0012", "CancelOrder; order 12")]
    [InlineData("ego ole ka o bu", "Price")]
    public void A_list_is_answered_and_other_small_talk(string said, string meant) => Assert.Equal(meant, Heard(said));

    [Theory]
    [InlineData("kedu ka m ga-esi zuo ihe?", "Help")]
    public void A_list_is_answered_and_other_small_talk_among_other_things(string said, string meant) => Assert.Contains(meant, Heard(said).Split("; "));

    [Theory]
    [InlineData("jollof a o na-ere ose?")]
    [InlineData("etinyela ose na jollof")]
    [InlineData("Enwere m malt n'ulo, wepu ya")]
    [InlineData("kedu ihe di iche na jollof na fried rice")]
    [InlineData("jollof unu o nwere anu?")]
    [InlineData("jollof unu o na-ekpo oku?")]
    [InlineData("etinyela malt na order m")]
    [InlineData("enwere m ike igbanwe order m?")]
    public void A_question_about_goods_puts_nothing_in_the_cart(string said) =>
        Assert.DoesNotContain(Kitchen.Hear(said).Lines, line => line.Action is LineAction.Add or LineAction.Set);

    private static string Heard(string said) => Kitchen.Hear(said).ToString();
}
