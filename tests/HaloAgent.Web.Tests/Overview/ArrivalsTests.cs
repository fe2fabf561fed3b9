using HaloAgent.Web.Overview;
using Xunit;

namespace HaloAgent.Web.Tests.Overview;

public sealed class ArrivalsTests
{
    private readonly Arrivals _arrivals = new();

    [Fact]
    public void What_was_there_at_the_first_look_is_no_news()
    {
        Assert.Empty(_arrivals.Among([Waiting.Payment(1), Waiting.Person(2)]));
        Assert.Empty(_arrivals.Among([Waiting.Payment(1), Waiting.Person(2)]));
    }

    [Fact]
    public void What_came_since_is_told_once_the_oldest_first()
    {
        _arrivals.Among([]);

        Assert.Equal([Waiting.Person(2), Waiting.Payment(1, minutes: 1)], _arrivals.Among([Waiting.Payment(1, minutes: 1), Waiting.Person(2)]));
        Assert.Empty(_arrivals.Among([Waiting.Payment(1, minutes: 1) with { Detail = "More is known." }]));
    }

    [Fact]
    public void An_order_that_is_claimed_again_is_news()
    {
        _arrivals.Among([Waiting.Payment(1)]);
        _arrivals.Among([]);

        Assert.Single(_arrivals.Among([Waiting.Payment(1, minutes: 5)]));
    }

    [Fact]
    public void What_moves_up_in_a_full_list_is_no_news()
    {
        _arrivals.Among([Waiting.Payment(1, minutes: -60), Waiting.Payment(9, minutes: -2)]);

        Assert.Empty(_arrivals.Among([Waiting.Payment(5, minutes: -30), Waiting.Payment(9, minutes: -2)]));
    }

    [Fact]
    public void What_began_a_moment_earlier_and_was_seen_later_is_news()
    {
        _arrivals.Among([Waiting.Person(1)]);

        Assert.Single(_arrivals.Among([Waiting.Person(1), Waiting.Person(2) with { Since = Waiting.Person(1).Since.AddSeconds(-1) }]));
    }
}
