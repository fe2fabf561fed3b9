using Microsoft.Playwright;

namespace HaloAgent.EndToEndTests.Journeys;

/// <summary>An owner at the dashboard of the demo shop.</summary>
internal sealed class Owner(IPage page, Uri web)
{
    public IPage Page => page;

    public static async Task<Owner> SignInAsync(IPage page, Uri web, string shop = "halo-kitchen")
    {
        await page.GotoAsync(new Uri(web, "/sign-in").ToString());
        await page.GetByLabel("E-mail").FillAsync($"owner@{shop}.example");
        await page.GetByLabel("Password").FillAsync("HaloDemo!2026");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.WaitUntilAtAsync("/overview");
        var owner = new Owner(page, web);
        await owner.InteractiveAsync();
        return owner;
    }

    public async Task OpenAsync(string address)
    {
        await page.GotoAsync(new Uri(web, address).ToString());
        await InteractiveAsync();
    }

    public ILocator Review(string orderNumber) => page.Locator(".review", new() { HasText = $"#{orderNumber}" });

    public async Task<string> OpenChatOfAsync(string name)
    {
        await OpenAsync("/chats");
        await page.Locator("[data-item] a", new() { HasText = name }).First.ClickAsync();
        await page.Locator(".transcript-pane h2", new() { HasText = name }).WaitForAsync();
        return page.Url;
    }

    public async Task WriteAsync(string text)
    {
        await page.GetByLabel("Message to the customer").FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        await page.Locator(".bubble.owner:not(.pending)", new() { HasText = text }).WaitForAsync();
    }

    /// <summary>How much needs the owner, as the tab's name says; something has to.</summary>
    public async Task<int> WaitingAsync()
    {
        await page.Locator(".nav .badge").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return int.Parse((await page.TitleAsync()).TrimStart('(').Split(')')[0], System.Globalization.CultureInfo.InvariantCulture);
    }

    public Task WaitingIsAsync(int count) => page.WaitForFunctionAsync("count => document.title.startsWith(`(${count}) `)", count);

    /// <summary>What shows where the keyboard is.</summary>
    public Task<string> RingAsync() => page.EvaluateAsync<string>("() => { const style = getComputedStyle(document.activeElement); return `${style.outlineStyle} ${style.outlineWidth}`; }");

    /// <summary>The move takes effect when the undo bar has gone.</summary>
    public async Task MoveAsync(string status)
    {
        await page.Locator($"[data-move={status}]").ClickAsync();
        await page.Locator(".undo-bar").WaitForAsync();
    }

    public Task StatusIsAsync(string words) =>
        page.Locator(".page-head .status", new() { HasText = words }).WaitForAsync();

    /// <summary>Clicks before the circuit is there would be lost.</summary>
    public async Task InteractiveAsync()
    {
        try
        {
            await page.Locator("[data-interactive=true]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        }
        catch (TimeoutException timeout)
        {
            throw new TimeoutException($"{page.Url} did not become interactive. It shows: {await page.Locator("body").InnerTextAsync()}", timeout);
        }
    }
}
