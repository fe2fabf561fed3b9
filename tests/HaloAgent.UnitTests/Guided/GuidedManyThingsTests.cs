using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>Several things in one message, in five languages: each is heard, and none for another.</summary>
public sealed class GuidedManyThingsTests
{
    [Theory]
    [InlineData("en", "make the malt 2, and change the zobo to chapman", "set 2 Malt; swap Zobo 50cl for Chapman")]
    [InlineData("pcm", "make the malt be two, come change the zobo to chapman", "set 2 Malt; swap Zobo 50cl for Chapman")]
    [InlineData("en", "I bought 2 malt yesterday, change the zobo to chapman", "swap Zobo 50cl for Chapman")]
    [InlineData("en", "put the suya back please", "+add Beef suya or Chicken suya")]
    [InlineData("en", "I want 2, please can you bring it to Ikeja?", "add 2 it; Delivery; area Ikeja")]
    [InlineData("en", "not Yaba, Surulere", "No; area Surulere")]
    [InlineData("en", "deliver to Surulere not Yaba", "Delivery; area Surulere")]
    [InlineData("pcm", "no be Yaba, na Surulere", "No; area Surulere")]
    [InlineData("ha", "ba Yaba ba, Surulere", "area Surulere")]
    [InlineData("yo", "ki i se Yaba, Surulere ni", "area Surulere")]
    [InlineData("ig", "o bughi Yaba, o bu Surulere", "No; area Surulere")]
    [InlineData("en", "1 beer and 2 malt", "add 1 ?beer; add 2 Malt")]
    [InlineData("ig", "mee malt ka o buru ato, wepu chapman", "set 3 Malt; remove Chapman")]
    [InlineData("pcm", "no be two again, na three", "set 3 it")]
    [InlineData("ha", "a kawo min malt guda biyu", "add 2 Malt")]
    [InlineData("ha", "a kawo min 2 malt", "add 2 Malt")]
    [InlineData("ha", "a kawo min 15 Adeniyi Jones, Ikeja", "Delivery; address '15 Adeniyi Jones, Ikeja'; area Ikeja")]
    [InlineData("en", "2 malt, Ikeja", "add 2 Malt; area Ikeja")]
    [InlineData("pcm", "wetin be delivery to Lekki", "DeliveryFee; area Lekki Phase 1")]
    [InlineData("pcm", "una dey carry food go Epe too?", "DeliveryFee; place 'Epe'")]
    public void In_the_kitchen(string language, string said, string heard) =>
        Assert.Equal(heard, new Listener(language, Shops.Kitchen, Shops.Areas).Hear(said).ToString());

    [Theory]
    [InlineData("ha", "ina son ankara fabric yadi shida guda daya", "add 1 Ankara fabric 6 yards")]
    [InlineData("en", "one ankara fabric 6 yards", "add 1 Ankara fabric 6 yards")]
    [InlineData("yo", "mo fe ikan, size L", "add 1 it")]
    [InlineData("en", "i want 1 M, and also 1 face cap", "add 1 it; +add 1 Face cap")]
    [InlineData("en", "the sneakers should be 42 not 43", "set 42 Canvas sneakers")]
    [InlineData("en", "i want 2 and 3", "pick 2 3")]
    public void In_the_fashion_shop(string language, string said, string heard) =>
        Assert.Equal(heard, new Listener(language, Shops.Fashion, Shops.Areas).Hear(said).ToString());

    [Theory]
    [InlineData("en", "ok, I will get back to you")]
    [InlineData("pcm", "okay no wahala, I go reach una later")]
    [InlineData("yo", "o da, e se, mo maa pada wa")]
    [InlineData("ha", "to na gode, sai anjima")]
    [InlineData("ig", "o di mma, daalu, m ga-abia ozo")]
    public void Who_comes_back_later_takes_leave(string language, string said) =>
        Assert.Contains(Intent.Goodbye, new Listener(language, Shops.Kitchen, Shops.Areas).Hear(said).Intents.Keys);

    [Theory]
    [InlineData("how many points do I get")]
    [InlineData("what else can I get")]
    public void Who_asks_what_they_get_stays(string said) =>
        Assert.DoesNotContain(Intent.Goodbye, new Listener("en", Shops.Kitchen, Shops.Areas).Hear(said).Intents.Keys);
}
