using HaloAgent.EndToEndTests.Journeys;
using Microsoft.Playwright;
using Xunit;

namespace HaloAgent.EndToEndTests;

public sealed class DevHostJourneys(DevHostSystem system, Chromium chromium) : ShopJourneys(system, chromium)
{
    [Fact]
    public async Task A_page_that_lost_its_line_says_so_and_catches_up_by_itself()
    {
        Chromium.SkipIfMissing();
        Assert.SkipWhen(system.Own is null, "The system that runs is not ours to stop.");
        var owner = await Owner.SignInAsync(await BrowserAsync(), system.Web);
        await owner.OpenAsync("/chats");

        await system.Own.ApiProcess.KillAsync();

        await owner.Page.GetByText("Reconnecting…").First.WaitForAsync();
        await system.Own.ApiProcess.StartAsync(TestContext.Current.CancellationToken);
        await system.Own.ApiProcess.WaitUntilHealthyAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken);
        await owner.Page.GetByText("Reconnecting…").First.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        using var phone = new Phone(system.Simulators, "+2348031110007", "Funmi Journey");
        await phone.WriteAsync("Good morning");
        await owner.Page.Locator("[data-item]", new() { HasText = "Funmi Journey" }).WaitForAsync();
    }

    [Fact]
    public async Task A_page_whose_server_was_restarted_loads_itself_again_and_nobody_is_signed_out()
    {
        Chromium.SkipIfMissing();
        Assert.SkipWhen(system.Own is null, "The system that runs is not ours to stop.");
        var owner = await Owner.SignInAsync(await BrowserAsync(), system.Web);
        await owner.OpenAsync("/orders");
        await owner.Page.EvaluateAsync("() => { window.before = true; }");

        await system.Own.WebProcess.KillAsync();
        await system.Own.WebProcess.StartAsync(TestContext.Current.CancellationToken);

        await owner.Page.WaitForFunctionAsync("() => !window.before");
        await owner.InteractiveAsync();
        Assert.EndsWith("/orders", owner.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_whose_first_connection_failed_loads_itself_again()
    {
        Chromium.SkipIfMissing();
        var owner = await Owner.SignInAsync(await BrowserAsync(), system.Web);
        await owner.Page.RouteAsync("**/_blazor/negotiate**", route => route.AbortAsync(), new() { Times = 1 });

        await owner.OpenAsync("/orders");

        Assert.Equal("1", await owner.Page.EvaluateAsync<string>("() => sessionStorage.getItem('halo-loads-without-line')"));
    }
}
