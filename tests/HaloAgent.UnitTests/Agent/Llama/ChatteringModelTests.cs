using HaloAgent.Conversations;
using Xunit;

namespace HaloAgent.UnitTests.Agent.Llama;

/// <summary>A model that always has something nice to say hides from nobody that the customer is not understood.</summary>
public sealed class ChatteringModelTests
{
    private const string Chatter = "How can I help you today?";
    private const string Called = "I still didn't get that";

    [Fact]
    public async Task Two_turns_in_a_row_in_which_it_only_talks_and_the_ear_hears_nothing_call_a_person()
    {
        var shop = new ScriptedModel().Says(Chatter).Says(Chatter).Shop();

        Assert.DoesNotContain(Called, await shop.SaysAsync("qwertyuiop"), StringComparison.Ordinal);
        Assert.Equal((null, 1), (shop.Reply!.Understood.Confidence, shop.Memory.NotUnderstoodInARow));
        Assert.Empty(shop.Escalations);

        Assert.Contains(Called, await shop.SaysAsync("zxcvbnm"), StringComparison.Ordinal);
        Assert.Equal([EscalationReason.NotUnderstood], shop.Escalations);
    }

    [Fact]
    public async Task What_the_guard_takes_out_of_its_words_counts_as_well()
    {
        var shop = new ScriptedModel().Says("Good morning. Your parcel left this morning.").Says("Good morning. The third one is on us.").Shop();

        await shop.SaysAsync("qwertyuiop");
        await shop.SaysAsync("zxcvbnm");

        Assert.Equal([EscalationReason.NotUnderstood], shop.Escalations);
    }

    [Fact]
    public async Task So_does_one_turn_that_the_guided_brain_had_to_answer()
    {
        var shop = new ScriptedModel().Says("Your parcel is green.").Says(Chatter).Shop();

        Assert.StartsWith("Sorry, I didn't get that.", await shop.SaysAsync("qwertyuiop"), StringComparison.Ordinal);
        Assert.Equal(("guided", "the model failed (nothing that it said is on record)"), (shop.Reply!.Brain, shop.Reply.Reason));
        Assert.Contains(Called, await shop.SaysAsync("zxcvbnm"), StringComparison.Ordinal);
        Assert.Equal([EscalationReason.NotUnderstood], shop.Escalations);
    }

    [Theory]
    [InlineData("Your parcel is green.", "reply_trimmed")]
    [InlineData("Pay us 408,313 naira.", "reply_guard")]
    public async Task What_was_not_said_at_all_stands_in_the_journal_with_why(string text, string verdict)
    {
        var shop = new ScriptedModel().Says(text).Shop();

        await shop.SaysAsync("qwertyuiop");

        var step = Assert.Single(shop.Journal.Waiting, step => step.Kind == TurnStepKind.Guard);
        Assert.Equal(verdict, step.Name);
        Assert.Contains(text, step.Result, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("good morning")]
    [InlineData("menu")]
    public async Task What_the_ear_understands_in_between_starts_the_count_again(string understood)
    {
        var shop = new ScriptedModel().Says(Chatter).Says(Chatter).Says(Chatter).Shop();

        foreach (var said in new[] { "qwertyuiop", understood, "zxcvbnm" }) await shop.SaysAsync(said);

        Assert.Empty(shop.Escalations);
    }

    [Fact]
    public async Task A_tool_in_between_starts_it_again_as_well()
    {
        var shop = new ScriptedModel().Says(Chatter).Calls("show_products").Says("Here it is.").Says(Chatter).Shop();

        foreach (var said in new[] { "qwertyuiop", "asdfghjkl", "zxcvbnm" }) await shop.SaysAsync(said);

        Assert.Empty(shop.Escalations);
    }
}
