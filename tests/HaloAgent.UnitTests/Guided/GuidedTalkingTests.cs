using HaloAgent.AgentWorker.Agent.Guided.Dialogue;
using HaloAgent.Businesses;
using HaloAgent.Conversations;
using Xunit;

namespace HaloAgent.UnitTests.Guided;

public sealed class GuidedTalkingTests
{
    [Theory]
    [InlineData(1, "Good morning.")]
    [InlineData(6, "Good morning.")]
    [InlineData(13, "Good afternoon.")]
    [InlineData(19, "Good evening.")]
    [InlineData(23, "Good evening.")]
    public async Task The_greeting_follows_the_shops_clock(int lagosHour, string greeting)
    {
        var shop = ScriptedShop.Kitchen();
        shop.Now = new DateTimeOffset(2026, 11, 23, lagosHour - 1, 0, 0, TimeSpan.Zero);

        Assert.StartsWith(greeting, await shop.SaysAsync("hi"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "how long does delivery take?")]
    [InlineData("pcm", "how long delivery dey take?")]
    [InlineData("yo", "iseju melo ni delivery yin maa gba?")]
    [InlineData("ha", "nawa zai dauka kafin ku kawo?")]
    [InlineData("ig", "oge ole ka o ga-ewe iji bute ya?")]
    public async Task How_long_a_delivery_takes_only_the_shop_knows(string language, string words)
    {
        var shop = ScriptedShop.Kitchen(language: language);

        await shop.SaysAsync(words);

        Assert.Equal([EscalationReason.Other], shop.Escalations);
    }

    [Theory]
    [InlineData("en", "2 jollof and 1 zobo, how fast can you deliver?", "2 Jollof rice & chicken, 1 Zobo 50cl")]
    [InlineData("en", "I want to know how long 2 jollof will take", "")]
    public async Task Goods_beside_the_question_how_long_are_ordered_and_those_in_it_are_not(string language, string words, string cart)
    {
        var shop = ScriptedShop.Kitchen(language: language);

        await shop.SaysAsync(words);

        Assert.Equal(cart, shop.Cart);
    }

    [Theory]
    [InlineData("ha", "zobo nawa ne idan na dauki biyu?")]
    [InlineData("ig", "oge ole ka unu na-emechi?")]
    public async Task A_price_and_a_closing_time_are_no_question_how_long(string language, string words)
    {
        var shop = ScriptedShop.Kitchen(language: language);

        await shop.SaysAsync(words);

        Assert.Empty(shop.Escalations);
    }

    [Fact]
    public async Task How_long_an_order_takes_is_answered_with_where_it_stands()
    {
        var shop = await ScriptedShop.ConfirmedAsync();

        Assert.Contains("Order 0001", await shop.SaysAsync("how long will delivery take?"), StringComparison.Ordinal);

        Assert.Empty(shop.Escalations);
    }

    [Fact]
    public async Task The_first_reply_ever_says_what_it_is_and_how_to_reach_a_person()
    {
        var shop = ScriptedShop.Kitchen().AtFirst();

        var reply = await shop.SaysAsync("2 jollof");

        Assert.StartsWith("Good morning. This is Halo Kitchen.\n\nI'm the shop's automated assistant.", reply, StringComparison.Ordinal);
        Assert.Contains("Added: 2 × Jollof rice & chicken.", reply, StringComparison.Ordinal);
        Assert.DoesNotContain("automated assistant", await shop.SaysAsync("hi"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_too_long_to_be_read_to_its_end_is_for_a_person_and_orders_nothing()
    {
        var shop = ScriptedShop.Kitchen();

        var reply = await shop.SaysAsync("2 jollof. " + string.Concat(Enumerable.Repeat("It is for my aunt. ", 300)) + "Forget all of it.");

        Assert.Contains("asked somebody from the shop", reply, StringComparison.Ordinal);
        Assert.Equal(EscalationReason.NotUnderstood, Assert.Single(shop.Escalations));
        Assert.DoesNotContain("Added", reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("can I talk to a person", EscalationReason.AskedForPerson, "I've told the shop that you want to talk to somebody.")]
    [InlineData("my food was cold", EscalationReason.Complaint, "I'm sorry about that.")]
    [InlineData("refund me", EscalationReason.Refund, "Giving money back is for the shop to decide")]
    [InlineData("what is your refund policy?", EscalationReason.Refund, "Giving money back is for the shop to decide")]
    [InlineData("you people are thieves", EscalationReason.Anger, "I'm sorry about that.")]
    [InlineData("my son is vomiting after eating your rice, I will sue you", EscalationReason.Medical, "I'm sorry to hear that. I've alerted the shop")]
    [InlineData("you will hear from my lawyer", EscalationReason.Legal, "I understand. This is for the shop to handle")]
    public async Task A_person_is_called_and_the_customer_told(string said, EscalationReason reason, string start)
    {
        var shop = ScriptedShop.Kitchen();

        Assert.StartsWith(start, await shop.SaysAsync(said), StringComparison.Ordinal);
        Assert.Equal([reason], shop.Escalations);
    }

    [Theory]
    [InlineData("2026-11-23T10:00:00Z", "The shop is open now, so you should get a reply here shortly.")]
    [InlineData("2026-11-23T05:00:00Z", "The shop opens today at 08:00. You should get a reply here after that.")]
    [InlineData("2026-11-24T21:30:00Z", "The shop opens on Sunday at 12:00. You should get a reply here after that.")]
    public async Task Who_waits_for_a_person_is_told_when_the_shop_is_open(string now, string next)
    {
        var shop = ScriptedShop.Kitchen();
        shop.Now = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture);

        Assert.EndsWith($"\n\n{next}", await shop.SaysAsync("can I talk to a person"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shop_without_opening_hours_promises_no_time()
    {
        var shop = ScriptedShop.Kitchen();
        shop.Business.OpenAt([]);

        Assert.EndsWith("You can keep chatting with me in the meantime.", await shop.SaysAsync("can I talk to a person"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Not_understood_twice_in_a_row_calls_a_person()
    {
        var shop = ScriptedShop.Kitchen();

        Assert.StartsWith("Sorry, I didn't get that.", await shop.SaysAsync("qwertyuiop"), StringComparison.Ordinal);
        Assert.Empty(shop.Escalations);
        Assert.StartsWith("I still didn't get that", await shop.SaysAsync("zxcvbnm"), StringComparison.Ordinal);
        Assert.Equal([EscalationReason.NotUnderstood], shop.Escalations);
    }

    [Fact]
    public async Task Understood_in_between_starts_the_count_again()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("qwertyuiop");
        await shop.SaysAsync("menu");
        await shop.SaysAsync("zxcvbnm");

        Assert.Empty(shop.Escalations);
    }

    [Theory]
    [InlineData("are you a bot?", "I'm an automated assistant, not a person.")]
    [InlineData("who are you", "I'm an automated assistant, not a person.")]
    [InlineData("where are you located?", "You can find us at 14 Opebi Road, Ikeja.")]
    [InlineData("how much is delivery to Yaba?", "Delivery to Yaba is ₦2,000.")]
    [InlineData("do you deliver to Ibadan?", "Ibadan is not on our delivery list. We deliver to:\nIkeja: ₦1,500")]
    [InlineData("which areas do you deliver to", "We deliver to:\nIkeja: ₦1,500\nYaba: ₦2,000")]
    [InlineData("last price?", "The prices I show are the shop's own")]
    [InlineData("can I pay on delivery", "Orders here are paid for by bank transfer")]
    [InlineData("thank you", "You are welcome.")]
    [InlineData("bye", "Goodbye, and thank you for contacting Halo Kitchen.")]
    [InlineData("where is my order", "You have no open order with us.")]
    [InlineData("help", "You can chat with me the way you would with a person")]
    [InlineData("do you have zobo?", "Yes, we have Zobo 50cl. It is ₦800.\n\nZobo 50cl: how many would you like?")]
    [InlineData("do you have chapman?", "Chapman is sold out right now.")]
    [InlineData("do you have polo shirts?", "Yes, we have Polo shirt in:\nM / Red: ₦6,000")]
    [InlineData("do you have pizza?", "We don't have pizza.")]
    [InlineData("is the jollof spicy?", "Jollof rice & chicken is ₦3,500. Jollof rice & chicken, made today.\n\nTo know more about it")]
    [InlineData("what drinks do you have", "Drinks:\n1. Zobo 50cl: ₦800")]
    [InlineData("5", "5 of what?")]
    [InlineData("yes", "There's nothing to confirm right now.")]
    [InlineData("cancel", "You have no open order to cancel.")]
    [InlineData("what's in my cart", "Your order is empty.")]
    [InlineData("the sky fell into my lap", "Sorry, I didn't get that.")]
    public async Task Questions_are_answered_from_what_is_stored(string said, string start)
    {
        var shop = ScriptedShop.Kitchen();

        Assert.StartsWith(start, await shop.SaysAsync(said), StringComparison.Ordinal);
        Assert.Equal("", shop.Cart);
        Assert.Empty(shop.Orders);
    }

    [Theory]
    [InlineData("<b>2 jollof</b>; DROP TABLE orders")]
    [InlineData("\u202E\u200B")]
    [InlineData("😂")]
    [InlineData("2 \ud83d jollof")]
    public async Task Odd_text_breaks_nothing(string said)
    {
        var shop = ScriptedShop.Kitchen();

        Assert.NotEmpty(await shop.SaysAsync(said));
        Assert.Empty(shop.Orders);
    }

    [Fact]
    public async Task A_hundred_kilobytes_are_read_as_far_as_anybody_orders()
    {
        var shop = ScriptedShop.Kitchen();

        Assert.NotEmpty(await shop.SaysAsync(string.Concat(Enumerable.Repeat("jollof and zobo ", 6_500))));
        Assert.All(shop.Reply!.Bubbles, bubble => Assert.True(bubble.Text.Length < 20_000));
    }

    [Fact]
    public async Task The_record_of_a_turn_holds_nothing_personal()
    {
        var shop = ScriptedShop.Kitchen();

        await shop.SaysAsync("2 jollof, deliver to 12 Adeniyi Jones, Ikeja");

        Assert.Equal("Add+Delivery+Place", shop.Reply!.Understood.Intent);
        Assert.DoesNotContain("Adeniyi", System.Text.Json.JsonSerializer.Serialize(shop.Memory), StringComparison.Ordinal);
    }

    [Fact]
    public void A_shop_that_closes_after_midnight_is_open_then()
    {
        OpeningHours[] late = [new(DayOfWeek.Friday, new TimeOnly(18, 0), new TimeOnly(2, 0))];

        Assert.True(OpeningTimes.IsOpen(late, new DateTimeOffset(2026, 11, 28, 1, 0, 0, TimeSpan.Zero)));
        Assert.True(OpeningTimes.IsOpen(late, new DateTimeOffset(2026, 11, 27, 23, 0, 0, TimeSpan.Zero)));
        Assert.False(OpeningTimes.IsOpen(late, new DateTimeOffset(2026, 11, 28, 3, 0, 0, TimeSpan.Zero)));
    }
}
