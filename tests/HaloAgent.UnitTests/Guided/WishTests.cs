using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>How a thing is to be made is heard in the customer's own words, and takes nothing away from what is ordered.</summary>
public sealed class WishTests
{
    [Theory]
    [InlineData("en", "2 jollof, no pepper", "no pepper (Jollof rice & chicken)", "add 2 Jollof rice & chicken")]
    [InlineData("en", "jollof without meat abeg", "without meat (Jollof rice & chicken)", "mention Jollof rice & chicken")]
    [InlineData("en", "2 jollof without chicken and 1 zobo", "without chicken (Jollof rice & chicken)", "add 2 Jollof rice & chicken; add 1 Zobo 50cl")]
    [InlineData("en", "2 jollof, one without pepper", "one without pepper (Jollof rice & chicken)", "add 2 Jollof rice & chicken")]
    [InlineData("en", "2 jollof no pepper and onion, 1 zobo with plenty ice", "no pepper and onion (Jollof rice & chicken); with plenty ice (Zobo 50cl)", "add 2 Jollof rice & chicken; add 1 Zobo 50cl")]
    [InlineData("en", "make the jollof less spicy please", "make the jollof less spicy (Jollof rice & chicken)", "nothing")]
    [InlineData("en", "2 jollof without ogiri", "without ogiri (Jollof rice & chicken)", "add 2 Jollof rice & chicken")]
    [InlineData("en", "with pepper after all", "with pepper after all", "nothing")]
    [InlineData("en", "I don't want onions", "don't want onions", "nothing")]
    [InlineData("en", "no pepper in the beef suya please", "no pepper (Beef suya)", "No")]
    [InlineData("en", "can you make it less spicy?", "make it less spicy", "nothing")]
    [InlineData("pcm", "2 jollof no put pepper", "no put pepper (Jollof rice & chicken)", "add 2 Jollof rice & chicken")]
    [InlineData("pcm", "2 jollof, small pepper", "small pepper (Jollof rice & chicken)", "add 2 Jollof rice & chicken")]
    [InlineData("yo", "jollof meji laisi ata", "laisi ata (Jollof rice & chicken)", "add 2 Jollof rice & chicken")]
    [InlineData("yo", "jollof méjì, ẹ má fi ata sí i", "má fi ata (Jollof rice & chicken)", "add 2 Jollof rice & chicken")]
    [InlineData("ha", "jollof biyu ba tare da barkono ba", "ba tare da barkono ba (Jollof rice & chicken)", "add 2 Jollof rice & chicken")]
    [InlineData("ha", "jollof biyu, kar a saka yaji", "kar a saka yaji (Jollof rice & chicken)", "add 2 Jollof rice & chicken")]
    [InlineData("ig", "jollof abụọ na-enweghị ose", "na-enweghị ose (Jollof rice & chicken)", "add 2 Jollof rice & chicken")]
    [InlineData("ig", "jollof abụọ, etinyela ose", "etinyela ose (Jollof rice & chicken)", "add 2 Jollof rice & chicken")]
    public void A_wish_is_kept_as_it_was_said(string language, string said, string wish, string meant)
    {
        var heard = Hear(language, said);
        Assert.Equal(wish, string.Join("; ", heard.Wishes.Select(one => one.Text + (one.About is { Only: { } only } ? $" ({only.Name})" : ""))));
        Assert.Equal(meant, heard.ToString());
    }

    [Theory]
    [InlineData("en", "I want to order for tomorrow 1pm, 5 jollof", "for tomorrow 1pm", 5)]
    [InlineData("en", "5 jollof for tomorrow, by 1 pm, pickup", "for tomorrow, by 1 pm", 5)]
    [InlineData("en", "2 jollof for this saturday evening", "for this saturday evening", 2)]
    [InlineData("pcm", "abeg 2 jollof for next tomorrow", "for next tomorrow", 2)]
    [InlineData("yo", "mo fe jollof meji fun ola", "fun ola", 2)]
    [InlineData("ha", "ina son jollof biyu don gobe karfe 2", "don gobe karfe 2", 2)]
    [InlineData("ig", "achoro m jollof abuo maka echi", "maka echi", 2)]
    public void When_it_is_wanted_stands_with_the_order_and_counts_nothing(string language, string said, string words, int count)
    {
        var heard = Hear(language, said);

        Assert.Equal(new SaidWish(words, null) { IsWhen = true }, Assert.Single(heard.Wishes));
        Assert.Equal(count, Assert.Single(heard.Lines).Quantity);
    }

    [Theory]
    [InlineData("en", "I will pay tomorrow")]
    [InlineData("en", "are you open on sunday")]
    [InlineData("en", "see you tomorrow by 2pm")]
    [InlineData("en", "2 zobo at 1500")]
    [InlineData("en", "reduce the jollof by 1")]
    [InlineData("en", "I want around 20 plates of jollof")]
    [InlineData("en", "My name is Sunday")]
    [InlineData("en", "I want 2 am coming to collect")]
    [InlineData("en", "I am not buying today")]
    [InlineData("en", "I saw this jollof on Saturday, I want 2")]
    [InlineData("ig", "Daalụ, nwee ụbọchị ọma")]
    [InlineData("yo", "Orukọ mi ni Ọla")]
    [InlineData("en", "good morning, 2 jollof")]
    [InlineData("pcm", "I go pay tomorrow abeg")]
    [InlineData("yo", "e fun mi ni meji")]
    [InlineData("ha", "zan biya gobe")]
    [InlineData("ig", "aga m akwu ugwo echi")]
    public void Other_times_and_numbers_are_no_wish(string language, string said) => Assert.Empty(Hear(language, said).Wishes);

    [Fact]
    public async Task Another_time_takes_the_place_of_the_first()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("5 jollof for tomorrow 1pm, pickup");

        Assert.Contains("“for 3pm”\n*Total", await shop.SaysAsync("sorry, for 3pm"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Yesterdays_tomorrow_is_not_noted_today()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("I want to order for tomorrow 2pm");
        shop.Now = shop.Now.AddDays(3);

        Assert.DoesNotContain("tomorrow", await shop.SaysAsync("5 jollof"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_time_takes_no_allergy_away()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("5 jollof for tomorrow 1pm, pickup");
        await shop.SaysAsync("my son has a nut allergy");

        Assert.Contains("my son has a nut allergy; for 3pm", await shop.SaysAsync("sorry, for 3pm"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_that_is_told_before_the_goods_comes_with_them()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("I want to order for tomorrow 2pm");

        Assert.Contains("Noted: “for tomorrow 2pm”.", await shop.SaysAsync("5 jollof"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_it_is_wanted_is_in_the_summary_before_the_yes()
    {
        var shop = ScriptedShop.Kitchen();

        Assert.Contains("Noted: “for tomorrow 1pm”.", await shop.SaysAsync("5 jollof for tomorrow 1pm"), StringComparison.Ordinal);
        Assert.Contains("“for tomorrow 1pm”\n*Total ₦17,500*", await shop.SaysAsync("pickup"), StringComparison.Ordinal);
        await shop.SaysAsync("yes");

        Assert.Equal("for tomorrow 1pm", Assert.Single(shop.Orders).Note);
    }

    [Theory]
    [InlineData("en", "2 jollof please, I am allergic to groundnut", "I am allergic to groundnut")]
    [InlineData("en", "my son has a nut allergy", "my son has a nut allergy")]
    [InlineData("pcm", "2 jollof, my body no dey gree groundnut", "my body no dey gree groundnut")]
    [InlineData("yo", "jollof meji, ara mi o gba epa", "ara mi o gba epa")]
    [InlineData("ha", "jollof biyu, jikina ba ya karbar gyada", "jikina ba ya karbar gyada")]
    [InlineData("ig", "jollof abuo, ahu m anaghi ekwe ahuekere", "ahu m anaghi ekwe ahuekere")]
    public void An_allergy_is_heard_and_stops_no_order(string language, string said, string words)
    {
        var heard = Hear(language, said);
        Assert.Equal([Matter.Allergy], heard.Matters);
        Assert.Equal(new SaidWish(words, null, IsAllergy: true), Assert.Single(heard.Wishes));
        Assert.Equal(said.Contains("jollof", StringComparison.Ordinal), heard.Lines.Any(line => line is { Action: LineAction.Add, Quantity: 2 }));
    }

    [Theory]
    [InlineData("is the jollof spicy?")]
    [InlineData("do you have jollof without pepper?")]
    [InlineData("no zobo")]
    [InlineData("no wahala")]
    [InlineData("2 catfish pepper soup")]
    [InlineData("add 2 zobo")]
    [InlineData("remove the malt")]
    [InlineData("make it 2, and one zobo")]
    [InlineData("I have paid, no problem")]
    [InlineData("the jollof was too salty, I am not happy")]
    [InlineData("my daughter had an allergic reaction to your jollof")]
    public void What_is_no_wish_is_none(string said) => Assert.Empty(Hear("en", said).Wishes);

    private static Heard Hear(string language, string said) => new Listener(language, Shops.Kitchen, Shops.Areas).Hear(said);
}
