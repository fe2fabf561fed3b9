using HaloAgent.Businesses;
using Xunit;

namespace HaloAgent.UnitTests.Businesses;

public sealed class ShopClockTests
{
    private static readonly OpeningHours[] Evenings = [new(DayOfWeek.Friday, new TimeOnly(18, 0), new TimeOnly(2, 0))];

    [Fact]
    public void A_day_begins_at_midnight_in_the_shops_zone()
    {
        // Half past midnight in Lagos is still yesterday in UTC.
        var began = ShopClock.DayBegan("Africa/Lagos", new DateTimeOffset(2026, 11, 22, 23, 30, 0, TimeSpan.Zero));

        Assert.Equal(new DateTimeOffset(2026, 11, 22, 23, 0, 0, TimeSpan.Zero), began);
        Assert.Equal(TimeSpan.Zero, began.Offset);
    }

    [Theory]
    [InlineData("2026-11-27T16:59:00Z", false)]
    [InlineData("2026-11-27T17:00:00Z", true)]
    [InlineData("2026-11-28T00:59:00Z", true)]
    [InlineData("2026-11-28T01:00:00Z", false)]
    [InlineData("2026-11-28T18:00:00Z", false)]
    public void Hours_after_midnight_belong_to_the_evening_before(string now, bool open)
    {
        var shop = Business.Create("s", "S", "", "Food", Tone.Warm, "", DateTimeOffset.UnixEpoch);
        shop.OpenAt(Evenings);

        Assert.Equal(open, shop.IsOpen(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Days_with_the_same_hours_share_a_line()
    {
        OpeningHours[] hours =
        [
            .. new[] { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday }.Select(day => new OpeningHours(day, new TimeOnly(8, 0), new TimeOnly(22, 0))),
            new(DayOfWeek.Sunday, new TimeOnly(12, 30), new TimeOnly(20, 0)),
        ];

        Assert.Equal(["Mon – Wed 08:00 – 22:00", "Thu – Sat closed", "Sun 12:30 – 20:00"], OpeningHoursWords.Of(hours));
        Assert.Empty(OpeningHoursWords.Of([]));
    }
}
