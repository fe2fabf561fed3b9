using HaloAgent.Web.Shared;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace HaloAgent.Web.Tests.Shared;

public sealed class ShopClockTests
{
    // 15:30 in Lagos.
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 14, 30, 0, TimeSpan.Zero);
    private readonly ShopClock _clock = new(new FakeTimeProvider(Now), "Africa/Lagos");

    [Theory]
    [InlineData(0, "just now")]
    [InlineData(-0.5, "just now")]
    [InlineData(5, "5 min ago")]
    [InlineData(59.5, "59 min ago")]
    [InlineData(90, "today 14:00")]
    [InlineData(60 * 20, "yesterday 19:30")]
    [InlineData(60 * 24 * 5, "18 Nov 15:30")]
    [InlineData(60 * 24 * 400, "19 Oct 2025")]
    public void Times_are_relative_while_recent_and_in_the_shops_zone_after_that(double minutesAgo, string text) =>
        Assert.Equal(text, _clock.Relative(Now.AddMinutes(-minutesAgo)));

    [Theory]
    [InlineData(0.5, "less than a minute")]
    [InlineData(12, "12 min")]
    [InlineData(200, "3 h 20 min")]
    [InlineData(120, "2 h")]
    [InlineData(60 * 23 + 30, "23 h")]
    public void What_is_left_is_said_roughly(double minutes, string text) => Assert.Equal(text, _clock.Left(Now.AddMinutes(minutes)));

    [Fact]
    public void An_unknown_zone_is_lagos() =>
        Assert.Equal("15:30", new ShopClock(new FakeTimeProvider(Now), "Nowhere/Else").Clock(Now));

    [Fact]
    public void Days_have_headings()
    {
        Assert.Equal("Today", _clock.Heading(Now));
        Assert.Equal("Yesterday", _clock.Heading(Now.AddDays(-1)));
        Assert.Equal("Wednesday, 18 November", _clock.Heading(Now.AddDays(-5)));
    }
}
