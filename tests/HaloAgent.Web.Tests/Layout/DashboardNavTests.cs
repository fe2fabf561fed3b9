using Bunit;
using HaloAgent.Contracts.Overview;
using HaloAgent.Web.FakeApi;
using HaloAgent.Web.Layout;
using HaloAgent.Web.Tests.Support;
using Xunit;

namespace HaloAgent.Web.Tests.Layout;

public sealed class DashboardNavTests : WebTest
{
    private static readonly Guid Ada = Samples.Id(3001);
    private static readonly Guid Bisi = Samples.Id(3002);

    [Fact]
    public void A_chat_that_waits_for_several_reasons_counts_once()
    {
        Overview(Item("escalation", Ada), Item("escalation", Ada), Item("failed_message", Ada), Item("failed_message", Bisi), Item("payment_review", Samples.Id(2042)));

        var nav = Render<DashboardNav>();

        nav.WaitForAssertion(() => Assert.Equal("2", Badge(nav, "/chats")));
        Assert.Equal("1", Badge(nav, "/payments"));
    }

    [Fact]
    public void Those_that_a_full_list_leaves_out_are_counted_too()
    {
        Overview(new Dictionary<string, int> { ["escalation"] = 23 }, Item("escalation", Ada), Item("escalation", Ada), Item("escalation", Bisi));

        var nav = Render<DashboardNav>();

        nav.WaitForAssertion(() => Assert.Equal("22", Badge(nav, "/chats")));
    }

    private static string Badge(IRenderedComponent<DashboardNav> nav, string address) => nav.Find($"a[href='{address}'] .badge").TextContent;

    private static AttentionItem Item(string kind, Guid id) => new(kind, id, "Somebody waits", "", null, Samples.Now);

    private void Overview(params AttentionItem[] items) => Overview(items.CountBy(item => item.Kind).ToDictionary(), items);

    private void Overview(Dictionary<string, int> waiting, params AttentionItem[] items) =>
        Api.On("GET /api/overview", new OverviewView(items, 0, 0, 0, 0, 0, new Dictionary<string, int>(), waiting, []));
}
