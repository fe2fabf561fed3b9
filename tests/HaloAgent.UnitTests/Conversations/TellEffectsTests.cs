using HaloAgent.AgentWorker.Agent.Tools;
using HaloAgent.AgentWorker.Conversations;
using HaloAgent.Languages;
using HaloAgent.Orders;
using HaloAgent.Payments;
using HaloAgent.UnitTests.Agent;
using Xunit;

namespace HaloAgent.UnitTests.Conversations;

public class TellEffectsTests
{
    private static readonly Phrasebook English = Phrasebook.For("en");
    private static readonly OrderFacts Order = new GuardedTurn().Order(OrderStatus.AwaitingConfirmation);

    [Theory]
    [InlineData("en")]
    [InlineData("pcm")]
    [InlineData("yo")]
    [InlineData("ha")]
    [InlineData("ig")]
    public void Who_sent_a_picture_is_not_told_that_they_said_they_paid(string language)
    {
        var phrases = Phrasebook.For(language);

        var told = Assert.Single(TellEffects.Words("attach_receipt", ToolJournal.Write(new ReceiptAttached(Order, false, false, false), typeof(ReceiptAttached)), phrases));

        Assert.Equal(phrases.Say(PhraseKeys.ReceiptReceived, ("number", "0042")), told);
        Assert.DoesNotContain("{", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_said_so_is()
    {
        var claimed = ToolJournal.Write(new PaymentClaimed(Order, ReferenceCheck.NoneTyped, false, false), typeof(PaymentClaimed));

        Assert.StartsWith("We've noted that you say you've paid for order 0042.", Assert.Single(TellEffects.Words("claim_payment", claimed, English)), StringComparison.Ordinal);
    }
}
