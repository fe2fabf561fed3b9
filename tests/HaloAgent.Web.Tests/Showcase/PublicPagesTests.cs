using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using HaloAgent.Contracts.Conversations;
using HaloAgent.Web.FakeApi;
using HaloAgent.Web.Tests.Support;
using Xunit;

namespace HaloAgent.Web.Tests.Showcase;

public sealed class PublicPagesTests : IAsyncDisposable
{
    private const string Chat = "/api/public/businesses/halo-kitchen/chat";
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private readonly WebHost _web = new();

    public PublicPagesTests()
    {
        var products = Enumerable.Range(1, 24).Select(number => Samples.Product(number, $"Dish <{number}>", number % 2 == 0 ? "Rice" : "Soups", 3500m, number % 5, "With plantain."));
        _web.Api.On("GET /api/public/businesses", new[] { Samples.Shop([]) });
        _web.Api.On("GET /api/public/businesses/halo-kitchen", Samples.Shop(products));
        _web.Api.On($"POST {Chat}/visitors", new VisitorView("visitor-1"));
        _web.Api.On($"POST {Chat}/messages", HttpStatusCode.Accepted);
    }

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/shops/halo-kitchen")]
    [InlineData("/sign-in")]
    public async Task Public_pages_load_nothing_from_another_host_and_run_no_inline_script(string address)
    {
        using var browser = _web.Browser();

        var page = await browser.GetAsync(address, Stop);

        var html = await page.Content.ReadAsStringAsync(Stop);
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotMatch("(src|href)=\"(https?:)?//(?!wa\\.me/)", html);
        Assert.DoesNotMatch("<script(?![^>]*src=)", html);
        Assert.DoesNotContain("style=\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("MudBlazor", html, StringComparison.Ordinal);
        Assert.Equal("nosniff", page.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory]
    [InlineData("/", "GET /api/public/businesses")]
    [InlineData("/shops/halo-kitchen", "GET /api/public/businesses/halo-kitchen")]
    public async Task A_page_is_asked_for_in_the_visitors_name_so_that_the_limits_of_one_are_not_everybodys(string address, string call)
    {
        using var browser = _web.Browser();

        await browser.GetAsync(address, Stop);

        Assert.Equal(WebHost.Address, _web.Api.AskedFor.Last(asked => asked.Call == call).Address);
    }

    [Fact]
    public async Task The_first_view_of_a_shop_weighs_less_than_150_kilobytes()
    {
        using var browser = _web.Browser();
        var html = await browser.GetStringAsync("/shops/halo-kitchen", Stop);
        var total = Zipped(html);
        foreach (System.Text.RegularExpressions.Match link in System.Text.RegularExpressions.Regex.Matches(html, "(?:href|src)=\"(/?[^\"]+\\.(?:css|js|svg))\""))
        {
            total += Zipped(await browser.GetStringAsync("/" + link.Groups[1].Value.TrimStart('/'), Stop));
        }

        Assert.InRange(total, 1_000, 40_000);
    }

    [Fact]
    public async Task A_shop_shows_its_catalogue_as_plain_html()
    {
        using var browser = _web.Browser();

        var html = await browser.GetStringAsync("/shops/halo-kitchen", Stop);

        Assert.Contains("Dish &lt;1&gt;", html, StringComparison.Ordinal);
        Assert.Contains("₦3,500", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Contains("Sold out", html, StringComparison.Ordinal);
        Assert.Contains("loading=\"lazy\"", html, StringComparison.Ordinal);
        Assert.Contains("https://wa.me/14155238886", html, StringComparison.Ordinal);
        Assert.Contains("Sunday closed", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nope", "text/html,*/*;q=0.8", "This page could not be found")]
    [InlineData("/chats/nope", "text/html,*/*;q=0.8", "This page could not be found")]
    [InlineData("/nope.js", "*/*", "")]
    public async Task An_unknown_address_is_a_page_for_people_and_a_bare_status_for_scripts(string address, string accept, string says)
    {
        using var browser = _web.Browser();
        browser.DefaultRequestHeaders.Accept.ParseAdd(accept);

        var page = await browser.GetAsync(address, Stop);

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        var html = await page.Content.ReadAsStringAsync(Stop);
        if (says.Length == 0) Assert.Empty(html);
        else Assert.Contains(says, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_shop_is_a_page_of_its_own()
    {
        _web.Api.On("GET /api/public/businesses/nowhere", HttpStatusCode.NotFound);
        using var browser = _web.Browser();
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");

        var page = await browser.GetAsync("/shops/nowhere", Stop);

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Contains("This shop could not be found", await page.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_api_is_away_the_front_page_still_stands()
    {
        _web.Api.On("GET /api/public/businesses", _ => throw ScriptedApi.Away());
        using var browser = _web.Browser();

        var page = await browser.GetAsync("/", Stop);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("show the shops right now", await page.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_message_makes_a_visitor_whose_token_no_script_can_read()
    {
        using var browser = _web.Browser();

        var first = await SayAsync(browser);
        await SayAsync(browser);

        Assert.Equal(HttpStatusCode.Accepted, first.StatusCode);
        var cookie = first.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/shops/halo-kitchen", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, _web.Api.Count($"POST {Chat}/visitors"));
        Assert.All(_web.Api.AskedFor.Where(asked => asked.Call == $"POST {Chat}/messages"), asked => Assert.Equal("visitor-1", asked.Visitor));
    }

    [Fact]
    public async Task A_visitor_whom_the_api_forgot_gets_a_new_token_and_the_message_is_not_lost()
    {
        using var browser = _web.Browser();
        await SayAsync(browser);
        _web.Api.On($"POST {Chat}/visitors", new VisitorView("visitor-2"));
        _web.Api.On($"POST {Chat}/messages", request => Task.FromResult(new HttpResponseMessage(
            request.Headers.GetValues("X-Halo-Visitor").Single() == "visitor-2" ? HttpStatusCode.Accepted : HttpStatusCode.Unauthorized)));

        Assert.Equal(HttpStatusCode.Accepted, (await SayAsync(browser)).StatusCode);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Origin", "https://evil.example")]
    public async Task Other_sites_cannot_chat_in_a_visitors_name(string header, string value)
    {
        using var browser = _web.Browser();
        browser.DefaultRequestHeaders.Add(header, value);

        Assert.Equal(HttpStatusCode.Forbidden, (await SayAsync(browser)).StatusCode);
        Assert.Equal(0, _web.Api.Count($"POST {Chat}/messages"));
    }

    [Fact]
    public async Task A_message_that_the_api_could_not_take_is_not_acknowledged()
    {
        _web.Api.On($"POST {Chat}/messages", _ => throw ScriptedApi.Away());
        using var browser = _web.Browser();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await SayAsync(browser)).StatusCode);
    }

    [Fact]
    public async Task A_stranger_has_no_messages_and_no_line()
    {
        using var browser = _web.Browser();

        Assert.Equal("[]", await browser.GetStringAsync("/shops/halo-kitchen/chat/messages", Stop));
        Assert.Equal(HttpStatusCode.NoContent, (await browser.GetAsync("/shops/halo-kitchen/chat/stream", Stop)).StatusCode);
    }

    [Fact]
    public async Task Pictures_are_asked_for_in_a_sane_width_and_may_be_cached()
    {
        var id = Samples.Id(600);
        _web.Api.On($"GET /api/public/images/{id}", _ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent([1, 2, 3]) { Headers = { ContentType = new("image/webp") } } }));
        using var browser = _web.Browser();

        var picture = await browser.GetAsync($"/images/{id}?w=999999", Stop);

        Assert.Equal("image/webp", picture.Content.Headers.ContentType!.MediaType);
        Assert.True(picture.Headers.CacheControl!.Public);
        Assert.Equal("?w=1600", _web.Api.AskedFor.Single().Query);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/images/..%2f..%2fsecret", Stop)).StatusCode);
    }

    private static async Task<HttpResponseMessage> SayAsync(HttpClient browser) =>
        await browser.PostAsJsonAsync("/shops/halo-kitchen/chat/messages", new ChatMessageRequest { ClientId = Guid.CreateVersion7(), Text = "Good morning" }, Stop);

    private static long Zipped(string text)
    {
        using var memory = new MemoryStream();
        using (var zip = new GZipStream(memory, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(System.Text.Encoding.UTF8.GetBytes(text));
        }

        return memory.Length;
    }
}
