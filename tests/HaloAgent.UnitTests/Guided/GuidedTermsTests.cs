using HaloAgent.Conversations;
using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>What holds in a shop is read out in its own words; a wish for money back still is for a person.</summary>
public sealed class GuidedTermsTests
{
    private const string Policies = "Exchange within 3 days, unworn. Refunds only for damaged goods.\nSmallest order ₦2,000 🙏";
    private const string Quoted = "“Exchange within 3 days, unworn. Refunds only for damaged goods.\nSmallest order ₦2,000”";

    [Theory]
    [InlineData("en", "what is your refund policy?", "Here is what the shop says:")]
    [InlineData("en", "do you do exchange?", "Here is what the shop says:")]
    [InlineData("en", "what are your terms?", "Here is what the shop says:")]
    [InlineData("en", "do you accept returns?", "Here is what the shop says:")]
    [InlineData("en", "is there a minimum order?", "Here is what the shop says:")]
    [InlineData("en", "can I exchange it if it doesn't fit?", "Here is what the shop says:")]
    [InlineData("pcm", "wetin be una refund policy?", "Na wetin the shop talk be this:")]
    [InlineData("pcm", "una dey do exchange?", "Na wetin the shop talk be this:")]
    [InlineData("pcm", "una dey accept return?", "Na wetin the shop talk be this:")]
    [InlineData("yo", "kí ni ìlànà yín lórí refund?", "Ohun tí ṣọ́ọ̀bù fúnra rẹ̀ sọ nìyí:")]
    [InlineData("en", "what is your policy on returns?", "Here is what the shop says:")]
    [InlineData("en", "do you give warranty", "Here is what the shop says:")]
    [InlineData("en", "whats your exchange policy", "Here is what the shop says:")]
    [InlineData("en", "what happens if it is not my size?", "Here is what the shop says:")]
    [InlineData("pcm", "una fit change am if e no size me?", "Na wetin the shop talk be this:")]
    [InlineData("yo", "ṣé ẹ máa ń pààrọ̀ ọjà?", "Ohun tí ṣọ́ọ̀bù fúnra rẹ̀ sọ nìyí:")]
    [InlineData("ha", "menene tsarin mayar da kudi?", "Ga abin da shagon da kansa ya ce:")]
    [InlineData("ha", "kuna canja kaya?", "Ga abin da shagon da kansa ya ce:")]
    [InlineData("ig", "gịnị bụ iwu unu maka refund?", "Nke a bụ ihe ụlọ ahịa n’onwe ya kwuru:")]
    [InlineData("ig", "unu na-agbanwe ihe?", "Nke a bụ ihe ụlọ ahịa n’onwe ya kwuru:")]
    public async Task A_question_about_the_terms_is_answered_in_the_shops_own_words(string language, string said, string start)
    {
        var shop = Shop(language);

        var reply = await shop.SaysAsync(said);

        Assert.StartsWith($"{start}\n{Quoted}\n", reply, StringComparison.Ordinal);
        Assert.Empty(shop.Escalations);
    }

    [Theory]
    [InlineData("en", "I want my money back")]
    [InlineData("en", "can I get a refund")]
    [InlineData("en", "what is your refund policy? I want a refund")]
    [InlineData("en", "what is your refund policy because I want my money back")]
    [InlineData("en", "refund me according to your refund policy")]
    [InlineData("pcm", "return my money abeg")]
    [InlineData("yo", "ẹ dá owó mi padà")]
    [InlineData("ha", "ku mayar min da kudina")]
    [InlineData("ig", "nyeghachi m ego m")]
    public async Task Who_wants_money_back_gets_a_person_whatever_is_written(string language, string said)
    {
        var shop = Shop(language);

        Assert.DoesNotContain("Exchange within", await shop.SaysAsync(said), StringComparison.Ordinal);
        Assert.Equal([EscalationReason.Refund], shop.Escalations);
    }

    [Theory]
    [InlineData("what is your refund policy?", EscalationReason.Refund)]
    [InlineData("do you do exchange?", EscalationReason.Other)]
    [InlineData("what are your terms?", EscalationReason.Other)]
    public async Task Without_written_terms_the_question_goes_to_the_shop(string said, EscalationReason reason)
    {
        var shop = ScriptedShop.Kitchen();

        await shop.SaysAsync(said);

        Assert.Equal([reason], shop.Escalations);
    }

    [Fact]
    public async Task The_order_goes_on_after_the_answer()
    {
        var shop = Shop("en");
        await shop.SaysAsync("2 jollof");

        var reply = await shop.SaysAsync("do you do exchange?");

        Assert.Contains(Quoted, reply, StringComparison.Ordinal);
        Assert.EndsWith("?", reply.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal("2 Jollof rice & chicken", shop.Cart);
    }

    [Theory]
    [InlineData("change it to zobo")]
    [InlineData("I want to exchange the zobo for malt")]
    [InlineData("your food is cold, return it")]
    [InlineData("2 jollof, no exchange")]
    public async Task Everyday_words_ask_for_no_terms(string said) =>
        Assert.DoesNotContain(Quoted, await Shop("en").SaysAsync(said), StringComparison.Ordinal);

    private static ScriptedShop Shop(string language)
    {
        var shop = ScriptedShop.Kitchen(language: language);
        shop.Business.Describe(Policies, [], []);
        return shop;
    }
}
