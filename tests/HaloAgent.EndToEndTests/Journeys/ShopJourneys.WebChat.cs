using Microsoft.Playwright;
using Xunit;

namespace HaloAgent.EndToEndTests.Journeys;

/// <summary>What a visitor of a shop's public page does: its end, and its web chat.</summary>
public abstract partial class ShopJourneys
{
    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Nothing_at_the_end_of_a_shops_page_lies_under_the_way_to_its_chat(int width)
    {
        var visitor = await BrowserAsync(width);
        await visitor.GotoAsync(new Uri(system.Web, "/shops/halo-kitchen").ToString());
        await visitor.Locator(".chat-button").WaitForAsync();

        await visitor.EvaluateAsync("() => { document.documentElement.style.scrollBehavior = 'auto'; scrollTo(0, document.body.scrollHeight); }");

        Assert.True(await visitor.EvaluateAsync<bool>(
            "() => document.querySelector('.chat-bar').getBoundingClientRect().top >= document.querySelector('main').getBoundingClientRect().bottom - 1"));
    }

    [Fact]
    public async Task The_web_chat_of_a_shop_is_the_same_agent_and_survives_a_reload()
    {
        var visitor = await BrowserAsync(360);
        await visitor.GotoAsync(new Uri(system.Web, "/shops/halo-kitchen").ToString());
        await visitor.GetByRole(AriaRole.Link, new() { Name = "Order in chat" }).ClickAsync();
        var answers = visitor.Locator(".chat-log .us");

        await SayAsync("Good morning");
        await answers.First.WaitForAsync();
        await SayAsync(Order);
        await answers.Filter(new() { HasText = "Total" }).First.WaitForAsync();
        await visitor.ShootAsync("7-web-chat");
        Assert.Equal(["₦7,000", "₦800", "₦1,500"], await answers.Filter(new() { HasText = "Total" }).First.Locator(".sum > .amount").AllTextContentsAsync());
        var before = await visitor.Locator(".chat-log .them, .chat-log .us").AllTextContentsAsync();

        await visitor.ReloadAsync();
        if (await visitor.Locator(".chat-button").IsVisibleAsync())
        {
            await visitor.Locator(".chat-button").ClickAsync();
        }

        await answers.Filter(new() { HasText = "Total" }).First.WaitForAsync();
        Assert.Equal(before, await visitor.Locator(".chat-log .them, .chat-log .us").AllTextContentsAsync());

        async Task SayAsync(string text)
        {
            await visitor.GetByLabel("Your message").FillAsync(text);
            await visitor.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        }
    }

    [Fact]
    public async Task A_visitor_whose_first_look_at_the_chat_failed_sees_it_all_the_same()
    {
        var visitor = await BrowserAsync(360);
        await visitor.GotoAsync(new Uri(system.Web, "/shops/ankara-corner#chat").ToString());
        await visitor.GetByLabel("Your message").FillAsync("Good morning");
        await visitor.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await visitor.Locator(".chat-log .us").First.WaitForAsync();

        await visitor.RouteAsync("**/chat/messages", route => route.AbortAsync(), new() { Times = 1 });
        await visitor.ReloadAsync();

        await visitor.Locator(".chat-log .them", new() { HasText = "Good morning" }).WaitForAsync();
        await visitor.GetByText("Reconnecting…").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }

    [Fact]
    public async Task A_visitor_whose_key_is_no_longer_known_starts_anew_and_is_not_told_to_wait()
    {
        var visitor = await BrowserAsync(360);
        await visitor.Context.AddCookiesAsync([new() { Name = "halo-visitor", Value = "forgotten", Domain = system.Web.Host, Path = "/shops/ankara-corner" }]);
        await visitor.GotoAsync(new Uri(system.Web, "/shops/ankara-corner").ToString());
        await visitor.EvaluateAsync("""
            () => {
              const line = document.querySelector('[data-chat-line]');
              window.toldToWait = false;
              new MutationObserver(() => { window.toldToWait ||= !line.hidden; }).observe(line, { attributes: true });
            }
            """);

        var look = await visitor.RunAndWaitForResponseAsync(
            () => visitor.GetByRole(AriaRole.Link, new() { Name = "Order in chat" }).ClickAsync(), response => response.Url.EndsWith("/chat/messages", StringComparison.Ordinal));
        await visitor.GetByLabel("Your message").FillAsync("Good morning");
        await visitor.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await visitor.Locator(".chat-log .us").First.WaitForAsync();

        Assert.Equal(401, look.Status);
        Assert.False(await visitor.EvaluateAsync<bool>("() => window.toldToWait"));
    }
}
