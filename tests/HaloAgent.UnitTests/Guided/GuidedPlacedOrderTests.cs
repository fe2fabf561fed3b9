using HaloAgent.Conversations;
using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>What is said of an order that is placed: the agent changes none, and says so.</summary>
public sealed class GuidedPlacedOrderTests
{
    [Theory]
    [InlineData("change it to 2 amala", "2 Amala & ewedu")]
    [InlineData("make it 3", "3 Jollof rice & chicken")]
    [InlineData("add 2 zobo", "2 Zobo 50cl")]
    public async Task A_change_begins_another_order_and_says_so(string words, string cart)
    {
        var shop = await ScriptedShop.ConfirmedAsync();

        var reply = await shop.SaysAsync(words);

        Assert.Contains("Order 0001 has already been placed and stays as it is.", reply, StringComparison.Ordinal);
        Assert.Contains("Anything you ask for now goes into a new order.", reply, StringComparison.Ordinal);
        Assert.Equal(cart, shop.Cart);
        Assert.Equal(2, Assert.Single(Assert.Single(shop.Orders).Items).Quantity);
    }

    [Theory]
    [InlineData("remove 1 jollof")]
    [InlineData("deliver to 5 Allen Avenue Ikeja")]
    public async Task What_cannot_be_begun_anew_stays_as_it_is(string words)
    {
        var shop = await ScriptedShop.ConfirmedAsync();

        Assert.Equal("Order 0001 has already been placed and stays as it is. Type *person* if you want to ask the shop to change it.", await shop.SaysAsync(words));

        Assert.Equal("", shop.Cart);
    }

    [Theory]
    [InlineData("please deliver it by 2pm")]
    [InlineData("Please I need it by 4pm")]
    [InlineData("I will pick it up by 4pm")]
    public async Task A_time_for_it_is_passed_on_to_the_shop(string words)
    {
        var shop = await ScriptedShop.ConfirmedAsync();

        Assert.Contains("I've passed your message on to the shop", await shop.SaysAsync(words), StringComparison.Ordinal);

        Assert.Contains(EscalationReason.Other, shop.Escalations);
    }

    [Fact]
    public async Task To_come_for_it_is_answered_with_where()
    {
        var shop = await ScriptedShop.ConfirmedAsync();

        Assert.Equal("You can pick it up at 14 Opebi Road, Ikeja.", await shop.SaysAsync("I will come and pick it up"));
    }

    [Theory]
    [InlineData("2 zobo")]
    [InlineData("I want 2 zobo, pickup")]
    public async Task Other_goods_are_just_another_order(string words)
    {
        var shop = await ScriptedShop.ConfirmedAsync();

        Assert.DoesNotContain("stays as it is", await shop.SaysAsync(words), StringComparison.Ordinal);

        Assert.Equal("2 Zobo 50cl", shop.Cart);
    }

    [Fact]
    public async Task What_the_shop_does_not_have_begins_no_new_order()
    {
        var shop = await ScriptedShop.ConfirmedAsync();

        Assert.DoesNotContain("new order", await shop.SaysAsync("add 2 pizza"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Praise_of_what_is_cooked_buys_nothing()
    {
        var shop = await ScriptedShop.ConfirmedAsync();

        await shop.SaysAsync("I love how you make the jollof");

        Assert.Equal("", shop.Cart);
    }

    [Fact]
    public async Task A_change_two_days_later_speaks_of_no_old_order()
    {
        var shop = await ScriptedShop.ConfirmedAsync();
        shop.Now = shop.Now.AddDays(2);

        Assert.DoesNotContain("stays as it is", await shop.SaysAsync("add 2 zobo"), StringComparison.Ordinal);
    }
}
