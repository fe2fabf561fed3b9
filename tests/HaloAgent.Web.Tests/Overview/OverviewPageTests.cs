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
    public void When_nothing_waits_it_says_so_and_shows_the_day()
    {
        Api.On("GET /api/overview", Calm);

        var page = Render<OverviewPage>();

        page.WaitForAssertion(() => Assert.Contains("Nothing waits for you.", page.Markup, StringComparison.Ordinal));
        Assert.Equal(["14", "₦186,300", "₦42,500", "5"], page.FindAll(".figure .money").Select(figure => figure.TextContent));
        Assert.Contains("Good afternoon", page.Find("h1").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_agents_week_is_told_in_figures()
    {
        Api.On("GET /api/overview", Calm);
        Api.On("GET /api/overview/agent", new AgentWeekView(Samples.Now.AddDays(-7), 200, 150, 61_000, 3_900, 0.124m, 2));

        var page = Render<OverviewPage>();

        Assert.Equal(["200", "75 %", "64,900", "$0.12", "2"], page.WaitForElements("[data-agent-week] dd").Select(figure => figure.TextContent));
    }

    [Fact]
    public void The_navigation_counts_what_waits()
    {
        Api.On("GET /api/overview", Calm with { Attention = [new("payment_review", null, "", "", null, Samples.Now), new("escalation", Samples.Id(2), "", "", null, Samples.Now), new("failed_message", Samples.Id(3), "", "", null, Samples.Now)] });

        var nav = Render<DashboardNav>();

        nav.WaitForAssertion(() => Assert.Equal("2", nav.Find("a[href='/chats'] .badge").TextContent));
        Assert.Equal("1", nav.Find("a[href='/payments'] .badge").TextContent);
    }
}
