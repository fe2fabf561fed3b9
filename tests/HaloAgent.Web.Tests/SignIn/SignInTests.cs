using System.Net;
using System.Text.RegularExpressions;
using HaloAgent.Contracts.Auth;
using HaloAgent.Contracts.Overview;
using HaloAgent.Web.FakeApi;
using HaloAgent.Web.Tests.Support;
using Xunit;

namespace HaloAgent.Web.Tests.SignIn;

public sealed partial class SignInTests : IAsyncDisposable
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private readonly WebHost _web = new();

    public SignInTests()
    {
        _web.Api.On("POST /api/auth/login", new TokenResponse("access-1", "refresh-1", 900));
        _web.Api.On("GET /api/auth/me", Samples.Member);
        _web.Api.On("POST /api/auth/logout", HttpStatusCode.NoContent);
        _web.Api.On("GET /api/overview", new OverviewView([], 0, 0, 0, 0, 0, new Dictionary<string, int>(), new Dictionary<string, int>(), []));
    }

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    [Fact]
    public async Task The_dashboard_asks_for_a_sign_in_and_leads_back()
    {
        using var browser = _web.Browser();

        var asked = await browser.GetAsync("/orders?status=paid", Stop);
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        Assert.Equal("/sign-in?returnUrl=%2Forders%3Fstatus%3Dpaid", asked.Headers.Location!.PathAndQuery);

        var signedIn = await SignInAsync(browser, asked.Headers.Location.PathAndQuery);
        Assert.Equal("/orders?status=paid", signedIn.Headers.Location!.OriginalString.Replace("http://shop.test", "", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/orders?status=paid", Stop)).StatusCode);
    }

    [Fact]
    public async Task The_browser_gets_a_name_and_no_token()
    {
        using var browser = _web.Browser();

        var signedIn = await SignInAsync(browser);

        var cookie = Assert.Single(signedIn.Headers.GetValues("Set-Cookie"), value => value.StartsWith("halo-session", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        var page = await browser.GetStringAsync("/overview", Stop);
        Assert.DoesNotContain("access-1", page + cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("refresh-1", page + cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_revokes_at_the_api_and_ends_the_session_on_the_server()
    {
        using var browser = _web.Browser();
        var signedIn = await SignInAsync(browser);
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("halo-session", StringComparison.Ordinal)).Split(';')[0];

        var out_ = await PostAsync(browser, "/more", "/sign-out", []);

        Assert.Equal(HttpStatusCode.Redirect, out_.StatusCode);
        Assert.Contains("refresh-1", _web.Api.BodyOf("POST /api/auth/logout"), StringComparison.Ordinal);
        using var thief = _web.Browser();
        using var stolen = new HttpRequestMessage(HttpMethod.Get, "/overview");
        stolen.Headers.Add("Cookie", cookie);
        Assert.Equal(HttpStatusCode.Redirect, (await thief.SendAsync(stolen, Stop)).StatusCode);
    }

    [Fact]
    public async Task Signing_in_renewing_and_signing_out_say_for_whom_they_are()
    {
        // Expired when it is used, so it is renewed first.
        _web.Api.On("POST /api/auth/login", new TokenResponse("access-1", "refresh-1", 0));
        _web.Api.On("POST /api/auth/refresh", new TokenResponse("access-2", "refresh-2", 900));
        _web.Api.On($"GET /api/media/{Samples.Id(5)}", HttpStatusCode.NotFound);
        using var browser = _web.Browser();

        await SignInAsync(browser);
        await browser.GetAsync($"/media/{Samples.Id(5)}", Stop);
        await PostAsync(browser, "/more", "/sign-out", []);

        foreach (var call in new[] { "login", "refresh", "logout" })
        {
            Assert.Equal(WebHost.Address, Assert.Single(_web.Api.AskedFor, asked => asked.Call == $"POST /api/auth/{call}").Address);
        }
    }

    [Fact]
    public async Task Without_the_forms_token_nothing_happens()
    {
        using var browser = _web.Browser();
        await SignInAsync(browser);

        using var form = new FormUrlEncodedContent([new("Input.Email", "a@b.c"), new("Input.Password", "x"), new("_handler", "sign-in")]);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/sign-in", form, Stop)).StatusCode);
        using var empty = new FormUrlEncodedContent([]);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/sign-out", empty, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/overview", Stop)).StatusCode);
    }

    [Fact]
    public async Task A_refused_sign_in_says_the_apis_own_sentence_and_keeps_the_address()
    {
        _web.Api.OnProblem("POST /api/auth/login", HttpStatusCode.Unauthorized, "E-mail or password is not right. After 5 wrong tries the sign-in stays closed for 15 minutes.");
        using var browser = _web.Browser();

        var page = await (await SignInAsync(browser)).Content.ReadAsStringAsync(Stop);

        Assert.Contains("After 5 wrong tries", page, StringComparison.Ordinal);
        Assert.Contains("value=\"owner@halo-kitchen.example\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("HaloDemo!2026", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_api_that_is_away_is_not_a_wrong_password()
    {
        _web.Api.On("POST /api/auth/login", _ => throw ScriptedApi.Away());
        using var browser = _web.Browser();

        Assert.Contains("Your password was not checked", await (await SignInAsync(browser)).Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_return_address_of_another_site_is_not_followed()
    {
        using var browser = _web.Browser();

        var signedIn = await SignInAsync(browser, "/sign-in?returnUrl=//evil.example/x");

        Assert.EndsWith("/overview", signedIn.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Media_of_a_chat_is_fetched_with_the_members_token_and_never_run()
    {
        var id = Samples.Id(5);
        _web.Api.On($"GET /api/media/{id}", _ => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("<script>", new System.Net.Http.Headers.MediaTypeHeaderValue("text/html")) }));
        using var browser = _web.Browser();
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync($"/media/{id}", Stop)).StatusCode);
        await SignInAsync(browser);

        var media = await browser.GetAsync($"/media/{id}", Stop);

        Assert.Equal(HttpStatusCode.OK, media.StatusCode);
        Assert.Equal("attachment", media.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains("sandbox", media.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("access-1", _web.Api.AskedFor.Single(asked => asked.Call == $"GET /api/media/{id}").Token);
    }

    [Fact]
    public async Task A_file_that_is_no_longer_kept_says_so_in_words()
    {
        var id = Samples.Id(6);
        _web.Api.On($"GET /api/media/{id}", HttpStatusCode.Gone);
        using var browser = _web.Browser();
        await SignInAsync(browser);
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");

        var media = await browser.GetAsync($"/media/{id}", Stop);

        Assert.Equal(HttpStatusCode.Gone, media.StatusCode);
        Assert.Contains("no longer kept", await media.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> SignInAsync(HttpClient browser, string address = "/sign-in") =>
        PostAsync(browser, address, address, new() { ["Input.Email"] = "owner@halo-kitchen.example", ["Input.Password"] = "HaloDemo!2026", ["_handler"] = "sign-in" });

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string page, string action, Dictionary<string, string> fields)
    {
        var html = await browser.GetStringAsync(page, Stop);
        fields["__RequestVerificationToken"] = FormToken().Match(html).Groups[1].Value;
        using var form = new FormUrlEncodedContent(fields);
        return await browser.PostAsync(action, form, Stop);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
