using HaloAgent.AgentWorker.Agent;
using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>A yes counts only where every word of it is accounted for (docs/adr/0020).</summary>
public sealed class GuidedHalfYesTests
{
    [Theory]
    [InlineData("en", "Okay, that's expensive")]
    [InlineData("en", "Okay, how do I know you people are legit")]
    [InlineData("en", "Yes I saw it")]
    [InlineData("en", "Okay I hear you")]
    [InlineData("en", "Okay, my sister will call you")]
    [InlineData("en", "Yes I know")]
    [InlineData("en", "Ok noted")]
    [InlineData("en", "Yes, that's my name")]
    [InlineData("en", "Perfect, I'll confirm later")]
    [InlineData("en", "yes when I get paid on Friday")]
    [InlineData("en", "Yes no wait")]
    [InlineData("en", "Okay no, cancel")]
    [InlineData("en", "It's okay, don't bother")]
    [InlineData("en", "okay, I'm not sure yet")]
    [InlineData("en", "Yes, I have a question")]
    [InlineData("en", "proceed with what")]
    [InlineData("en", "go ahead and tell me")]
    [InlineData("en", "Confirm what")]
    [InlineData("en", "yes I'm interested")]
    [InlineData("en", "okay busy now")]
    [InlineData("en", "Yes, you said that already")]
    [InlineData("en", "confirm with my boss first")]
    [InlineData("en", "maybe yes")]
    [InlineData("en", "okay, I'm at work now")]
    [InlineData("en", "okay, I have been through it")]
    [InlineData("pcm", "okay I dey work")]
    [InlineData("en", "delivery please")]
    [InlineData("en", "yes add")]
    [InlineData("en", "yes also")]
    [InlineData("en", "I want to change something. Yes")]
    [InlineData("en", "I have not decided. Proceed")]
    [InlineData("en", "I asked for no changes")]
    [InlineData("yo", "se gbogbo e lo pe")]
    [InlineData("yo", "ti gbogbo e ba pe")]
    [InlineData("ha", "kila eh")]
    [InlineData("ha", "sai komai ya yi daidai")]
    [InlineData("en", "Hmmmm okay")]
    [InlineData("en", "go ahead and cancel")]
    [InlineData("en", "I said yes to my wife not to you")]
    [InlineData("en", "proceed only when I pay")]
    [InlineData("en", "Right. Is it fresh?")]
    [InlineData("yo", "bẹ́ẹ̀ni màá rò ó")]
    [InlineData("pcm", "Okay, make I find money first")]
    [InlineData("pcm", "no wahala, another day")]
    [InlineData("pcm", "Okay, wey account")]
    [InlineData("pcm", "okay my oga go talk to una")]
    [InlineData("ha", "To, na ji")]
    [InlineData("ha", "Eh, ina da tambaya")]
    [InlineData("ha", "Eh na sani")]
    [InlineData("ha", "eh na gani")]
    [InlineData("yo", "O da, mo gbo")]
    [InlineData("yo", "O da, e je ki n bi oko mi")]
    [InlineData("yo", "o da, di ola")]
    [InlineData("yo", "Beeni, mo ni ibeere")]
    [InlineData("yo", "Beeni mo mo")]
    [InlineData("yo", "beeni mo ti ri")]
    [InlineData("yo", "O da, tani yi")]
    [InlineData("ig", "O di mma, aga m eche ya")]
    [InlineData("ig", "o di mma, anurula m")]
    [InlineData("ig", "o di mma, ruo echi")]
    [InlineData("ig", "Ee, enwere m ajuju")]
    [InlineData("ig", "Ee ama m")]
    [InlineData("ig", "ee ahula m")]
    [InlineData("ig", "O di mma, onye ka o bu")]
    public async Task A_yes_that_says_more_than_is_understood_orders_nothing(string language, string words)
    {
        var shop = ScriptedShop.Kitchen(language: language);
        await shop.SaysAsync("2 jollof");
        await shop.SaysAsync("pickup");

        await shop.SaysAsync(words);

        Assert.Empty(shop.Orders);
    }

    [Fact]
    public async Task A_yes_that_is_none_is_told_so_and_the_summary_shown_again()
    {
        var shop = await ScriptedShop.SummaryShownAsync();

        var reply = await shop.SaysAsync("okay, my sister will call you");

        Assert.StartsWith("You haven't confirmed your order yet.", reply, StringComparison.Ordinal);
        Assert.Contains("Reply *yes* to confirm", reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "yes, I'm coming", 1)]
    [InlineData("en", "okay, I'm coming", 0)]
    [InlineData("yo", "Beeni, mo n bo", 1)]
    public async Task Behind_a_plain_yes_to_be_coming_asks_for_no_time(string language, string words, int orders)
    {
        var shop = ScriptedShop.Kitchen(language: language);
        await shop.SaysAsync("2 jollof");
        await shop.SaysAsync("pickup");

        await shop.SaysAsync(words);

        Assert.Equal(orders, shop.Orders.Count);
    }

    [Theory]
    [InlineData("yes deliver to my office")]
    [InlineData("yes send it to my sister")]
    [InlineData("ok bring it to my shop")]
    public async Task A_yes_to_another_place_is_none_to_the_one_in_the_summary(string words)
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 zobo, deliver to 12 Allen avenue Ikeja");

        await shop.SaysAsync(words);

        Assert.Empty(shop.Orders);
    }

    [Fact]
    public async Task Neither_does_it_where_the_memory_of_the_question_is_lost()
    {
        var shop = await ScriptedShop.SummaryShownAsync();
        shop.Memory = WorkingMemory.Empty;

        await shop.SaysAsync("okay, that's expensive");
        Assert.Empty(shop.Orders);
        shop.Memory = WorkingMemory.Empty;
        await shop.SaysAsync("yes");

        Assert.Single(shop.Orders);
    }

    [Theory]
    [InlineData("I asked him, he likes it. Go ahead")]
    [InlineData("alright whichever day is fine by me, go ahead and place it")]
    public async Task Who_ends_with_a_plain_yes_may_have_told_a_story_before(string words)
    {
        var shop = await ScriptedShop.SummaryShownAsync();

        await shop.SaysAsync(words);

        Assert.Single(shop.Orders);
    }
}
