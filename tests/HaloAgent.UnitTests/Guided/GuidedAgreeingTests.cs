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

    /// <summary>Made of nothing but words that agree or stand beside them.</summary>
    [Theory]
    [InlineData("en", "No problem, I will pay tonight")]
    [InlineData("pcm", "No wahala, I go pay for night")]
    [InlineData("yo", "ko si wahala, maa san lale")]
    [InlineData("yo", "O daa, mi o ni le san")]
    [InlineData("ha", "Babu matsala, zan biya anjima")]
    [InlineData("ig", "Nsogbu adighi, m ga akwu echi")]
    [InlineData("en", "everything is in order, I will pay tonight")]
    [InlineData("en", "No wahala, see you tomorrow")]
    [InlineData("en", "no worries, I'll let you know")]
    [InlineData("en", "just one is fine")]
    [InlineData("en", "one for me is fine")]
    [InlineData("en", "and one for my sister, okay")]
    [InlineData("en", "this one is for me, and one for my friend, okay")]
    [InlineData("en", "book me for the right one")]
    [InlineData("en", "and another for my sister, okay")]
    [InlineData("en", "let me correct my order")]
    [InlineData("en", "let us make it right")]
    [InlineData("pcm", "make you correct the order")]
    [InlineData("pcm", "make you correct am")]
    [InlineData("en", "set it right")]
    [InlineData("en", "I am with my brother right now")]
    [InlineData("en", "I'm with my boss right now")]
    [InlineData("en", "I'm on my way right now")]
    [InlineData("en", "let us confirm with my boss")]
    [InlineData("pcm", "I wan confirm")]
    [InlineData("en", "Yes, if it reaches before 4")]
    [InlineData("en", "ok if it is hot")]
    [InlineData("en", "confirm if the rider can come by 4")]
    [InlineData("pcm", "confirm am if e go reach before 4")]
    [InlineData("ha", "eh idan zai iso kafin karfe 4")]
    [InlineData("ig", "ee ma oburu na o ga eru tupu elekere 4")]
    [InlineData("yo", "beeni ti e ba le mu wa kiakia")]
    [InlineData("ha", "na ƙi yarda")]
    [InlineData("ha", "na ki amince da haka")]
    [InlineData("ha", "na ki haka")]
    [InlineData("ha", "na yi")]
    [InlineData("en", "and is this correct")]
    [InlineData("en", "then is everything correct")]
    [InlineData("en", "ok, are we good")]
    [InlineData("en", "my order, is it complete")]
    [InlineData("pcm", "una sure")]
    [InlineData("pcm", "you sure")]
    [InlineData("pcm", "e correct abi")]
    [InlineData("pcm", "you go send am now, right")]
    [InlineData("en", "everything is done, right")]
    [InlineData("yo", "order mi se o ti pe")]
    [InlineData("yo", "bayi se o da")]
    [InlineData("en", "we are good for now")]
    [InlineData("en", "we are okay")]
    [InlineData("en", "we are good, my dear")]
    [InlineData("en", "all good for now")]
    [InlineData("en", "alright let me go now")]
    [InlineData("pcm", "oya make i go now")]
    [InlineData("yo", "o daa, mo maa lo")]
    [InlineData("yo", "o da, mo fe lo")]
    [InlineData("ig", "ngwa ka m gaa")]
    [InlineData("en", "fine, to my place please")]
    [InlineData("pcm", "oya send am go for my place")]
    [InlineData("yo", "mo fe gba")]
    [InlineData("yo", "e ti gba")]
    [InlineData("yo", "e gba mi")]
    [InlineData("yo", "mo maa pe")]
    [InlineData("yo", "e ba mi pe")]
    [InlineData("yo", "o ti n pe")]
    [InlineData("ig", "unu ziri ya")]
    [InlineData("ig", "m ziri ya")]
    [InlineData("ig", "unu zuru m")]
    [InlineData("pcm", "e choke me")]
    [InlineData("en", "make it very nice please")]
    [InlineData("en", "make it complete")]
    [InlineData("en", "okay and one for my sister")]
    [InlineData("en", "yes, let me correct it first")]
    [InlineData("en", "Everything is fine, right")]
    [InlineData("en", "Looks good?")]
    [InlineData("en", "All correct?")]
    [InlineData("ha", "haka ne ko")]
    [InlineData("en", "I will tell you when you can proceed")]
    [InlineData("en", "I don't want you to book it for me")]
    [InlineData("ig", "Achoghi m ka unu gaa nihu")]
    [InlineData("ha", "To, a yi mana hakuri")]
    [InlineData("en", "Okay, wait")]
    [InlineData("en", "Okay, hold on")]
    [InlineData("en", "Okay, one minute")]
    [InlineData("pcm", "Oya wait first")]
    [InlineData("pcm", "Okay, hold on small")]
    [InlineData("ha", "To, ku jira")]
    [InlineData("ha", "To, dakata")]
    [InlineData("yo", "O da, e duro")]
    [InlineData("yo", "O da, e ni suuru")]
    [InlineData("ig", "O di mma, chere")]
    [InlineData("ig", "O di mma, cheretu")]
    [InlineData("en", "ok wait")]
    [InlineData("en", "Yes. Hold on please")]
    [InlineData("en", "Okay, let me check with my wife")]
    [InlineData("en", "Alright, I will get back to you")]
    [InlineData("pcm", "Oya, make I ask my madam")]
    [InlineData("pcm", "E sweet me, no place am yet")]
    [InlineData("pcm", "Everything correct abi o")]
    [InlineData("pcm", "e correct abi sir")]
    public async Task What_is_only_made_of_the_words_of_a_yes_is_none(string language, string words) => await What_takes_back_asks_or_only_thanks_is_no_yes(language, words);

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

    [Theory]
    [InlineData("en", "fine, go ahead")]
    [InlineData("en", "yes, correct")]
    [InlineData("en", "now it's complete, you can place it")]
    [InlineData("en", "fine fine, do it like that")]
    [InlineData("pcm", "e sweet me like that, place am")]
    [InlineData("yo", "eyi lo daa, mo gba bee")]
    [InlineData("ig", "ugbu a ka o ziri ezi, mee ya")]
    [InlineData("ig", "o zuola, mee ya")]
    [InlineData("ha", "na gama tunani, eh a yi")]
    [InlineData("en", "Yes I'm okay with that")]
    [InlineData("en", "Yes, confirm it. Call me if you reach the gate")]
    [InlineData("en", "Yes correct that's my order, go ahead")]
    [InlineData("en", "Go ahead, I will transfer now")]
    [InlineData("en", "Place the order, I'll pay now")]
    [InlineData("ha", "haka ne")]
    [InlineData("ha", "Eh, ku kira ni idan kun iso")]
    [InlineData("yo", "Beeni. E pe mi ti e ba de")]
    [InlineData("pcm", "e correct, run am")]
    [InlineData("pcm", "abeg leave ball matter, the order correct, put am")]
    [InlineData("ig", "ezigbo, o di otu ahu, mee ya")]
    [InlineData("ig", "ekwerela m na 7,000, mee ya")]
    public async Task A_yes_of_the_street_is_a_yes(string language, string words)
    {
        var shop = await SummaryAsync(language);

        await shop.SaysAsync(words);

        Assert.Single(shop.Orders);
    }

    private static async Task<ScriptedShop> SummaryAsync(string language)
    {
        var shop = ScriptedShop.Kitchen(language: language);
        await shop.SaysAsync("2 jollof, pickup");
        Assert.Empty(shop.Orders);
        return shop;
    }
}
