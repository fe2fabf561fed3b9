using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>Another size, or another way of getting the order, said beside other things.</summary>
public sealed class GuidedCorrectionsTests
{
    [Theory]
    [InlineData("en", "not M please. I meant XL. And make the malt 3")]
    [InlineData("pcm", "ah sorry o, no be M, na XL I mean. And make the malt be 3")]
    [InlineData("pcm", "no be M o, na XL I want, and make the malt be 3")]
    [InlineData("yo", "ki i se M, XL ni mo fe. E je ki malt je meta")]
    [InlineData("ha", "kai yi hakuri, ina ganin M din zai min kadan, a mayar da shi XL\na mayar da malt guda uku")]
    [InlineData("ig", "o bughi size M, o bu XL. mee malt ka o buru ato")]
    public async Task Another_size_in_one_sentence_leaves_the_others_to_be_done(string language, string said)
    {
        var shop = await ShirtAsync(language);

        await shop.SaysAsync(said);

        Assert.Equal(["1 Ankara shirt (XL)", "3 Malt"], shop.Cart.Split(", ").Order());
        Assert.Empty(shop.Escalations);
    }

    [Theory]
    [InlineData("en", "no, I said XXL, not M", "What should it be instead?")]
    [InlineData("en", "not M, XXL. And add 1 malt", "What should it be instead?")]
    [InlineData("pcm", "no be M o, na XXL I want. Add one malt", "Wetin make I put instead?")]
    [InlineData("ha", "ba M ba, XXL nake so. a kara malt daya", "Me zan saka a maimakonsa?")]
    public async Task A_size_that_there_is_not_is_asked_about_and_no_yes_confirms_the_old_one(string language, string said, string asked)
    {
        var shop = await ShirtAsync(language);

        Assert.EndsWith(asked, await shop.SaysAsync(said), StringComparison.Ordinal);
        await shop.SaysAsync("yes");

        Assert.Empty(shop.Orders);
        Assert.Contains("1 Ankara shirt (M)", shop.Cart, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "my car broke down, I can't come again. just bring it to my house", "yes, bring it")]
    [InlineData("en", "I can't pick it up again, please deliver", "yes bring it")]
    [InlineData("pcm", "my motor don spoil, I no fit come carry am again", "yes, bring am")]
    [InlineData("yo", "oko mi ti baje, mi o le wa mo", "beeni, e gbe e wa")]
    [InlineData("ha", "af, ashe mota ta ta lalace, ba zan iya zuwa ba. a kawo min gida kawai", "eh a kawo")]
    [InlineData("ig", "ugbo ala m mebiri, enweghi m ike ibia", "ee, wetara m ya")]
    public async Task Who_cannot_come_is_brought_the_order(string language, string said, string yes)
    {
        var shop = ScriptedShop.Kitchen(language: language);
        await shop.SaysAsync("2 jollof, pickup");

        await shop.SaysAsync(said);
        await shop.SaysAsync("5 Allen Avenue, Ikeja");
        Assert.Empty(shop.Orders);
        Assert.Empty(shop.Escalations);

        await shop.SaysAsync(yes);
        Assert.Equal(HaloAgent.Orders.FulfillmentType.Delivery, Assert.Single(shop.Orders).Fulfillment);
    }

    [Theory]
    [InlineData("en", "yes, bring it")]
    [InlineData("en", "ok send it to my house")]
    [InlineData("pcm", "yes, bring am come")]
    [InlineData("yo", "beeni, e gbe e wa")]
    [InlineData("ha", "eh a kawo")]
    [InlineData("ha", "to, ku kawo")]
    [InlineData("ig", "ee, wetara m ya")]
    public async Task A_yes_that_names_another_way_than_the_summary_changes_it_and_places_nothing(string language, string said)
    {
        var shop = ScriptedShop.Kitchen(language: language);
        await shop.SaysAsync("2 jollof, pickup");

        await shop.SaysAsync(said);

        Assert.Empty(shop.Orders);
    }

    [Fact]
    public async Task A_complaint_does_not_swallow_what_is_said_about_the_order_beside_it()
    {
        var shop = await ScriptedShop.SummaryShownAsync();

        var reply = await shop.SaysAsync("the last soup was cold. bring it to 5 Allen Avenue, Ikeja");

        Assert.Contains("Delivery to Ikeja", reply, StringComparison.Ordinal);
        Assert.Equal([HaloAgent.Conversations.EscalationReason.Complaint], shop.Escalations);
    }

    [Theory]
    [InlineData("en", "I can't pay now, I will come and pick it up", "Pickup")]
    [InlineData("pcm", "no wahala, I go come carry am", "Pickup")]
    [InlineData("en", "I can't pick it up again, please deliver", "Delivery")]
    [InlineData("pcm", "I no fit come carry am again, make una bring am", "Delivery")]
    [InlineData("yo", "mi o ni le wa gbe e mo, e gbe e wa", "Delivery")]
    [InlineData("ha", "ba zan iya zuwa in karba ba, a kawo min", "Delivery")]
    [InlineData("ig", "agaghi m abia ozo, wetara m ya n'ulo", "Delivery")]
    public void One_way_is_heard_where_the_other_is_denied(string language, string said, string way) =>
        Assert.Equal([way], Shops.Hear(language, said).Split("; ").Where(part => part is "Pickup" or "Delivery"));

    [Theory]
    [InlineData("pcm", "ehen now e correct")]
    [InlineData("yo", "O ti daa, bee ni")]
    public void What_is_right_now_is_agreed_to(string language, string said) => Assert.Equal("Yes", Shops.Hear(language, said));

    [Fact]
    public async Task The_verb_of_a_swap_holds_for_a_size_behind_it()
    {
        var shop = ScriptedShop.Kitchen();
        shop.Sell("Ankara gown", "Gowns", 12000, variants: ["M", "L", "XL"]);
        await shop.SaysAsync("1 Ankara gown size M and 1 malt, pickup");

        await shop.SaysAsync("change the malt to zobo and the gown to XL");

        Assert.Equal("1 Ankara gown (XL), 1 Zobo 50cl", shop.Cart);
    }

    [Fact]
    public async Task Who_says_the_size_and_how_to_get_it_orders_one()
    {
        var shop = ScriptedShop.Kitchen();
        shop.Sell("Ankara gown", "Gowns", 12000, variants: ["M", "L", "XL"]);

        Assert.Contains("Reply *yes* to confirm", await shop.SaysAsync("ankara gown size M, pickup"), StringComparison.Ordinal);

        Assert.Equal("1 Ankara gown (M)", shop.Cart);
    }

    private static async Task<ScriptedShop> ShirtAsync(string language)
    {
        var shop = ScriptedShop.Kitchen(language: language);
        shop.Sell("Ankara shirt", "Shirts", 12000, variants: ["M", "L", "XL"]);
        await shop.SaysAsync("1 Ankara shirt size M and 1 malt, pickup");
        Assert.Equal("1 Ankara shirt (M), 1 Malt", shop.Cart);
        return shop;
    }
}
