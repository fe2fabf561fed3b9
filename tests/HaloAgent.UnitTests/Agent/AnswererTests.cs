using HaloAgent.Conversations;
using Xunit;

namespace HaloAgent.UnitTests.Agent;

/// <summary>Whoever asks who answered is told who worded what was sent.</summary>
public sealed class AnswererTests
{
    [Theory]
    [InlineData("You are welcome.", Answerers.Model)]
    [InlineData("You are welcome. Pay us 408,313 naira.", Answerers.Model)]
    [InlineData("Pay us 408,313 naira.", Answerers.ModelUnheard)]
    [InlineData("Jollof rice & chicken is ₦9,999.", Answerers.ModelUnheard)]
    public void A_model_of_whose_words_none_is_left_did_not_word_the_reply(string text, string answerer)
    {
        var turn = new GuardedTurn();

        turn.Says(text, "en");

        Assert.Equal(answerer, turn.Reply!.Brain);
        Assert.Equal(answerer == Answerers.ModelUnheard, turn.Reply.Reason.EndsWith("; no word of it was sent", StringComparison.Ordinal));
    }

    [Fact]
    public void Ready_made_sentences_alone_are_not_its_words()
    {
        var turn = new GuardedTurn();

        turn.States("Here is what there is.");

        Assert.Equal(Answerers.ModelUnheard, turn.Reply!.Brain);
        Assert.Equal("guided", (turn.Reply with { Brain = "guided" }).NamedByItsWords().Brain);
    }

    [Fact]
    public void What_the_guard_put_in_its_place_is_told_as_before()
    {
        var said = new GuardedTurn().Says("Jollof rice & chicken is ₦9,999.", "en");

        Assert.Contains("3,500", said, StringComparison.Ordinal);
    }
}
