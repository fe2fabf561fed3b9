using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using Xunit;

namespace HaloAgent.UnitTests.Guided.Igbo;

/// <summary>Claims of payment in Igbo, and what is none.</summary>
public sealed class IgboPayingTests
{
    private static readonly Listener Kitchen = new("ig", Shops.Kitchen, Shops.Areas);

    [Theory]
    [InlineData("akwuola m", "Paid")]
    [InlineData("Akwụọla m ụgwọ", "Paid")]
    [InlineData("akwugo m ugwo", "Paid")]
    [InlineData("a kwuola m ugwo ya", "Paid")]
    [InlineData("ezigala m ego", "Paid")]
    [InlineData("ezipula m ego ahu ugbu a", "Paid")]
    [InlineData("emeela m transfer", "Paid")]
    [InlineData("m kwuru ugwo taa", "Paid")]
    [InlineData("ego abatala?", "Paid")]
    [InlineData("unu ahula alert?", "Paid")]
    [InlineData("akwuola m 7000", "Paid")]
    [InlineData("zitere m account number", "PaymentDetails")]
    [InlineData("kedu bank", "PaymentDetails")]
    public void A_payment_is_claimed(string said, string meant) => Assert.Equal(meant, Heard(said));

    [Theory]
    [InlineData("e transferala m", "Paid")]
    [InlineData("etinyela m ego na account unu", "Paid")]
    [InlineData("lee account unu, akwuola m", "Paid")]
    [InlineData("ha ewepula m ego", "Paid")]
    [InlineData("Kedu ka m ga-esi kwụọ ụgwọ?", "PaymentDetails")]
    [InlineData("ebee ka m ga-eziga ego", "PaymentDetails")]
    [InlineData("enwere m ike ikwu ya mgbe unu butere ya?", "PayOnDelivery")]
    public void A_payment_is_claimed_among_other_things(string said, string meant) => Assert.Contains(meant, Heard(said).Split("; "));

    [Theory]
    [InlineData("aga m akwu ugwo echi")]
    [InlineData("m ga akwu ya emesia")]
    [InlineData("achoro m ikwu ugwo")]
    [InlineData("akwubeghi m")]
    [InlineData("akwubeghi m ugwo")]
    [InlineData("akwughi m ugwo")]
    [InlineData("ma m kwuo ugwo, unu ga-ebute ya taa?")]
    [InlineData("mgbe m kwuchara, kedu mgbe o ga-abia")]
    [InlineData("tupu m akwuo ugwo, ego ole ka delivery bu")]
    [InlineData("kedu ka m ga-esi kwuo ugwo")]
    [InlineData("enwere m ike ikwu mgbe unu bia?")]
    [InlineData("ka m kwuo ugwo ugbu a")]
    [InlineData("onye ga-akwu rider ugwo")]
    [InlineData("transfer m agaghi")]
    [InlineData("oburu na m akwuola, gini ozo")]
    [InlineData("enwebeghi m ohere ikwu ugwo, aga m akwu n'abali")]
    [InlineData("m ruo ulo m akwuo")]
    [InlineData("echi ka m ga-akwu ugwo")]
    [InlineData("ka m kwuo ego ahu ugbu a?")]
    [InlineData("ego ole niile ka m ga-akwu")]
    [InlineData("m nwere ike inye rider cash ma o bia?")]
    [InlineData("akwubeghi m ihe obula")]
    [InlineData("achoro m iri amala. unu nwere ya?")]
    [InlineData("di m ga-akwu ugwo mgbe o bia")]
    [InlineData("ka m gwa nwunye m tupu m akwuo ugwo")]
    [InlineData("ndo, akwubeghi m, network bank m adighi mma")]
    [InlineData("m kwuo ugba a unu ga-ebute ya ngwa ngwa?")]
    [InlineData("unu na-anara transfer ka o bu cash")]
    [InlineData("chere m, ana m acho ego")]
    [InlineData("agaghi m akwu ego obula")]
    [InlineData("nwanne m ga-ezite ego echi")]
    [InlineData("ma uhuruchi ruo m akwuo ya")]
    public void What_only_looks_like_a_payment_claims_none(string said) => Assert.False(Kitchen.Hear(said).Has(Intent.Paid), Heard(said));

    private static string Heard(string said) => Kitchen.Hear(said).ToString();
}
