using Bunit;
using HaloAgent.Web.Overview;
using HaloAgent.Web.Tests.Support;
using Xunit;

namespace HaloAgent.Web.Tests.Overview;

public sealed class ComputerNoticesTests : WebTest
{
    [Theory]
    [InlineData("on", "Stop notifying me", "off")]
    [InlineData("off", "Notify me on this computer", "on")]
    [InlineData("unanswered", "Notify me on this computer", "on")]
    public void Where_there_is_a_choice_one_button_changes_it(string state, string word, string wish)
    {
        var section = Open(state);

        var button = section.Find("button");
        Assert.Equal((word, wish), (button.TextContent.Trim(), button.GetAttribute("data-notices")));
    }

    [Theory]
    [InlineData("denied", "Your browser is blocking notifications from this site.")]
    [InlineData("unsupported", "This browser can't notify you here.")]
    public void Where_there_is_none_it_says_why_and_offers_no_button(string state, string why)
    {
        var section = Open(state);

        Assert.Contains(why, section.Markup, StringComparison.Ordinal);
        Assert.Empty(section.FindAll("button"));
    }

    [Fact]
    public async Task What_the_browser_answers_is_shown_and_announced()
    {
        var section = Open("off");

        await section.InvokeAsync(() => section.Instance.Show("unanswered"));
        Assert.Contains("Your browser asked for permission and got no answer.", section.Find("[role=status]").TextContent, StringComparison.Ordinal);
        await section.InvokeAsync(() => section.Instance.Show("on"));

        Assert.StartsWith("On.", section.Find("[role=status]").TextContent.Trim(), StringComparison.Ordinal);
    }

    private IRenderedComponent<ComputerNotices> Open(string state)
    {
        JSInterop.Setup<string>("haloNotices.watch", _ => true).SetResult(state);
        var section = Render<ComputerNotices>();
        section.WaitForElement($"[data-notices-state={state}]");
        return section;
    }
}
