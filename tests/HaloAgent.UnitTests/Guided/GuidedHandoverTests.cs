using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>Who gets the goods and whom to call is noted beside the order as it was written: nothing of it is lost, and none of it is taken for goods.</summary>
public sealed class GuidedHandoverTests
{
    [Theory]
    [InlineData("en", "call my sister Kelechi on 08031234567 when you reach")]
    [InlineData("en", "the receiver is Kelechi Obi 0803 123 4567")]
    [InlineData("en", "08031234567")]
    [InlineData("en", "call me when you are outside")]
    [InlineData("en", "give it to the gateman")]
    [InlineData("en", "Kelechi will receive it, her number is +234 803 123 4567")]
    [InlineData("pcm", "make the rider call 08031234567 when e reach")]
    [InlineData("pcm", "abeg give am to gateman")]
    [InlineData("yo", "e pe aburo mi lori 08031234567 ti e ba de")]
    [InlineData("yo", "Mama Sade, 08034517720")]
    [InlineData("ha", "a kira wannan lambar 08031234567 in an iso")]
    [InlineData("ha", "a ba maigadi")]
    [InlineData("ig", "kpoo nwanne m na 08031234567 mgbe i rutere")]
    [InlineData("ig", "nye ya onye nche")]
    public async Task Is_noted_beside_the_order_and_shown_in_the_summary(string language, string said)
    {
        var shop = ScriptedShop.Kitchen(language: language);
        await shop.SaysAsync(ScriptedShop.Delivered[language]);

        var reply = await shop.SaysAsync(said);

        Assert.Equal(2, reply.Split($"“{said}”").Length - 1);
        Assert.Equal("2 Zobo 50cl", shop.Cart);
        Assert.Empty(shop.Escalations);
    }

    [Theory]
    [InlineData("en", "my brother Kelechi will come and pick it up, his number is 08031234567")]
    [InlineData("pcm", "na my sister Bisi go come collect am")]
    [InlineData("yo", "aburo mi Bisi lo maa wa gbe")]
    [InlineData("ha", "kanwata Aisha ce za ta zo ta karba")]
    [InlineData("ig", "nwanne m Ada ga-abia buru ya")]
    public async Task Who_fetches_it_is_noted_and_it_is_fetched(string language, string said)
    {
        var shop = ScriptedShop.Kitchen(language: language);
        await shop.SaysAsync(ScriptedShop.Delivered[language].Split(',')[0]);
        await shop.SaysAsync("pickup");

        Assert.Contains($"“{said}”", await shop.SaysAsync(said), StringComparison.Ordinal);
        await shop.SaysAsync("yes");

        var order = Assert.Single(shop.Orders);
        Assert.Equal(said, order.Note);
        Assert.Equal(HaloAgent.Orders.FulfillmentType.Pickup, order.Fulfillment);
    }

    [Theory]
    [InlineData("5 Allen Avenue, Ikeja, give it to the gateman", "give it to the gateman")]
    [InlineData("5 Allen Avenue Ikeja 08031234567", "08031234567")]
    [InlineData("5 Allen Avenue, Ikeja. My number is 08031234567", "My number is 08031234567")]
    public async Task Said_with_the_address_it_is_no_part_of_the_address(string said, string noted)
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 zobo, delivery");
        await shop.SaysAsync(said);
        await shop.SaysAsync("yes");

        var order = Assert.Single(shop.Orders);
        Assert.Equal(noted, order.Note);
        Assert.DoesNotContain(noted, order.DeliveryAddress, StringComparison.Ordinal);
        Assert.StartsWith("5 Allen Avenue", order.DeliveryAddress, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beside_a_plain_yes_it_is_noted_and_the_order_is_placed()
    {
        var shop = await ScriptedShop.SummaryShownAsync();
        await shop.SaysAsync("Yes. My brother Kelechi will receive it, 08031234567");
        Assert.Equal("My brother Kelechi will receive it, 08031234567", Assert.Single(shop.Orders).Note);
    }

    [Theory]
    [InlineData("okay, my brother will pick it up")]
    [InlineData("yes if my brother will pick it up")]
    [InlineData("yes, my brother will pick it up and add 1 zobo")]
    [InlineData("yes, my brother will come and check it first")]
    public async Task Beside_less_than_a_plain_yes_nothing_is_placed(string said)
    {
        var shop = await ScriptedShop.SummaryShownAsync();
        await shop.SaysAsync(said);
        Assert.Empty(shop.Orders);
    }

    [Fact]
    public async Task Told_before_any_goods_it_is_noted_with_the_first_of_them()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("my sister Bisi will come and pick it up");
        Assert.DoesNotContain("Bisi", string.Concat(shop.Memory.Slots.Values), StringComparison.Ordinal);
        Assert.Contains("“my sister Bisi will come and pick it up”", await shop.SaysAsync("2 zobo"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_to_be_brought_stays_so_where_somebody_receives_it()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 zobo, deliver to 5 Allen Avenue, Ikeja");
        await shop.SaysAsync("my brother will collect it");
        await shop.SaysAsync("yes");
        Assert.Equal(HaloAgent.Orders.FulfillmentType.Delivery, Assert.Single(shop.Orders).Fulfillment);
    }

    [Fact]
    public async Task Of_an_order_that_is_placed_the_shop_is_told()
    {
        var shop = await ScriptedShop.SummaryShownAsync();
        await shop.SaysAsync("yes");
        await shop.SaysAsync("my sister will come and collect it, her name is Bisi");
        Assert.Single(shop.Escalations);
    }

    [Theory]
    [InlineData("I paid from 08031234567")]
    [InlineData("please call me on 08031234567, I want to talk to the owner")]
    [InlineData("give 2 jollof to my brother")]
    [InlineData("can my brother come and pick it up?")]
    public async Task Other_words_with_numbers_and_brothers_note_nothing(string said)
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 zobo, pickup");
        Assert.DoesNotContain("Noted", await shop.SaysAsync(said), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ade, 08031234567, 7 Opebi Road, Ikeja", "Ade, 08031234567", "7 Opebi Road, Ikeja")]
    [InlineData("08031234567, 7 Opebi Road, Ikeja", "08031234567", "7 Opebi Road, Ikeja")]
    [InlineData("Ade 08031234567, 7 Opebi Road, Ikeja", "Ade 08031234567", "7 Opebi Road, Ikeja")]
    [InlineData("call me on 08031234567, 7 Opebi Road, Ikeja", "call me on 08031234567", "7 Opebi Road, Ikeja")]
    [InlineData("7 Opebi Road, Ikeja, 08031234567", "08031234567", "7 Opebi Road, Ikeja")]
    public async Task Name_number_and_address_may_come_in_any_order(string said, string noted, string address)
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 zobo, delivery");
        await shop.SaysAsync(said);
        await shop.SaysAsync("yes");

        var order = Assert.Single(shop.Orders);
        Assert.Equal((noted, address), (order.Note, order.DeliveryAddress));
    }

    [Theory]
    [InlineData("give it to the gateman and add 2 malt", "give it to the gateman")]
    [InlineData("when you reach call me, 2 malt too", "when you reach call me")]
    public async Task What_is_ordered_beside_it_is_not_lost_in_it(string said, string noted)
    {
        var shop = await ScriptedShop.SummaryShownAsync();
        Assert.Contains($"“{noted}”", await shop.SaysAsync(said), StringComparison.Ordinal);
        Assert.EndsWith("2 Malt", shop.Cart, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Yes. My sister will collect it and change it to 3")]
    [InlineData("Yes. Give it to the gateman and remove one")]
    [InlineData("Yes. my brother will collect it after I approve")]
    [InlineData("yes, my wife will be around to decide")]
    [InlineData("Yes. My sister will collect it instead of delivery")]
    public async Task What_changes_or_puts_off_is_no_yes_for_its_sake(string said)
    {
        var shop = await ScriptedShop.SummaryShownAsync();
        await shop.SaysAsync(said);
        Assert.Empty(shop.Orders);
    }

    [Theory]
    [InlineData("08031234567 is my account")]
    [InlineData("my opay is 08031234567")]
    [InlineData("I called 08031234567 nobody picked")]
    [InlineData("order number 20261128001")]
    [InlineData("my mum is coming for her birthday")]
    public async Task Numbers_and_people_of_other_matters_are_not_noted(string said)
    {
        var shop = await ScriptedShop.SummaryShownAsync();
        Assert.DoesNotContain("Noted", await shop.SaysAsync(said), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("my wife will collect it")]
    [InlineData("my brother will come outside and collect it")]
    [InlineData("the security will pick it at the gate")]
    [InlineData("she will come to the gate to pick it")]
    public async Task Somebody_who_comes_to_the_door_fetches_nothing_at_the_shop(string said)
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 zobo, deliver to 5 Allen Avenue, Ikeja");
        Assert.Contains($"“{said}”", await shop.SaysAsync(said), StringComparison.Ordinal);
        await shop.SaysAsync("yes");
        Assert.Equal(HaloAgent.Orders.FulfillmentType.Delivery, Assert.Single(shop.Orders).Fulfillment);
    }

    [Fact]
    public async Task Who_orders_nothing_and_wants_to_be_called_gets_a_person()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("please call me on 08031234567");
        Assert.Single(shop.Escalations);
    }

    [Theory]
    [InlineData("my brother will receive it", "my sister Bisi will receive it", "my sister Bisi will receive it")]
    [InlineData("08031234567", "08039999999", "08039999999")]
    [InlineData("my brother Kelechi will receive it", "08031234567", "my brother Kelechi will receive it; 08031234567")]
    [InlineData("call me when you reach", "give it to the gateman", "call me when you reach; give it to the gateman")]
    public async Task What_is_told_anew_takes_the_place_of_what_it_contradicts(string first, string then, string noted)
    {
        var shop = await ScriptedShop.SummaryShownAsync();
        await shop.SaysAsync(first);
        await shop.SaysAsync(then);
        await shop.SaysAsync("yes");
        Assert.Equal(noted, Assert.Single(shop.Orders).Note);
    }

    [Theory]
    [InlineData("en", "2 zobo, deliver to 5 Allen Avenue, Ikeja. my wife will collect it")]
    [InlineData("en", "2 zobo, deliver to 5 Allen Avenue, Ikeja. my sister will pick it from the rider at the gate")]
    [InlineData("pcm", "2 zobo, carry am come 5 Allen Avenue Ikeja. my sister go collect am, Chioma 08065551234")]
    public async Task With_an_address_in_the_same_message_it_is_brought(string language, string said)
    {
        var shop = ScriptedShop.Kitchen(language: language);
        Assert.Contains("5 Allen Avenue", await shop.SaysAsync(said), StringComparison.Ordinal);
        await shop.SaysAsync("yes");
        Assert.Equal(HaloAgent.Orders.FulfillmentType.Delivery, Assert.Single(shop.Orders).Fulfillment);
    }
}
