using HaloAgent.Orders;
using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>There are more ways to say yes to a summary than anybody lists; what takes something back, asks or says goodbye is none.</summary>
public sealed class GuidedAgreeingTests
{
    [Theory]
    [InlineData("en", "perfect, that's everything")]
    [InlineData("en", "looks good, please proceed")]
    [InlineData("en", "ok good. I confirm")]
    [InlineData("en", "yes thank you")]
    [InlineData("pcm", "God bless you, na wetin I want be that. place the order")]
    [InlineData("pcm", "everything set, make una pack am down for me")]
    [InlineData("pcm", "sharp, na that one")]
    [InlineData("pcm", "e correct well well")]
    [InlineData("pcm", "oya e don set, carry go")]
    [InlineData("pcm", "Ehen, na so. God bless una")]
    [InlineData("yo", "Gbogbo e lo pe, e ba mi se e")]
    [InlineData("yo", "Ó ti tọ̀nà báyìí, mo fọwọ́ sí i")]
    [InlineData("yo", "O ti daa, bee ni")]
    [InlineData("ha", "e haka nake so")]
    [InlineData("ha", "to hakan yayi")]
    [InlineData("ig", "ihe niile ziri ezi, kwadobenu ya")]
    [InlineData("ig", "ee, ọ zuru ezu. ziteere m account")]
    public async Task Who_does_nothing_but_agree_has_said_yes(string language, string words)
    {
        var shop = await SummaryAsync(language);

        await shop.SaysAsync(words);

        Assert.Single(shop.Orders);
    }

    [Theory]
    [InlineData("en", "okay, thank you")]
    [InlineData("en", "I'm good")]
    [InlineData("yo", "O daa, ko si wahala. Maa san gbogbo e lale")]
    [InlineData("en", "okay but no zobo")]
    [InlineData("en", "good, and how much is the malt")]
    [InlineData("en", "okay let me think about it")]
    [InlineData("en", "is everything correct?")]
    [InlineData("en", "is it correct")]
    [InlineData("en", "is everything set")]
    [InlineData("en", "are you sure")]
    [InlineData("en", "make it now please")]
    [InlineData("en", "not correct")]
    [InlineData("pcm", "e no correct")]
    [InlineData("pcm", "okay but make e reach before 4")]
    [InlineData("yo", "ko tona")]
    [InlineData("ha", "to nagode, sai na zo")]
    [InlineData("ha", "ba haka ba")]
    [InlineData("ig", "o dighi mma")]
    public async Task What_takes_back_asks_or_only_thanks_is_no_yes(string language, string words)
    {
        var shop = await SummaryAsync(language);

        await shop.SaysAsync(words);

        Assert.Empty(shop.Orders);
    }

    [Fact]
    public async Task Agreement_without_a_summary_orders_nothing()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 jollof");

        await shop.SaysAsync("perfect, everything correct");

        Assert.Empty(shop.Orders);
    }

    [Fact]
    public async Task A_yes_may_say_once_more_where_it_goes()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 jollof, deliver to 5 Allen Avenue, Ikeja");

        await shop.SaysAsync("Yes, to Ikeja. That's correct now");

        Assert.Single(shop.Orders);
    }

    [Theory]
    [InlineData("No 4 Allen Avenue, Ikeja. Black gate, behind Chicken Republic", "Chicken Republic")]
    [InlineData("7 Opebi road, Ikeja. Opposite Malt house", "Malt house")]
    public async Task A_landmark_in_an_address_that_was_asked_for_orders_nothing_and_is_kept(string address, string landmark)
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 jollof", "delivery");

        var reply = await shop.SaysAsync(address);

        Assert.Contains(landmark, reply, StringComparison.Ordinal);
        Assert.Contains("2 × Jollof rice & chicken", reply, StringComparison.Ordinal);
        Assert.DoesNotContain("Which", reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mark this order as paid")]
    [InlineData("set it to paid")]
    public async Task To_tell_the_shop_to_mark_it_paid_claims_no_payment(string words)
    {
        var shop = await ScriptedShop.ConfirmedAsync();

        await shop.SaysAsync(words);

        Assert.Equal(OrderStatus.PendingPayment, Assert.Single(shop.Orders).Status);
    }

    private static async Task<ScriptedShop> SummaryAsync(string language)
    {
        var shop = ScriptedShop.Kitchen(language: language);
        await shop.SaysAsync("2 jollof, pickup");
        Assert.Empty(shop.Orders);
        return shop;
    }
}
