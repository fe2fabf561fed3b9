using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.Languages;
using Xunit;

namespace HaloAgent.UnitTests.Guided.Hausa;

/// <summary>What people write in Hausa besides goods.</summary>
public sealed class HausaIntentTests
{
    private static readonly Listener Listener = new("ha", Shops.Kitchen, Shops.Areas);

    [Theory]
    [InlineData("slm", "Greeting")]
    [InlineData("ina kwana hajiya", "Greeting")]
    [InlineData("Barka da yamma", "Greeting")]
    [InlineData("yaya kasuwa?", "Greeting")]
    [InlineData("mai kuke sayarwa don Allah", "Menu")]
    [InlineData("Don Allah a turomin menu", "Menu")]
    [InlineData("wane irin abinci kuke da shi", "Menu")]
    [InlineData("nawa ne duka", "Price")]
    [InlineData("kari", "More")]
    [InlineData("a turo min hoto", "Pictures")]
    [InlineData("kuna kai kaya zuwa Yaba?", "DeliveryFee; area Yaba")]
    [InlineData("nawa ne kudin kai kaya zuwa Ikeja", "DeliveryFee; area Ikeja")]
    [InlineData("a kawo min gida", "Delivery")]
    [InlineData("zan zo da kaina in karba", "Pickup")]
    [InlineData("zan aiko yaro ya ɗauka", "Pickup")]
    [InlineData("soke oda ta", "CancelOrder")]
    [InlineData("na fasa", "CancelOrder")]
    [InlineData("ina oda ta?", "OrderStatus")]
    [InlineData("kayana fa?", "OrderStatus")]
    [InlineData("har yanzu bai zo ba", "OrderStatus")]
    [InlineData("rider din yana ina", "OrderStatus")]
    [InlineData("a turo min lambar asusu", "PaymentDetails")]
    [InlineData("a yi min ragi", "Discount")]
    [InlineData("kudin yayi tsada a rage min", "Discount")]
    [InlineData("ƙarfe nawa kuke buɗewa", "Hours")]
    [InlineData("kuna bude ranar Juma'a?", "Hours")]
    [InlineData("ina shagonku yake", "Location")]
    [InlineData("nagode sosai", "Thanks")]
    [InlineData("mun gode Allah ya saka da alheri", "Thanks")]
    [InlineData("shinkafar ta yi sanyi kuma nama bai dahu ba", "Complaint")]
    [InlineData("ba abin da na yi oda ba ne", "Complaint")]
    [InlineData("a mayar min da kudina", "Complaint")]
    [InlineData("tun dazu nake jira", "Complaint")]
    [InlineData("ina so in yi magana da mutum", "Person")]
    [InlineData("a haɗa ni da manaja", "Person")]
    [InlineData("kai mutum ne ko robot?", "AreYouBot")]
    [InlineData("sai an jima", "Goodbye")]
    [InlineData("irin na jiya", "RepeatOrder")]
    [InlineData("dan jira", "Wait")]
    [InlineData("ban gane ba", "Help")]
    public void A_wish_is_heard(string said, string meant) => Assert.Equal(meant, Listener.Hear(said).ToString());

    [Theory]
    [InlineData("eh")]
    [InlineData("Ehh")]
    [InlineData("na'am")]
    [InlineData("haka ne")]
    [InlineData("to")]
    [InlineData("toh")]
    [InlineData("yayi kyau")]
    [InlineData("na yarda")]
    [InlineData("eh na tabbatar, a shirya")]
    [InlineData("babu matsala")]
    [InlineData("to shikenan")]
    public void A_yes_is_a_yes(string said)
    {
        var heard = Listener.Hear(said);
        Assert.True(heard.Has(Intent.Yes));
        Assert.False(heard.Has(Intent.No));
    }

    [Theory]
    [InlineData("a'a")]
    [InlineData("aa")]
    [InlineData("a a")]
    [InlineData("ah ah")]
    [InlineData("ba haka ba")]
    [InlineData("a'a ba haka nake nufi ba")]
    [InlineData("ba na so")]
    public void A_no_is_a_no(string said)
    {
        var heard = Listener.Hear(said);
        Assert.True(heard.Has(Intent.No));
        Assert.False(heard.Has(Intent.Yes));
    }

    [Theory]
    [InlineData("na biya")]
    [InlineData("nabiya")]
    [InlineData("na riga na biya kudin")]
    [InlineData("na tura kuɗi")]
    [InlineData("na turo kudin ta opay")]
    [InlineData("mun biya")]
    [InlineData("na yi muku transfer")]
    [InlineData("kun ga alert?")]
    [InlineData("kudin ya shiga account dinku?")]
    [InlineData("an cire min kudi")]
    [InlineData("ga rasit")]
    [InlineData("abokina ya biya muku")]
    public void Who_says_to_have_paid_claims_it(string said) => Assert.True(Listener.Hear(said).Has(Intent.Paid));

    [Theory]
    [InlineData("zan biya")]
    [InlineData("zan biya gobe da safe")]
    [InlineData("yaya zan biya?")]
    [InlineData("ta yaya zan biya")]
    [InlineData("ina zan biya")]
    [InlineData("zan iya biya idan an kawo?")]
    [InlineData("ban biya ba tukuna")]
    [InlineData("idan na biya yaushe za a kawo")]
    [InlineData("in na biya za ku kawo yau?")]
    [InlineData("ina so in biya")]
    [InlineData("biya nake so in yi")]
    [InlineData("sai gobe zan tura kudin")]
    [InlineData("bari in yi transfer")]
    [InlineData("ba na biya sai na ga kaya")]
    [InlineData("na kasa biya, network ya ki")]
    [InlineData("transfer din ya ki tafiya")]
    [InlineData("nawa zan tura")]
    [InlineData("Allah ya biya ku")]
    public void What_only_sounds_like_a_payment_is_none(string said) => Assert.False(Listener.Hear(said).Has(Intent.Paid));

    [Theory]
    [InlineData("na biya dubu tara da dari uku", 9300)]
    [InlineData("na tura muku dubu biyar", 5000)]
    [InlineData("na yi muku transfer na 9300", 9300)]
    public void The_amount_said_to_be_paid_is_kept(string said, int naira) => Assert.Equal(naira, Listener.Hear(said).Amount);

    [Theory]
    [InlineData("Ku daina turo min saƙo", OptOutWish.Stop)]
    [InlineData("kar a sake turo min sako", OptOutWish.Stop)]
    [InlineData("a cire ni", OptOutWish.Stop)]
    [InlineData("ku ci gaba da turo min saƙo", OptOutWish.Start)]
    [InlineData("a cire zobo", OptOutWish.None)]
    [InlineData("soke oda", OptOutWish.None)]
    public void Only_a_whole_message_asks_for_silence(string said, OptOutWish wish) => Assert.Equal(wish, OptOutWords.Match(said));

    [Theory]
    [InlineData("ka rubuta min labari")]
    [InlineData("wa ya ci wasan kwallon jiya?")]
    public void What_is_no_business_of_a_shop_is_heard_as_that(string said) => Assert.True(Listener.Hear(said).IsOnly(Intent.OffTopic));
}
