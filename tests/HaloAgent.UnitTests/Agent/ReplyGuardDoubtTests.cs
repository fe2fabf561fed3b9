using HaloAgent.Orders;
using Xunit;

namespace HaloAgent.UnitTests.Agent;

/// <summary>Who says that they do not know, or asks, can still tell something beside it, and that has to be on record like anything else.</summary>
public class ReplyGuardDoubtTests
{
    [Theory]
    [InlineData("I do not know whether it is safe for your allergy, sorry.")]
    [InlineData("I do not know whether your order is ready.")]
    [InlineData("I am not sure whether the kitchen can leave the onions out.")]
    [InlineData("I don't know whether that contains nuts.")]
    [InlineData("I can't say how long the cooking takes.")]
    public void What_is_not_known_may_be_named(string text) => Assert.Equal(text, new GuardedTurn().Says(text));

    [Theory]
    [InlineData("en", "I cannot tell you how happy I am that your payment is confirmed.")]
    [InlineData("en", "I am not sure you saw that your order has been cancelled.")]
    [InlineData("en", "I do not know the exact time though your parcel left our shop.")]
    [InlineData("en", "I do not know the rider's name, however he carried your parcel.")]
    [InlineData("en", "I don't know when the rider left your parcel.")]
    [InlineData("en", "I can't say how long the rider has had your parcel.")]
    [InlineData("en", "I can't say how long it takes now that the rider has left.")]
    [InlineData("en", "I do not know whether you saw that our rider brought it.")]
    [InlineData("en", "I'm not sure about the parcel that our rider brought.")]
    [InlineData("en", "I can't say which of our riders brought it while you slept.")]
    [InlineData("pcm", "I no know the time but your money don enter.")]
    [InlineData("pcm", "I no sabi the rider sha e don carry your load comot.")]
    [InlineData("ha", "Ban sani ba amma kudin ki ya shigo.")]
    [InlineData("ha", "Ban sani ba sai dai dan aike ya tafi da kayan ki.")]
    [InlineData("ig", "Amaghi m mana ego gi abatala.")]
    [InlineData("ig", "Amaghi m oge mana onye ozi ebugala ya.")]
    [InlineData("yo", "Mi o mo sugbon owo yin ti wole.")]
    [InlineData("yo", "Mi o mo akoko sugbon won ti gbe e jade.")]
    public void What_is_told_beside_a_doubt_is_not_said(string language, string text) => AssertNotSaid(language, text);

    [Theory]
    [InlineData("en", "Do you know that your money reached our account?")]
    [InlineData("en", "Did you know that the rider reached your gate?")]
    [InlineData("en", "Do you know that everything is free today?")]
    [InlineData("en", "Can you see that our rider brought everything to your house?")]
    [InlineData("en", "Would you like to come now that your food left the kitchen?")]
    [InlineData("pcm", "You know say your money don land?")]
    [InlineData("pcm", "You sabi say our rider don reach your gate?")]
    [InlineData("ha", "Kin san kudin ki ya zo wurin mu?")]
    [InlineData("ig", "I ma na ego gi abiala?")]
    [InlineData("yo", "Se e mo pe owo yin ti de?")]
    public void What_a_question_tells_is_not_said(string language, string text) => AssertNotSaid(language, text);

    private static void AssertNotSaid(string language, string text) =>
        Assert.DoesNotContain(text, new GuardedTurn().Asked("hello").WithOrder(OrderStatus.PendingPayment).Says(text, language), StringComparison.Ordinal);
}
