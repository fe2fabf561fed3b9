using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.Conversations;
using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>Everyday words that look like a wish for something else, and the wish itself.</summary>
public sealed class GuidedLookalikesTests
{
    [Theory]
    [InlineData("I will send the receipt")]
    [InlineData("I will send the receipt now")]
    [InlineData("should I send the receipt?")]
    [InlineData("let me get the receipt from my bank")]
    [InlineData("I don't have the receipt")]
    public async Task Who_speaks_of_the_receipt_they_will_send_asks_for_no_person(string said)
    {
        var shop = await ScriptedShop.ConfirmedAsync();

        Assert.DoesNotContain("didn't get that", await shop.SaysAsync(said), StringComparison.Ordinal);
        Assert.Empty(shop.Escalations);
    }

    [Theory]
    [InlineData("I have paid, I will send the receipt now")]
    [InlineData("I have paid. I will send the receipt now")]
    [InlineData("I have paid but I don't have the receipt")]
    [InlineData("I have paid, have you received it?")]
    public async Task A_claim_beside_the_receipt_is_a_claim(string said)
    {
        var shop = await ScriptedShop.ConfirmedAsync();

        Assert.Contains("I've told the shop that you say you've paid", await shop.SaysAsync(said), StringComparison.Ordinal);
        Assert.Empty(shop.Escalations);
    }

    [Theory]
    [InlineData("can I get a receipt")]
    [InlineData("please send me the receipt")]
    [InlineData("I need a receipt")]
    [InlineData("send me an invoice")]
    public async Task Who_wants_a_receipt_gets_a_person(string said)
    {
        var shop = await ScriptedShop.ConfirmedAsync();

        await shop.SaysAsync(said);

        Assert.Equal([EscalationReason.AskedForPerson], shop.Escalations);
    }

    [Theory]
    [InlineData("I want to make a change to my order", false)]
    [InlineData("I want to make payment for my order", false)]
    [InlineData("I want to place an order", true)]
    [InlineData("I want to make an order", true)]
    [InlineData("I would like to place a big order", true)]
    public void Only_who_places_an_order_is_shown_the_menu(string said, bool menu) => Assert.Equal(menu, Shops.HeardInKitchen(said, "Menu"));

    [Theory]
    [InlineData("I want to make a change to my order", false)]
    [InlineData("I want to make payment for my order", true)]
    [InlineData("I want to make the transfer", true)]
    public void Only_who_pays_is_told_how(string said, bool pays) => Assert.Equal(pays, Shops.KitchenListener.Hear(said).HasAny(Intent.PaymentDetails, Intent.PayLater));

    [Theory]
    [InlineData("en", "I will add money for the delivery", false)]
    [InlineData("en", "prices have gone up in the market", false)]
    [InlineData("en", "your prices have gone up", true)]
    [InlineData("en", "the price of jollof has gone up", true)]
    [InlineData("en", "you people have added money", true)]
    [InlineData("en", "why did you increase the price", true)]
    [InlineData("pcm", "una don add money", true)]
    public void Only_what_is_said_of_the_shops_prices_is_a_word_on_them(string language, string said, bool discount) =>
        Assert.Equal(discount, new Listener(language, Shops.Kitchen, Shops.Areas).Hear(said).Has(Intent.Discount));

    [Theory]
    [InlineData("do you have birthday card", "availability ?birthday card")]
    [InlineData("do you accept the use of card", "PayOnDelivery")]
    [InlineData("do you have a POS", "Availability; PayOnDelivery")]
    public void A_card_to_give_is_no_card_to_pay_with(string said, string heard) => Assert.Equal(heard, Shops.InKitchen(said));

    [Theory]
    [InlineData("I want to return it")]
    [InlineData("I want to return this")]
    public async Task Who_has_bought_nothing_has_nothing_to_return(string said)
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 malt");

        await shop.SaysAsync(said);

        Assert.Empty(shop.Escalations);
        Assert.Equal("2 Malt", shop.Cart);
    }

    [Theory]
    [InlineData("I want to return it")]
    [InlineData("I want to return the jollof")]
    [InlineData("I need to return my order")]
    public async Task Who_has_ordered_and_returns_something_gets_a_person(string said)
    {
        var shop = await ScriptedShop.ConfirmedAsync();

        await shop.SaysAsync(said);

        Assert.Equal([EscalationReason.Refund], shop.Escalations);
    }

    [Theory]
    [InlineData("I need to return my call")]
    [InlineData("I have to return my tray tomorrow")]
    public void What_is_returned_otherwise_is_no_refund(string said) => Assert.Empty(Shops.KitchenListener.Hear(said).Matters);

    [Theory]
    [InlineData("2 normal jollof")]
    [InlineData("2 regular jollof")]
    [InlineData("2 proper jollof")]
    [InlineData("2 decent jollof")]
    public void The_usual_kind_keeps_its_count(string said) => Assert.Equal("add 2 Jollof rice & chicken", Shops.InKitchen(said));

    [Theory]
    [InlineData("do you sell sewing machine", "availability ?sewing machine")]
    [InlineData("do you have training shoes", "availability ?training shoes")]
    [InlineData("do you have celebration cake", "availability ?cake")]
    [InlineData("do you have surprise box", "availability ?box")]
    [InlineData("2 jollof for my graduation", "add 2 Jollof rice & chicken")]
    [InlineData("2 jollof, it is a surprise for my wife", "add 2 Jollof rice & chicken")]
    public void What_is_sold_under_an_everyday_word_is_known_to_be_none_of_ours(string said, string heard) => Assert.Equal(heard, Shops.InKitchen(said));
}
