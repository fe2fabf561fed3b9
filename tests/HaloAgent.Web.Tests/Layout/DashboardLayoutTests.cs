using Bunit;
using HaloAgent.Web.Layout;
using HaloAgent.Web.Tests.Support;
using HaloAgent.Web.Theme;
using MudBlazor;
using MudBlazor.Utilities;
using Xunit;

namespace HaloAgent.Web.Tests.Layout;

/// <summary>Light and dark while the page is open.</summary>
public sealed class DashboardLayoutTests : WebTest
{
    [Fact]
    public void The_colours_follow_the_system_as_it_is_and_as_it_changes()
    {
        JSInterop.Setup<bool>("haloTheme.follow", _ => true).SetResult(true);
        var layout = Render<DashboardLayout>();
        layout.WaitForAssertion(() => Assert.Equal(HaloPalette.Dark.Primary, Primary(layout), ignoreCase: true));

        layout.InvokeAsync(() => layout.Instance.FollowSystem(false));

        Assert.Equal(HaloPalette.Light.Primary, Primary(layout), ignoreCase: true);
    }

    [Fact]
    public async Task What_the_person_chose_stays_whatever_the_system_does()
    {
        JSInterop.Setup<bool>("haloTheme.follow", _ => true).SetResult(false);
        var layout = Render<DashboardLayout>();
        await layout.InvokeAsync(() => layout.Instance.ChooseThemeAsync(ThemePreference.Dark));

        await layout.InvokeAsync(() => layout.Instance.FollowSystem(false));

        Assert.Equal(HaloPalette.Dark.Primary, Primary(layout), ignoreCase: true);
    }

    /// <summary>As MudBlazor's own style sheet has it, from which its buttons are painted.</summary>
    private static string Primary(IRenderedComponent<DashboardLayout> layout)
    {
        var colour = layout.FindComponent<MudThemeProvider>().Markup.Split("--mud-palette-primary:", 2)[1].Split(';')[0].Trim();
        return new MudColor(colour).ToString(MudColorOutputFormats.Hex);
    }
}
