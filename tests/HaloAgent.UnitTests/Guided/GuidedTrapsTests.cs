using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>What is not understood, and what is easily misunderstood.</summary>
public sealed class GuidedTrapsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("   \n ")]
    [InlineData("😂😂😂")]
    [InlineData("asdfghjkl")]
    [InlineData("\ud83d")]
    [InlineData("؟؟")]
    public void What_is_not_understood_is_nothing(string said) => Assert.Equal("nothing", Shops.InKitchen(said));

    /// <summary>Where one word means two things, or a number is not what it looks like.</summary>
    [Theory]
    [InlineData("2kg rice", "mention Jollof rice & chicken or Fried rice & turkey or Ofada rice & ayamase")]
    [InlineData("call 08031234567", "nothing")]
    [InlineData("0803 123 4567", "nothing")]
    [InlineData("my account is 0123456789", "nothing")]
    [InlineData("5k", "nothing")]
    [InlineData("ok", "Yes")]
    [InlineData("no wahala, 2 jollof", "add 2 Jollof rice & chicken; Yes")]
    [InlineData("stop the order", "CancelOrder")]
    [InlineData("last bus stop, Ogba", "nothing")]
    [InlineData("add 3 zobo", "+add 3 Zobo 50cl")]
    [InlineData("well done ma", "Greeting; Thanks")]
    [InlineData("how far with my order", "OrderStatus")]
    [InlineData("what is the price", "Price")]
    [InlineData("nice one", "Thanks")]
    [InlineData("I want to ask a question", "Help")]
    [InlineData("I want to know the price of malt", "price Malt")]
    [InlineData("abeg 2 jollof", "add 2 Jollof rice & chicken")]
    [InlineData("jollof rice and chicken, 2 plates", "add 2 Jollof rice & chicken")]
    [InlineData("do you have goat pie", "availability ?goat pie")]
    [InlineData("grandma jollof", "mention Jollof rice & chicken")]
    [InlineData("change the zobo to pizza", "swap Zobo 50cl for ?pizza")]
    [InlineData("change my address to 5 Allen Avenue", "Delivery; address '5 Allen Avenue'; area Ikeja")]
    [InlineData("change delivery to pickup", "Pickup")]
    [InlineData("change pickup to delivery", "Delivery")]
    [InlineData("why is my order not here yet", "OrderStatus")]
    [InlineData("my transfer is pending", "PayLater")]
    [InlineData("hold on", "Wait")]
    [InlineData("one minute please", "Wait")]
    [InlineData("none", "No")]
    [InlineData("I want to make enquiries", "Help")]
    [InlineData("swallow", "category Swallow")]
    [InlineData("the first one and 1 of the second", "pick 1 1 of 2")]
    [InlineData("I need it by 5pm", "nothing")]
    [InlineData("2 jollof for my 3 kids", "add 2 Jollof rice & chicken")]
    [InlineData("deliver 2 jollof to 12 Allen avenue", "add 2 Jollof rice & chicken; Delivery; address '12 Allen avenue'; area Ikeja")]
    [InlineData("send 2 jollof to me", "add 2 Jollof rice & chicken")]
    [InlineData("I paid 5000 for 2 jollof", "Paid")]
    public void Traps_are_not_stepped_into(string said, string meant) => Assert.Equal(meant, Shops.InKitchen(said));

    [Theory]
    [InlineData("2 jollof rice & chicken", 1.0)]
    [InlineData("2 jollof", 0.85)]
    [InlineData("2 joloff", 0.7)]
    [InlineData("2 suya", 0.65)]
    [InlineData("yes", 1.0)]
    [InlineData("qwertyuiop", 0.0)]
    public void How_sure_it_is_can_be_told(string said, double confidence) => Assert.Equal(confidence, Shops.KitchenListener.Hear(said).Confidence, 0.051);
}
