using HaloAgent.Businesses;
using HaloAgent.Orders;
using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>Whole chats in Nigerian Pidgin: heard, answered and remembered in it.</summary>
public sealed class PidginStoryTests
{
    [Fact]
    public async Task From_how_far_to_a_claimed_payment()
    {
        var shop = ScriptedShop.Kitchen().AtFirst();

        Assert.Contains("Na Halo Kitchen be this", await shop.SaysAsync("How far, wetin una get"), StringComparison.Ordinal);
        Assert.Equal("pcm", shop.Language);
        Assert.Contains("I don add: 2 × Jollof rice & chicken", await shop.SaysAsync("abeg give me 2 jollof"), StringComparison.Ordinal);
        Assert.Contains("Where make we bring am come?", await shop.SaysAsync("add one zobo join, make una bring am come my house"), StringComparison.Ordinal);
        var summary = await shop.SaysAsync("12 Adeniyi Jones, Ikeja, opposite GTBank");
        Assert.Contains("*Total ₦9,300*", summary, StringComparison.Ordinal);
        Assert.Contains("Reply *yes* if e correct", summary, StringComparison.Ordinal);
        Assert.Empty(shop.Orders);

        Assert.Contains("Your order number na *0001*", await shop.SaysAsync("e correct"), StringComparison.Ordinal);
        Assert.Single(shop.Orders);
        Assert.Contains("0123456789", await shop.SaysAsync("send aza again abeg"), StringComparison.Ordinal);
        await shop.SaysAsync("i go pay this evening");
        Assert.Equal(OrderStatus.PendingPayment, shop.Orders[0].Status);
        Assert.Contains("I don tell the shop say you talk say you don pay for order", await shop.SaysAsync("i don pay o"), StringComparison.Ordinal);
        Assert.Equal(OrderStatus.AwaitingConfirmation, shop.Orders[0].Status);
        Assert.Contains("dey check am", await shop.SaysAsync("where my order"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_mind_changes_the_order_and_confirms_nothing()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("i wan order 2 jollof and 1 zobo");
        await shop.SaysAsync("comot the zobo");
        await shop.SaysAsync("make am 3");
        Assert.Equal("3 Jollof rice & chicken", shop.Cart);
        await shop.SaysAsync("i go come carry am");
        await shop.SaysAsync("i no do again");
        Assert.Empty(shop.Orders);
        Assert.Equal("", shop.Cart);
    }

    [Theory]
    [InlineData("en", "1 jollof please", "change it to fried rice")]
    [InlineData("pcm", "i wan chop 1 jollof", "change am to fried rice abeg")]
    [InlineData("yo", "Mo fe jollof kan", "E ba mi paaro e si fried rice")]
    [InlineData("ha", "ina son jollof daya", "a canza shi da fried rice")]
    [InlineData("ig", "achoro m jollof otu", "biko gbanwee ya ka o buru fried rice")]
    public async Task What_was_just_ordered_is_exchanged_in_every_language(string language, string order, string change)
    {
        var shop = ScriptedShop.Kitchen(language: language);
        await shop.SaysAsync(order);
        await shop.SaysAsync(change);
        Assert.Equal("1 Fried rice & chicken", shop.Cart);
    }

    [Fact]
    public async Task A_short_answer_keeps_the_language_and_a_sentence_switches_it()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("wetin una get");
        await shop.SaysAsync("2");
        Assert.Equal("pcm", shop.Language);
        await shop.SaysAsync("jollof rice");
        Assert.Equal("pcm", shop.Language);
        Assert.Contains("is ₦800", await shop.SaysAsync("How much is the zobo, please?"), StringComparison.Ordinal);
        Assert.Equal("en", shop.Language);
    }

    [Fact]
    public async Task A_language_that_was_asked_for_holds_whatever_is_written()
    {
        var shop = ScriptedShop.Kitchen();
        Assert.Contains("Wetin you want?", await shop.SaysAsync("please talk pidgin"), StringComparison.Ordinal);
        Assert.Contains("na ₦800", await shop.SaysAsync("How much is the zobo, please?"), StringComparison.Ordinal);
        Assert.Contains("would you like?", await shop.SaysAsync("speak English"), StringComparison.Ordinal);
        Assert.Contains("is ₦800", await shop.SaysAsync("abeg how much be zobo"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Tone.Warm)]
    [InlineData(Tone.Plain)]
    [InlineData(Tone.Formal)]
    public async Task What_nobody_understands_is_admitted_in_Pidgin(Tone tone)
    {
        var shop = ScriptedShop.Kitchen(tone);
        Assert.Contains("I no understand that one", await shop.SaysAsync("abeg wetin dey worry una goat sef"), StringComparison.Ordinal);
    }
}
