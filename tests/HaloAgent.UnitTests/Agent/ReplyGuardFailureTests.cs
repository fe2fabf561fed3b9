using HaloAgent.Languages;
using Xunit;

namespace HaloAgent.UnitTests.Agent;

/// <summary>What the guard itself cannot read is not said, and nobody waits for an answer because of it.</summary>
public class ReplyGuardFailureTests
{
    private static readonly string CannotSay = Phrasebook.For("en").Say(PhraseKeys.CannotSay);

    private readonly GuardedTurn turn = new();

    [Theory]
    [InlineData("Jollof is ₦{0}.")]
    [InlineData("Jollof is {0} naira.")]
    [InlineData("Delivery to Ikeja is ₦{0}.")]
    [InlineData("We have {0} plates of jollof left.")]
    [InlineData("It is {0}k.")]
    public void A_number_longer_than_any_amount_is_wrong_and_breaks_nothing(string text)
    {
        var said = string.Format(System.Globalization.CultureInfo.InvariantCulture, text, new string('9', 40));

        Assert.DoesNotContain("9999", turn.Says(said), StringComparison.Ordinal);
        Assert.Contains(turn.Journal.Waiting, step => step.Name == "reply_guard");
    }

    [Fact]
    public void What_comes_with_such_a_number_is_still_said() =>
        Assert.StartsWith("Good choice!", turn.Says($"Good choice! Jollof is ₦{new string('9', 40)}."), StringComparison.Ordinal);

    [Theory]
    [InlineData("Jollof is ₦3,500.")]
    [InlineData("Good choice!")]
    public void A_reply_whose_facts_cannot_be_read_is_answered_all_the_same(string text)
    {
        turn.Journal.Committed("search_products", "jollof", "no JSON");

        Assert.Equal(CannotSay, turn.Says(text));
        Assert.Equal(CannotSay, turn.States(text));
        Assert.Contains(turn.Journal.Waiting, step => step.Name == "reply_guard");
    }

    [Fact]
    public void A_sentence_that_breaks_the_check_is_taken_out_alone() =>
        Assert.Equal("Good choice!", new GuardedTurn().WithAreaWithoutName().Says("Good choice! Delivery is free."));
}
