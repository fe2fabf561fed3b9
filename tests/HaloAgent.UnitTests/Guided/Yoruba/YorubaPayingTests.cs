using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using Xunit;

namespace HaloAgent.UnitTests.Guided.Yoruba;

/// <summary>Claims of payment in Yoruba, and what is none.</summary>
public sealed class YorubaPayingTests
{
    private static readonly Listener Kitchen = new("yo", Shops.Kitchen, Shops.Areas);

    [Theory]
    [InlineData("mo ti sanwo", "Paid")]
    [InlineData("moti sanwo", "Paid")]
    [InlineData("mo ti san owo naa", "Paid")]
    [InlineData("mo ti fi owo ranse", "Paid")]
    public void A_payment_is_claimed(string said, string meant) => Assert.Equal(meant, Heard(said));

    [Theory]
    [InlineData("Mo ti sanwó náà", "Paid")]
    [InlineData("mo ti transfer", "Paid")]
    [InlineData("mo ti fi 5000 ranse si account yin", "Paid")]
    [InlineData("mo sese sanwo tan", "Paid")]
    [InlineData("owo ti wole?", "Paid")]
    [InlineData("se e ti ri alert", "Paid")]
    [InlineData("e wo account yin, mo ti san", "Paid")]
    [InlineData("won ti debit mi", "Paid")]
    [InlineData("mo ti pay o", "Paid")]
    public void A_payment_is_claimed_among_other_things(string said, string meant) => Assert.Contains(meant, Heard(said).Split("; "));

    [Theory]
    [InlineData("e fi account number ranse", "PaymentDetails")]
    public void How_to_pay_is_asked(string said, string meant) => Assert.Equal(meant, Heard(said));

    [Theory]
    [InlineData("Báwo ni mo ṣe máa sanwó?", "PaymentDetails")]
    [InlineData("bank wo le n lo", "PaymentDetails")]
    [InlineData("ibo ni ki n fi owo si", "PaymentDetails")]
    [InlineData("se mo le sanwo ti e ba gbe e de?", "PayOnDelivery")]
    public void How_to_pay_is_asked_among_other_things(string said, string meant) => Assert.Contains(meant, Heard(said).Split("; "));

    [Theory]
    [InlineData("mo fe sanwo")]
    [InlineData("maa sanwo lola")]
    [InlineData("mo maa san owo naa laipe")]
    [InlineData("mi o tii sanwo")]
    [InlineData("mi o ti i san owo")]
    [InlineData("ti mo ba ti sanwo, se e maa gbe e wa loni?")]
    [InlineData("ki n to sanwo, elo ni delivery")]
    [InlineData("bawo ni mo se maa sanwo")]
    [InlineData("se mo le sanwo ti e ba de?")]
    [InlineData("leyin ti mo ba ti sanwo nko")]
    [InlineData("mo n bo wa sanwo")]
    [InlineData("transfer mi ko ti lo")]
    [InlineData("se e ti sanwo fun rider")]
    [InlineData("e ko essay fun mi")]
    [InlineData("mi o tii ri aaye san owo naa, ma san lale")]
    [InlineData("ma san ti mo ba dele")]
    [InlineData("ola ni mo maa sanwo o")]
    [InlineData("se ki n san owo bayii?")]
    [InlineData("elo ni gbogbo owo ti mo maa san")]
    [InlineData("se mo le fun rider ni cash to ba de")]
    [InlineData("Mo fe je amala abula. se e ni?")]
    [InlineData("oko mi maa sanwo ti o ba de")]
    [InlineData("e je ki n ba iyawo mi so ki n to sanwo")]
    [InlineData("e ma binu, mi o tii san, network bank mi o da")]
    [InlineData("ti mo ba san bayii se e maa gbe e wa kiakia")]
    [InlineData("se e gba transfer ni abi cash")]
    [InlineData("e duro fun mi, mo n wa owo")]
    [InlineData("mi o ni san owo kankan")]
    [InlineData("ogbeni mi lo maa fi owo ranse lola")]
    [InlineData("ma a san an to ba di irole")]
    public void What_only_looks_like_a_payment_claims_none(string said) => Assert.False(Kitchen.Hear(said).Has(Intent.Paid), Heard(said));

    private static string Heard(string said) => Kitchen.Hear(said).ToString();
}
