using HaloAgent.Conversations;
using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>Who asks for a language gets it; and what else the message says is not lost over it.</summary>
public sealed class GuidedLanguageAskedTests
{
    private const string WifeHasThePhone = "My wife has the phone now and she doesn't hear Pidgin, reply in English";

    [Fact]
    public async Task An_order_beside_the_wish_for_a_language_is_taken()
    {
        var shop = ScriptedShop.Kitchen(language: "pcm");

        Assert.Contains("Added: 2 × Jollof rice & chicken, 1 × Malt.", await shop.SaysAsync($"{WifeHasThePhone}, she wants 2 jollof and one malt"), StringComparison.Ordinal);
        Assert.Equal("en", shop.Language);
    }

    [Fact]
    public async Task A_claim_beside_the_wish_for_a_language_is_taken()
    {
        var shop = await ScriptedShop.ConfirmedAsync();

        Assert.Contains("I've told the shop that you say you've paid", await shop.SaysAsync($"{WifeHasThePhone}, I have paid 7000"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(WifeHasThePhone + ", and I am allergic to groundnut", EscalationReason.Medical)]
    [InlineData("English please, I am allergic to nuts", EscalationReason.Medical)]
    [InlineData(WifeHasThePhone + ", the food came cold and the soup was spoilt", EscalationReason.Complaint)]
    public async Task An_allergy_or_a_complaint_beside_it_calls_a_person(string said, EscalationReason reason)
    {
        var shop = ScriptedShop.Kitchen(language: "pcm");

        await shop.SaysAsync(said);

        Assert.Equal(reason, Assert.Single(shop.Escalations));
        Assert.Equal("en", shop.Language);
    }

    [Fact]
    public async Task An_order_in_Yoruba_that_asks_for_English_is_read_as_Yoruba_and_answered_in_English()
    {
        var shop = ScriptedShop.Kitchen(language: "yo");

        var answer = await shop.SaysAsync("Ẹ káàárọ̀, mo fẹ́ jollof méjì àti malt kan fún èmi àti ọkọ mi, ẹ jọ̀ọ́ speak English");

        Assert.Contains("Added: 2 × Jollof rice & chicken, 1 × Malt.", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hello, my address is 12 Herbert Macaulay Way Yaba, I want hausa cap for my dad, and how much is delivery please", "1 Hausa cap")]
    [InlineData("Good afternoon, I want 2 beaded necklaces for Igbo traditional wedding next month, and please how much is delivery to Yaba", "2 Beaded necklace")]
    [InlineData("2 beaded necklaces for Yoruba engagement next week, and please how much is delivery to Yaba", "2 Beaded necklace")]
    [InlineData("I want hausa cap", "1 Hausa cap")]
    public async Task Who_only_mentions_a_language_is_answered_in_their_own(string said, string cart)
    {
        var shop = ScriptedShop.Kitchen();
        shop.Sell("Hausa cap", "Caps", 4000);
        shop.Sell("Beaded necklace", "Beads", 5000);

        await shop.SaysAsync(said);

        Assert.Equal(("en", cart), (shop.Language, shop.Cart));
    }

    [Fact]
    public async Task A_few_words_of_English_are_still_understood_as_Pidgin_and_told_to_be_English()
    {
        var shop = ScriptedShop.Kitchen(language: "pcm");
        await shop.SaysAsync(ScriptedShop.Delivered["pcm"]);

        await shop.SaysAsync("all of am correct, thank you my sister");

        Assert.Single(shop.Orders);
        Assert.Equal("en", shop.Reply!.Understood.Language);
    }
}
