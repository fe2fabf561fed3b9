using Microsoft.Playwright;
using Xunit;

namespace HaloAgent.EndToEndTests.Journeys;

/// <summary>
/// What a person can do with HaloAgent, in a real browser and on a simulated phone. Whoever can start a system inherits
/// these: the DevHost here, the Aspire app host in its own tests.
/// </summary>
public abstract partial class ShopJourneys(IHaloSystemUnderTest system, Chromium chromium)
{
    private const string Order = "2 jollof and one zobo, deliver to 12 Adeniyi Jones, Ikeja";

    protected Task<IPage> BrowserAsync(int width = 1280, ColorScheme scheme = ColorScheme.Light) => chromium.OpenAsync(width, scheme: scheme);

    [Fact]
    public async Task A_customer_orders_on_WhatsApp_pays_and_is_told_every_step()
    {
        var owner = await Owner.SignInAsync(await BrowserAsync(), system.Web);
        await owner.OpenAsync("/payments");
        using var phone = new Phone(system.Simulators, "+2348031110001", "Adaeze Journey");

        Assert.Contains("Halo Kitchen", await phone.SayAsync("Good morning"), StringComparison.Ordinal);
        await phone.SayAsync("what do you have?");
        await phone.SayAsync(Order, "jollof");
        var summary = await phone.SayAsync("make it 3 jollof", "Total");
        Assert.Contains("3 ×", summary, StringComparison.Ordinal);
        var instructions = await phone.SayAsync("yes", "eference");
        var number = Phone.OrderNumber(instructions);
        await phone.SayAsync("I have paid");

        // Nobody refreshes: the review appears on the page that was open all the time.
        await owner.Review(number).WaitForAsync();
        await owner.Page.ShootAsync("1-payment-review");
        await owner.Review(number).GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await owner.Page.Locator(".undo-bar").WaitForAsync();
        await owner.Page.ShootAsync("2-approved-with-undo");
        Assert.Contains(number, await phone.HearAsync("confirmed"), StringComparison.Ordinal);
        await owner.Review(number).WaitForAsync(new() { State = WaitForSelectorState.Detached });

        await owner.OpenAsync($"/orders?q={number}");
        await owner.Page.Locator("[data-item] a", new() { HasText = $"#{number}" }).ClickAsync();
        foreach (var (move, words, told) in new[] { ("preparing", "Preparing", "prepar"), ("out_for_delivery", "Out for delivery", "way"), ("completed", "Completed", "") })
        {
            await owner.MoveAsync(move);
            await owner.StatusIsAsync(words);
            await phone.HearAsync(told);
        }

        await owner.Page.ShootAsync("3-completed");
    }

    [Fact]
    public async Task A_decision_can_be_taken_back_and_the_customer_hears_nothing()
    {
        var owner = await Owner.SignInAsync(await BrowserAsync(360), system.Web);
        await owner.OpenAsync("/payments");
        using var phone = new Phone(system.Simulators, "+2348031110002", "Bisi Journey");
        var number = await OrderAsync(phone);
        await phone.SayAsync("I have paid");
        await owner.Review(number).WaitForAsync();

        await owner.Review(number).GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await owner.Page.Locator("[data-undo]").First.ClickAsync();

        await owner.Review(number).GetByRole(AriaRole.Button, new() { Name = "Approve" }).WaitForAsync();
        await owner.Page.ShootAsync("4-taken-back-on-a-phone");
        Assert.DoesNotContain(await phone.ListAsync(waitSeconds: 12), body => body.Contains("confirmed", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_rejected_payment_is_explained_and_can_be_claimed_again()
    {
        var owner = await Owner.SignInAsync(await BrowserAsync(), system.Web);
        await owner.OpenAsync("/payments");
        using var phone = new Phone(system.Simulators, "+2348031110003", "Chidi Journey");
        var number = await OrderAsync(phone);
        await phone.SayAsync("I have paid");

        await owner.Review(number).GetByRole(AriaRole.Button, new() { Name = "Reject" }).ClickAsync();
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "The money has not arrived yet." }).ClickAsync();
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Reject the payment" }).ClickAsync();

        await phone.HearAsync("The money has not arrived yet");
        await owner.Review(number).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await phone.SayAsync("I have paid");
        await owner.Review(number).WaitForAsync();
    }

    [Fact]
    public async Task The_owner_takes_a_chat_over_and_the_agent_is_silent_until_it_is_handed_back()
    {
        var owner = await Owner.SignInAsync(await BrowserAsync(), system.Web);
        using var phone = new Phone(system.Simulators, "+2348031110004", "Dayo Journey");
        await phone.SayAsync("Good morning");
        await owner.OpenChatOfAsync(phone.Name);
        await owner.Page.Locator("[data-take-over]").ClickAsync();
        await owner.Page.Locator("[data-hand-back]").WaitForAsync();

        await owner.WriteAsync("Hello, this is Ngozi herself.");
        await phone.HearAsync("Ngozi herself");
        await phone.WriteAsync("what do you have?");
        await owner.Page.Locator(".bubble.customer", new() { HasText = "what do you have?" }).WaitForAsync();
        Assert.Empty(await phone.ListAsync(waitSeconds: 5));
        await owner.Page.ShootAsync("5-taken-over");

        await owner.Page.Locator("[data-hand-back]").ClickAsync();
        await owner.Page.Locator("[data-take-over]").WaitForAsync();
        Assert.NotEqual("", await phone.SayAsync("what do you have?"));

        await owner.Page.Locator(".bubble.agent .why").Last.ClickAsync();
        await owner.Page.GetByText("What it understood").WaitForAsync();
        await owner.Page.ShootAsync("6-why");
    }

    [Fact]
    public async Task By_keyboard_alone_the_owner_sees_where_they_are_and_takes_over_a_chat_from_the_list()
    {
        var owner = await Owner.SignInAsync(await BrowserAsync(), system.Web);
        using var phone = new Phone(system.Simulators, "+2348031110044", "Kemi Journey");
        await phone.SayAsync("Good morning");
        await owner.OpenAsync("/chats");
        await owner.Page.Locator("[data-item]", new() { HasText = phone.Name }).WaitForAsync();
        Assert.True(await owner.Page.EvaluateAsync<bool>("() => document.documentElement.scrollHeight <= innerHeight"), "The chats fill the screen, and no more.");

        await owner.Page.Keyboard.PressAsync("j");
        Assert.Equal("solid 3px", await owner.RingAsync());
        await owner.Page.Keyboard.PressAsync("Enter");
        await owner.Page.Locator("[data-take-over]").WaitForAsync();
        await owner.Page.Keyboard.PressAsync("t");

        await owner.Page.Locator("[data-hand-back]").WaitForAsync();
        await owner.Page.Locator("[data-hand-back]").FocusAsync();
        Assert.Equal("solid 3px", await owner.RingAsync());
        await owner.Page.Keyboard.PressAsync("Enter");
        await owner.Page.Locator("[data-take-over]").WaitForAsync();
    }

    [Fact]
    public async Task A_product_that_the_owner_adds_is_offered_at_once()
    {
        var owner = await Owner.SignInAsync(await BrowserAsync(), system.Web);
        await owner.OpenAsync("/products/new");
        await owner.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Moi moi special");
        await owner.Page.GetByLabel("Category").FillAsync("Sides");
        await owner.Page.GetByLabel("Price").FillAsync("1200");
        await owner.Page.GetByLabel("In stock").FillAsync("30");
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Add the product" }).ClickAsync();
        await owner.Page.WaitUntilAtAsync("/products/[0-9a-f-]{36}");

        var visitor = await BrowserAsync();
        await visitor.GotoAsync(new Uri(system.Web, "/shops/halo-kitchen").ToString());
        await visitor.Locator(".product", new() { HasText = "Moi moi special" }).WaitForAsync();
        using var phone = new Phone(system.Simulators, "+2348031110006", "Efe Journey");
        Assert.Contains("₦1,200", await phone.SayAsync("how much is moi moi special?", "1,200"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task Who_needs_the_owner_is_told_on_whatever_page_is_open_and_counted_in_the_tabs_name(int width, ColorScheme scheme)
    {
        using var phone = new Phone(system.Simulators, scheme == ColorScheme.Dark ? $"+23480313{width:D5}" : $"+23480314{width:D5}", $"Kemi Adebayo-{width}-{scheme}");
        await OrderAsync(phone);
        await phone.SayAsync("I have paid");
        var owner = await Owner.SignInAsync(await BrowserAsync(width, scheme), system.Web);
        await owner.OpenAsync("/products");
        var before = await owner.WaitingAsync();
        await owner.Page.Locator("[data-search] input").FocusAsync();

        await phone.SayAsync("I want to talk to a person please");

        var bar = owner.Page.Locator(".mud-snackbar[role=alert]", new() { HasText = phone.Name });
        await bar.WaitForAsync();
        await owner.WaitingIsAsync(before + 1);
        Assert.True(await owner.Page.EvaluateAsync<bool>("() => document.activeElement.matches('[data-search] input')"), "The focus has moved.");
        await owner.Page.ShootAsync($"notice-{width}-{scheme}");
        Assert.Empty(await owner.Page.FaultsAsync());

        await bar.GetByRole(AriaRole.Button, new() { Name = "Open chat" }).ClickAsync();
        await owner.Page.WaitUntilAtAsync("/chats/[0-9a-f-]{36}");
        await bar.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Mark as settled" }).ClickAsync();
        await owner.WaitingIsAsync(before);
    }

    [Fact]
    public async Task A_computer_that_may_say_it_names_who_needs_the_owner_while_the_tab_is_hidden()
    {
        var page = await BrowserAsync();
        await page.AddInitScriptAsync("""
            window.told = [];
            window.Notification = class extends Notification { constructor(title, options) { super(title, options); if (title) told.push({ title, body: options.body, click: () => this.onclick() }); } };
            Object.defineProperty(document, 'hidden', { get: () => window.away ?? false });
            """);
        var owner = await Owner.SignInAsync(page, system.Web);
        await owner.OpenAsync("/more");

        // This browser has nobody to ask and says no.
        await page.GetByRole(AriaRole.Button, new() { Name = "Notify me on this computer" }).ClickAsync();
        await page.GetByText("Your browser is blocking notifications from this site.").WaitForAsync();
        await page.ShootAsync("8-computer-not-allowed");

        // Allowed in the browser's settings: the page notices by itself.
        await page.Context.GrantPermissionsAsync(["notifications"]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Notify me on this computer" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Stop notifying me" }).WaitForAsync();
        await page.ShootAsync("9-computer-tells");

        await owner.OpenAsync("/more");
        await page.GetByRole(AriaRole.Button, new() { Name = "Stop notifying me" }).WaitForAsync();
        using var phone = new Phone(system.Simulators, "+2348031110008", "Gbenga Journey");
        await phone.SayAsync("Good morning");
        await page.EvaluateAsync("() => { window.away = true; }");
        await phone.SayAsync("I want to talk to a person please");

        await page.WaitForFunctionAsync("() => told.length > 0");
        Assert.Equal(["Halo Kitchen: Gbenga needs a person."], await page.EvaluateAsync<string[]>("() => told.map(notice => `${notice.title}: ${notice.body}`)"));
        await page.EvaluateAsync("() => told[0].click()");
        await page.Locator(".transcript-pane h2", new() { HasText = phone.Name }).WaitForAsync();
    }

    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task Every_main_page_can_be_used_by_everybody(int width, ColorScheme scheme)
    {
        // A page with something on it: an order to pay, a chat, a week of the agent.
        using var phone = new Phone(system.Simulators, scheme == ColorScheme.Dark ? $"+23480311{width:D5}" : $"+23480312{width:D5}", "Oluwadamilola Nwachukwu-Abubakar");
        await OrderAsync(phone);
        await phone.SayAsync("I have paid");
        await phone.SayAsync("I want to talk to a person please");
        var page = await BrowserAsync(width, scheme);
        var faults = new List<string>();
        foreach (var address in new[] { "/", "/shops/halo-kitchen", "/sign-in" })
        {
            await page.GotoAsync(new Uri(system.Web, address).ToString());
            faults.AddRange(await LookAsync(address));
        }

        var owner = await Owner.SignInAsync(page, system.Web);
        foreach (var address in new[] { "/", "/shops/halo-kitchen" })
        {
            await page.GotoAsync(new Uri(system.Web, address).ToString());
            faults.AddRange(await LookAsync($"{address}-signed-in"));
        }

        foreach (var address in new[] { "/overview", "/orders", "/payments", "/chats", "/products", "/products/new", "/products/words", "/settings/shop", "/settings/bank-details", "/settings/details", "/contacts", "/more" })
        {
            await owner.OpenAsync(address);
            await page.Locator("[aria-busy=true]").First.WaitForAsync(new() { State = WaitForSelectorState.Detached });
            faults.AddRange(await LookAsync(address));
        }

        await owner.OpenChatOfAsync(phone.Name);
        await page.Locator(".attention-panel").First.WaitForAsync();
        faults.AddRange(await LookAsync("/chat-that-needs-a-person"));
        Assert.Equal(0, await page.EvaluateAsync<int>(
            "() => [...document.querySelectorAll('.list-pane .chip')].filter(chip => chip.getBoundingClientRect().right > chip.closest('.pane').getBoundingClientRect().right).length"));
        await page.Locator(".bubble.agent .why").Last.ClickAsync();
        await page.Locator("[data-guard]").WaitForAsync();
        faults.AddRange(await LookAsync("/why"));
        Assert.Empty(faults);

        async Task<IEnumerable<string>> LookAsync(string address)
        {
            await page.ShootAsync($"page{address.Replace('/', '-')}-{width}-{scheme}");
            var tooWide = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth");
            return [.. await page.FaultsAsync(), .. tooWide > 0 ? [$"{address}: {tooWide} px wider than the screen"] : Array.Empty<string>()];
        }
    }

    private static async Task<string> OrderAsync(Phone phone)
    {
        await phone.SayAsync(Order, "Total");
        return Phone.OrderNumber(await phone.SayAsync("yes", "eference"));
    }
}
