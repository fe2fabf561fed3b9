using Bunit;
using HaloAgent.Contracts.Overview;
using HaloAgent.Web.FakeApi;
using HaloAgent.Web.Layout;
using HaloAgent.Web.Overview;
using HaloAgent.Web.Tests.Support;
using Xunit;

namespace HaloAgent.Web.Tests.Overview;

public sealed class OverviewPageTests : WebTest
{
    private static readonly OverviewView Calm = new([], 14, 186_300m, 42_500m, 5, 128, new Dictionary<string, int> { ["paid"] = 3 }, new Dictionary<string, int>(), []);

    [Fact]
    public void What_needs_a_person_leads_to_where_it_is_decided()
    {
        Api.On("GET /api/overview", Calm with
        {
            Attention =
            [
                new("payment_review", Samples.Id(1), "Payment for #0042", "Adaeze says they paid.", 12_800m, Samples.Now.AddMinutes(-4)),
                new("escalation", Samples.Id(2), "Tunde asks for a person", "third time", null, Samples.Now),
                new("stuck_order", Samples.Id(3), "#0040 waits", "since yesterday", null, Samples.Now),
            ],
        });

        var page = Render<OverviewPage>();
        page.WaitForElement("[data-item]");

        Assert.Equal([$"/payments#{Samples.Id(1)}", $"/chats/{Samples.Id(2)}", $"/orders/{Samples.Id(3)}"], page.FindAll("[data-item] a").Select(link => link.GetAttribute("href")));
        Assert.Contains("₦12,800", page.Find("[data-item]").TextContent, StringComparison.Ordinal);
        Assert.Contains("4 min ago", page.Find("[data-item]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_full_list_leaves_out_is_counted_and_one_tap_away()
    {
        Api.On("GET /api/overview", Waiting.For(Waiting.Payment(1), Waiting.Person(2)) with { Waiting = new Dictionary<string, int> { ["payment_review"] = 31, ["escalation"] = 1 } });

        var page = Render<OverviewPage>();
        page.WaitForElement("[data-item]");

        Assert.Equal("32", page.Find("#needs .count").TextContent);
        Assert.Equal([$"/payments#{Samples.Id(1)}", "/payments", $"/chats/{Samples.Id(2)}"], page.FindAll("[data-item] a").Select(link => link.GetAttribute("href")));
        Assert.Equal("30 more payments to check", page.Find("[data-item] a.rest").TextContent.Trim());
    }

    [Fact]
    public void A_chat_that_needs_a_person_for_two_reasons_stands_there_with_both()
    {
        Api.On("GET /api/overview", Waiting.For(Waiting.Person(2), Waiting.Person(2, reason: "is angry")));

        var page = Render<OverviewPage>();

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("[data-item]").Count));
    }

    [Fact]
    public void When_nothing_waits_it_says_so_and_shows_the_day()
    {
        Api.On("GET /api/overview", Calm);

        var page = Render<OverviewPage>();

        page.WaitForAssertion(() => Assert.Contains("Nothing is waiting for you.", page.Markup, StringComparison.Ordinal));
        Assert.Equal(["14", "₦186,300", "₦42,500", "5"], page.FindAll(".figure .money").Select(figure => figure.TextContent));
        Assert.Contains("Good afternoon", page.Find("h1").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_agents_week_is_told_in_figures()
    {
        Api.On("GET /api/overview", Calm);
        Api.On("GET /api/overview/agent", new AgentWeekView(Samples.Now.AddDays(-7), 200, 150, 61_000, 3_900, 0.124m, 42_000, 2));

        var page = Render<OverviewPage>();

        Assert.Equal(["200", "75 %", "64,900", "1,298 tokens, 0.8 s", "$0.12", "2"], page.WaitForElements("[data-agent-week] dd").Select(figure => figure.TextContent));
    }

    [Fact]
    public void The_navigation_counts_what_waits()
    {
        Api.On("GET /api/overview", Calm with { Waiting = new Dictionary<string, int> { ["payment_review"] = 31, ["escalation"] = 1, ["failed_message"] = 1 } });

        var nav = Render<DashboardNav>();

        nav.WaitForAssertion(() => Assert.Equal("2", nav.Find("a[href='/chats'] .badge").TextContent));
        Assert.Equal("31", nav.Find("a[href='/payments'] .badge").TextContent);
    }
}
