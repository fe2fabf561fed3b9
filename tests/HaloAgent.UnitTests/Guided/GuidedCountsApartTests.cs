using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>Counts that stand apart from their thing: behind a comma, in a sentence or a bubble of their own.</summary>
public sealed class GuidedCountsApartTests
{
    [Theory]
    [InlineData("en", "I want the moi moi, just 1", "add 1 Moi moi")]
    [InlineData("en", "the moi moi too, one", "add 1 Moi moi")]
    [InlineData("en", "I'm looking for moi moi for my guy, he likes it, 2 packs", "add 2 Moi moi")]
    [InlineData("en", "moi moi please. Only one", "add 1 Moi moi")]
    [InlineData("pcm", "add water join, na three", "+add 3 Bottled water 75cl")]
    [InlineData("en", "make the moi moi be 5", "set 5 Moi moi")]
    [InlineData("en", "let's do 4 malt not 2", "set 4 Malt")]
    [InlineData("pcm", "no be two o, na three moi moi I talk", "set 3 Moi moi")]
    [InlineData("ig", "moi moi ka di ato", "set 3 Moi moi")]
    [InlineData("en", "make the water 6 please. One more person just came", "set 6 Bottled water 75cl")]
    [InlineData("en", "do you have moi moi? Give me one", "availability Moi moi; set 1 it")]
    [InlineData("en", "can I get jollof x2, moi moi x1", "add 2 Jollof rice & chicken; add 1 Moi moi")]
    [InlineData("ig", "zobo na moi moi\nabuo abuo", "add 2 Zobo 50cl; add 2 Moi moi")]
    [InlineData("en", "malt for my 3 year old, 2", "add 2 Malt")]
    [InlineData("en", "moi moi, two wraps, and malt, 2 bottles", "add 2 Moi moi; add 2 Malt")]
    [InlineData("ig", "nri ji na egusi, efere abuo, na malt karama ato", "add 2 Egusi soup & pounded yam; add 3 Malt")]
    [InlineData("yo", "omi inu igo merin", "add 4 Bottled water 75cl")]
    [InlineData("ha", "ruwan kwalba guda uku", "add 3 Bottled water 75cl")]
    public void Belong_to_the_thing_before_them(string language, string said, string heard) =>
        Assert.Equal(heard, new Listener(language, Shops.Kitchen, Shops.Areas).Hear(said).ToString());

    [Theory]
    [InlineData("en", "I don't want pepper on the moi moi")]
    [InlineData("pcm", "I no want pepper for the moi moi")]
    public void A_wish_about_a_thing_orders_no_more_of_it(string language, string said) =>
        Assert.DoesNotContain(new Listener(language, Shops.Kitchen, Shops.Areas).Hear(said).Lines, line => line.Action == LineAction.Add);

    [Theory]
    [InlineData("en", "call me when you get to the gate")]
    [InlineData("pcm", "call me when you reach gate")]
    [InlineData("ha", "idan an iso sai a kira ni")]
    [InlineData("yo", "ko pe mi to ba de enu geeti")]
    [InlineData("ig", "kpoo m mgbe i rutere")]
    public void Whoever_is_to_be_called_on_arrival_asks_for_nobody_now(string language, string said) =>
        Assert.DoesNotContain(Intent.Person, new Listener(language, Shops.Kitchen, Shops.Areas).Hear(said).Intents.Keys);

    [Theory]
    [InlineData("en", "please call me")]
    [InlineData("ha", "ku kira ni")]
    [InlineData("yo", "e pe mi")]
    [InlineData("ig", "biko kpoo m")]
    public void Whoever_wants_a_call_asks_for_a_person(string language, string said) =>
        Assert.Contains(Intent.Person, new Listener(language, Shops.Kitchen, Shops.Areas).Hear(said).Intents.Keys);

    [Fact]
    public void A_street_whose_delivery_is_said_behind_it_is_an_address() =>
        Assert.Equal(
            "Delivery; address 'number 5 Herbert Macaulay Way, Yaba'; area Yaba",
            new Listener("pcm", Shops.Kitchen, Shops.Areas).Hear("na number 5 Herbert Macaulay Way, Yaba you go bring am come").ToString());
}
