using Bunit;
using HaloAgent.Contracts.Live;
using HaloAgent.Contracts.Overview;
using HaloAgent.Web.FakeApi;
using HaloAgent.Web.Layout;
using HaloAgent.Web.Live;
using HaloAgent.Web.Overview;
using HaloAgent.Web.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using MudBlazor;
using Xunit;

namespace HaloAgent.Web.Tests.Overview;

public sealed class AttentionNoticesTests : WebTest
{
    private const string Bar = ".mud-snackbar";
    private readonly JSRuntimeInvocationHandler<bool> _computer;
    private IRenderedComponent<MudSnackbarProvider> _bars = null!;

    public AttentionNoticesTests() => _computer = JSInterop.Setup<bool>("haloNotices.arrived", _ => true);

    [Fact]
    public async Task Who_says_now_that_they_paid_is_told_with_one_tap_to_the_payment()
    {
        await OpenAsync("/products");

        await ReadAsync(Waiting.Payment(7));

        _bars.WaitForAssertion(() => Assert.Equal("Adaeze Okafor says they paid ₦12,800.", Text));
        Assert.Equal("alert", _bars.Find(Bar).GetAttribute("role"));
        await Action.ClickAsync();
        Assert.EndsWith($"/payments#{Samples.Id(7)}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waited_when_the_dashboard_was_opened_is_no_news()
    {
        await OpenAsync("/products", Waiting.Payment(7));

        await ReadAsync(Waiting.Payment(7) with { Detail = "With a receipt." });

        Assert.Empty(_bars.FindAll(Bar));
        Assert.Empty(_computer.Invocations);
    }

    [Fact]
    public async Task Several_at_once_are_one_bar_and_so_are_those_that_follow()
    {
        await OpenAsync("/products");

        await ReadAsync(Waiting.Payment(1), Waiting.Payment(2));
        _bars.WaitForAssertion(() => Assert.Equal("2 payments to check.", Text));
        await ReadAsync(Waiting.Payment(1), Waiting.Payment(2), Waiting.Person(3));

        _bars.WaitForAssertion(() => Assert.Equal("3 things need you: 2 payments to check and 1 chat.", Text));
        Assert.Single(_bars.FindAll(Bar));
    }

    [Fact]
    public async Task What_a_colleague_has_seen_to_is_told_no_more()
    {
        await OpenAsync("/products");
        await ReadAsync(Waiting.Payment(1), Waiting.Person(3));

        await ReadAsync(Waiting.Person(3));
        _bars.WaitForAssertion(() => Assert.Equal("Tunde Bakare asked for a person.", Text));
        await ReadAsync();

        _bars.WaitForAssertion(() => Assert.Empty(_bars.FindAll(Bar)));
    }

    [Theory]
    [InlineData("/overview", "payment_review")]
    [InlineData("/overview", "escalation")]
    [InlineData("/payments", "payment_review")]
    [InlineData("/orders/{0}", "payment_review")]
    [InlineData("/chats", "escalation")]
    [InlineData("/chats/{0}?details=true", "escalation")]
    public async Task A_page_that_shows_it_has_no_bar_about_it(string address, string kind)
    {
        var item = kind == "escalation" ? Waiting.Person(7) : Waiting.Payment(7);
        await OpenAsync(address.Replace("{0}", $"{item.Id}", StringComparison.Ordinal));

        await ReadAsync(item);

        Assert.Empty(_bars.FindAll(Bar));
    }

    [Theory]
    [InlineData("/chats", "payment_review")]
    [InlineData("/chats?filter=held", "escalation")]
    [InlineData("/chats/00000063-0007-0007-0707-070707070707", "escalation")]
    [InlineData("/payments", "escalation")]
    [InlineData("/orders", "payment_review")]
    public async Task A_page_that_shows_others_has_it(string address, string kind)
    {
        await OpenAsync(address);

        await ReadAsync(kind == "escalation" ? Waiting.Person(7) : Waiting.Payment(7));

        Assert.Single(_bars.FindAll(Bar));
    }

    [Fact]
    public async Task The_start_page_tells_what_its_full_list_leaves_out()
    {
        await OpenAsync("/overview");

        await ReadAsync(Waiting.For() with { Waiting = new Dictionary<string, int> { ["payment_review"] = 21 }, Latest = [Waiting.Payment(21)] });

        Assert.Single(_bars.FindAll(Bar));
    }

    [Fact]
    public async Task It_goes_when_the_page_is_opened_that_shows_it()
    {
        await OpenAsync("/products");
        await ReadAsync(Waiting.Person(7));

        Services.GetRequiredService<NavigationManager>().NavigateTo($"/chats/{Samples.Id(7)}");

        _bars.WaitForAssertion(() => Assert.Empty(_bars.FindAll(Bar)));
    }

    [Fact]
    public async Task The_computer_is_told_on_every_page_and_nothing_but_first_name_and_kind()
    {
        await OpenAsync("/overview");

        await ReadAsync(Waiting.Person(7, reason: "writes about illness or allergy"));

        var told = Assert.Single(_computer.Invocations).Arguments;
        Assert.Equal(["Halo Kitchen", "Tunde needs a person.", $"/chats/{Samples.Id(7)}"], told.Take(3));
    }

    [Fact]
    public async Task A_computer_that_cannot_be_told_keeps_the_bar_from_nobody()
    {
        await OpenAsync("/products");
        _computer.SetException(new JSException("haloNotices is not there"));

        await ReadAsync(Waiting.Payment(7));

        _bars.WaitForAssertion(() => Assert.Single(_bars.FindAll(Bar)));
    }

    [Fact]
    public async Task A_name_is_text_and_never_markup()
    {
        await OpenAsync("/products");

        await ReadAsync(Waiting.Payment(7, "<img src=x>"));

        Assert.Contains("<img src=x>", Text, StringComparison.Ordinal);
        Assert.Empty(_bars.FindAll("img"));
    }

    [Fact]
    public async Task The_live_feed_brings_it_to_the_title_the_badges_and_the_bar_and_takes_it_away_again()
    {
        var line = new LiveLine();
        line.Serve(Api);
        Api.On("GET /api/overview", Waiting.For(Waiting.Payment(1)));
        await OpenAsync("/products", Waiting.Payment(1));
        var nav = Render<DashboardNav>();
        var head = Render<HeadOutlet>();
        Render<TabTitle>(title => title.Add(of => of.Page, "Products"));
        head.WaitForAssertion(() => Assert.Equal("(1) Products · Halo Kitchen", head.Find("title").TextContent));
        Services.GetRequiredService<LiveFeed>().Start();
        await Until.TrueAsync(() => line.Opened == 1);

        Api.On("GET /api/overview", Waiting.For(Waiting.Payment(1), Waiting.Person(2)));
        await line.SayAsync(LiveEventKinds.EscalationChanged, Samples.Id(2));
        await AfterAMomentAsync(() => _bars.FindAll(Bar).Count == 1);
        Assert.Equal("Tunde Bakare asked for a person.", Text);
        // Each of them follows what was read in its own time.
        head.WaitForAssertion(() => Assert.Equal("(2) Products · Halo Kitchen", head.Find("title").TextContent));
        nav.WaitForAssertion(() => Assert.Equal("1", nav.Find("a[href='/chats'] .badge").TextContent));

        Api.On("GET /api/overview", Waiting.For());
        await line.SayAsync(LiveEventKinds.OrderChanged, Samples.Id(1));
        await AfterAMomentAsync(() => head.Find("title").TextContent == "Products · Halo Kitchen");
        _bars.WaitForAssertion(() => Assert.Empty(_bars.FindAll(Bar)));
    }

    private string Text => _bars.Find($"{Bar} .mud-snackbar-content-message").TextContent.Trim();

    private AngleSharp.Dom.IElement Action => _bars.Find($"{Bar} .mud-snackbar-action-button");

    private async Task OpenAsync(string address, params AttentionItem[] waiting)
    {
        _computer.SetResult(false);
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        _bars = Render<MudSnackbarProvider>();
        Render<AttentionNotices>();
        await ReadAsync(waiting);
    }

    private Task ReadAsync(params AttentionItem[] waiting) => ReadAsync(Waiting.For(waiting));

    private Task ReadAsync(OverviewView overview) => _bars.InvokeAsync(() => Services.GetRequiredService<NeedsYou>().Read(overview));

    /// <summary>Events are gathered for a moment by the clock.</summary>
    private Task AfterAMomentAsync(Func<bool> reached) => Until.TrueAsync(() =>
    {
        Clock.Advance(TimeSpan.FromMilliseconds(100));
        return reached();
    });
}
