using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>Where an order is brought.</summary>
public sealed class GuidedDeliveringTests
{
    [Fact]
    public async Task Delivery_asks_for_the_address_and_then_for_the_area()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 jollof");

        Assert.Contains("Where should we deliver to?", await shop.SaysAsync("delivery"), StringComparison.Ordinal);
        Assert.Contains("Which of these areas is that in?\n1. Ikeja: ₦1,500\n2. Yaba: ₦2,000", await shop.SaysAsync("12 Rice Mill Road, by the church"), StringComparison.Ordinal);
        var summary = await shop.SaysAsync("2");

        Assert.Contains("Delivery to Yaba", summary, StringComparison.Ordinal);
        Assert.Contains("\n12 Rice Mill Road, by the church\n", summary, StringComparison.Ordinal);
        Assert.Equal("2 Jollof rice & chicken", shop.Cart);
    }

    [Fact]
    public async Task An_area_first_is_completed_by_the_street()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 jollof");

        Assert.Contains("Delivery to Yaba is ₦2,000. What's the house number and street?", await shop.SaysAsync("deliver to Yaba"), StringComparison.Ordinal);
        Assert.Contains("\n5 Herbert Macaulay way\n", await shop.SaysAsync("5 Herbert Macaulay way"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pcm", "sorry I mistake, no be 10, na 16 Isheri road", "\nIkeja, 16 Isheri road\n")]
    [InlineData("en", "sorry, not 10, it is 16 Isheri road", "\nIkeja, 16 Isheri road\n")]
    [InlineData("en", "the address is 16 Isheri Road", "\nIkeja, 16 Isheri road\n")]
    public async Task A_house_number_set_right_keeps_the_area(string language, string said, string address)
    {
        var shop = ScriptedShop.Kitchen(language: language);
        await shop.SaysAsync("2 zobo");
        await shop.SaysAsync("Ikeja, 10 Isheri road");

        Assert.Contains(address, await shop.SaysAsync(said), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pcm", "number 7 Bode Thomas, Yaba", "e no be 7, na 17", "number 17 Bode Thomas, Yaba")]
    [InlineData("en", "7 Allen avenue Ikeja", "no, 17", "17 Allen avenue Ikeja")]
    [InlineData("en", "7 Allen avenue Ikeja", "yes but my house number is 17", "17 Allen avenue Ikeja")]
    [InlineData("en", "12 Allen avenue Ikeja", "house number is 5 not 12", "5 Allen avenue Ikeja")]
    [InlineData("en", "3B Allen avenue Ikeja", "it's 3A not 3B", "3A Allen avenue Ikeja")]
    [InlineData("en", "12 Allen avenue Ikeja", "correct the address to 19 please", "19 Allen avenue Ikeja")]
    [InlineData("en", "12 Allen avenue Ikeja", "no o, it's number 12A", "12A Allen avenue Ikeja")]
    [InlineData("en", "10 Admiralty way, Lekki", "my address is 100 Admiralty way, I typed it wrong", "100 Admiralty way, Lekki")]
    [InlineData("pcm", "12 Ogunleye street, Yaba", "abeg na number 21 i wan write, no be 12. how the money take be now", "21 Ogunleye street, Yaba")]
    [InlineData("pcm", "10 Admiralty way, Lekki", "abeg change the address to 24", "24 Admiralty way, Lekki")]
    public async Task A_house_number_counts_no_goods(string language, string address, string said, string right)
    {
        var shop = ScriptedShop.Kitchen(language: language);
        await shop.SaysAsync($"2 jollof and one zobo, deliver to {address}");

        var reply = await shop.SaysAsync(said);

        Assert.Equal("2 Jollof rice & chicken, 1 Zobo 50cl", shop.Cart);
        Assert.Contains($"\n{right}\n", reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no, make it 5", "2 Jollof rice & chicken, 5 Zobo 50cl")]
    [InlineData("no, 4", "2 Jollof rice & chicken, 4 Zobo 50cl")]
    [InlineData("make it 17", "2 Jollof rice & chicken, 17 Zobo 50cl")]
    [InlineData("I meant 17", "2 Jollof rice & chicken, 17 Zobo 50cl")]
    public async Task A_number_that_is_none_of_the_house_still_counts(string said, string cart)
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 jollof and one zobo, deliver to 7 Allen avenue Ikeja");

        await shop.SaysAsync(said);

        Assert.Equal(cart, shop.Cart);
    }

    [Theory]
    [InlineData("pcm", "oya bring am", 1)]
    [InlineData("pcm", "oya send am come", 1)]
    [InlineData("pcm", "when you go bring am", 0)]
    [InlineData("pcm", "una go bring am", 0)]
    [InlineData("pcm", "na delivery", 0)]
    [InlineData("pcm", "bring am come my shop", 0)]
    public async Task Only_who_says_go_and_bring_it_agrees_by_it(string language, string said, int orders)
    {
        var shop = ScriptedShop.Kitchen(language: language);
        await shop.SaysAsync("2 zobo, bring am come 5 Allen Avenue, Ikeja");

        await shop.SaysAsync(said);

        Assert.Equal(orders, shop.Orders.Count);
    }

    [Theory]
    [InlineData("7 Allen avenue Ikeja", "house number is 7 not 17")]
    [InlineData("7 Allen avenue Ikeja", "no be 17, na 7")]
    [InlineData("7 Allen avenue Ikeja", "it's flat 3")]
    [InlineData("7 Allen avenue Ikeja", "I will pay 3000 to the rider at the house")]
    [InlineData("Flat 3, 12 Allen avenue, Ikeja", "my house number is 14")]
    public async Task A_number_that_is_not_said_to_be_the_houses_changes_no_address(string address, string said)
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync($"2 jollof, deliver to {address}");

        await shop.SaysAsync(said);

        Assert.Contains($"\n{address}\n", await shop.SaysAsync("show me my order"), StringComparison.Ordinal);
        Assert.Empty(shop.Orders);
    }

    [Theory]
    [InlineData("change the address to 15 Toyin street")]
    [InlineData("deliver to 20 Allen roundabout")]
    [InlineData("deliver to Surulere")]
    public async Task Another_place_is_never_the_old_one(string said)
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 zobo, deliver to 12 Allen avenue Ikeja");

        Assert.DoesNotContain("Allen avenue", await shop.SaysAsync(said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_street_is_asked_for_its_area()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 zobo, deliver to 10 Isheri road, Ikeja");

        Assert.Contains("Which of these areas is that in?", await shop.SaysAsync("no, 16 Ogui Road"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ha", "zobo guda uku, a kai mata Yaba, 6 Hospital road", "\n6 Hospital road\n")]
    [InlineData("ha", "zobo guda uku, ku aika min Ikeja, 5 Aminu Kano crescent", "\n5 Aminu Kano crescent\n")]
    [InlineData("en", "3 zobo, deliver to 6 hospital road, Yaba", "\n6 hospital road, Yaba\n")]
    [InlineData("ig", "zobo ato, wetara m ya n'Ikeja. Adreesi ya bu 12 Ogui Road, nso Polo Park", "\n12 Ogui Road, nso Polo Park\n")]
    [InlineData("pcm", "3 zobo, deliver am. I dey now, 40 Ojuelegba road, Yaba", "\n40 Ojuelegba road, Yaba\n")]
    public async Task A_street_may_have_the_name_of_an_everyday_thing_and_its_area_another_place(string language, string said, string address)
    {
        var shop = ScriptedShop.Kitchen(language: language);

        var reply = await shop.SaysAsync(said);

        Assert.Equal("3 Zobo 50cl", shop.Cart);
        Assert.Contains(address, reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pcm", "una go bring am")]
    [InlineData("pcm", "make una carry am come")]
    public async Task Who_says_that_the_shop_brings_it_wants_a_delivery(string language, string said)
    {
        var shop = ScriptedShop.Kitchen(language: language);
        await shop.SaysAsync("2 zobo");

        Assert.Contains("Where make we bring am come?", await shop.SaysAsync(said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_saved_address_is_offered_and_never_assumed()
    {
        var shop = await ScriptedShop.ConfirmedAsync("deliver to 12 Adeniyi Jones, Ikeja");
        await shop.SaysAsync("1 malt");

        Assert.Equal("Should we deliver to 12 Adeniyi Jones, Ikeja again? Reply *yes*, or send another address.", await shop.SaysAsync("delivery"));
        Assert.Contains("\n12 Adeniyi Jones, Ikeja\n", await shop.SaysAsync("yes"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_address_may_answer_the_offer_of_the_saved_one()
    {
        var shop = await ScriptedShop.ConfirmedAsync("deliver to 12 Adeniyi Jones, Ikeja");
        await shop.SaysAsync("1 malt");
        await shop.SaysAsync("delivery");

        Assert.Contains("\n4 Sabo road\n", await shop.SaysAsync("4 Sabo road"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shop_without_delivery_says_so_and_goes_on()
    {
        var shop = ScriptedShop.Kitchen(delivers: false);

        var reply = await shop.SaysAsync("2 jollof");

        Assert.Contains("We don't deliver, but you can pick it up at 14 Opebi Road, Ikeja.", reply, StringComparison.Ordinal);
        Assert.Contains("Reply *yes* to confirm", reply, StringComparison.Ordinal);
    }
}
