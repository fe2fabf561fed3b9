using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.Conversations;
using HaloAgent.Loyalty;
using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>Points are told and taken off as the shop has set it; what comes off is reckoned, never said by anybody.</summary>
public sealed class GuidedPointsTests
{
    [Theory]
    [InlineData("en", "how many points do I have?", "Points")]
    [InlineData("en", "check my loyalty points", "Points")]
    [InlineData("en", "use my points", "UsePoints")]
    [InlineData("en", "2 jollof, use my points", "add 2 Jollof rice & chicken; UsePoints")]
    [InlineData("en", "no, don't use my points", "No; KeepPoints")]
    [InlineData("pcm", "how many points I get?", "Points")]
    [InlineData("pcm", "use my points abeg", "UsePoints")]
    [InlineData("yo", "points mi melo?", "Points")]
    [InlineData("yo", "e lo points mi", "UsePoints")]
    [InlineData("ha", "makina nawa ne?", "Points")]
    [InlineData("ha", "a yi amfani da makina", "UsePoints")]
    [InlineData("ig", "points ole ka m nwere?", "Points")]
    [InlineData("ig", "jiri points m", "UsePoints")]
    public void What_is_said_of_points_is_heard(string language, string said, string meant) => Assert.Equal(meant, new Listener(language, Shops.Kitchen, Shops.Areas).Hear(said).ToString());

    [Fact]
    public async Task The_balance_is_told_with_what_it_takes_off()
    {
        var shop = Rewarding();
        Assert.Contains("You have 120 points. They can take up to ₦1,200 off an order.", await shop.SaysAsync("how many points do I have?"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Points_stand_in_the_summary_before_the_yes_and_come_off_the_order()
    {
        var shop = Rewarding();
        await shop.SaysAsync("2 jollof, use my points");
        var summary = await shop.SaysAsync("pickup");
        Assert.Contains("120 points used", summary, StringComparison.Ordinal);
        Assert.Contains("-₦1,200\n*Total ₦5,800*", summary, StringComparison.Ordinal);
        await shop.SaysAsync("yes");
        var order = Assert.Single(shop.Orders);
        Assert.Equal((120, Money.FromNaira(1200), Money.FromNaira(5800)), (order.PointsUsed, order.Discount, order.Total));
    }

    [Fact]
    public async Task Points_take_off_at_most_half_of_the_goods()
    {
        var shop = Rewarding(points: 10_000);
        await shop.SaysAsync("2 jollof, use my points");
        Assert.Contains("-₦3,500\n*Total ₦3,500*", await shop.SaysAsync("pickup"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Points_are_kept_when_the_customer_thinks_again()
    {
        var shop = Rewarding();
        await shop.SaysAsync("2 jollof, use my points");
        await shop.SaysAsync("pickup");
        Assert.Contains("*Total ₦7,000*", await shop.SaysAsync("don't use my points"), StringComparison.Ordinal);
        await shop.SaysAsync("yes");
        Assert.Equal(0, Assert.Single(shop.Orders).PointsUsed);
    }

    [Fact]
    public async Task Points_asked_for_before_anything_is_chosen_come_off_the_next_order()
    {
        var shop = Rewarding();
        Assert.Contains("on your next order", await shop.SaysAsync("use my points"), StringComparison.Ordinal);
        await shop.SaysAsync("2 jollof");
        Assert.Contains("*Total ₦5,800*", await shop.SaysAsync("pickup"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_uses_points_they_do_not_have()
    {
        var shop = Rewarding(points: 0);
        Assert.Contains("You have 0 points.", await shop.SaysAsync("2 jollof, use my points"), StringComparison.Ordinal);
        Assert.Contains("*Total ₦7,000*", await shop.SaysAsync("pickup"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shop_that_has_not_set_what_a_point_is_worth_is_asked()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 jollof");
        Assert.Contains("I've told the shop", await shop.SaysAsync("use my points"), StringComparison.Ordinal);
        Assert.Equal([EscalationReason.Other], shop.Escalations);
    }

    private static ScriptedShop Rewarding(int points = 120)
    {
        var shop = ScriptedShop.Kitchen();
        shop.Points = points;
        shop.Business.Reward(new LoyaltyRules(Money.FromNaira(1000), Money.FromNaira(10)));
        return shop;
    }
}
