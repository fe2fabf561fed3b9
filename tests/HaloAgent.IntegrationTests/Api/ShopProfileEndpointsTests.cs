using System.Net;
using System.Net.Http.Json;
using HaloAgent.Contracts.Businesses;
using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaloAgent.IntegrationTests.Api;

public sealed class ShopProfileEndpointsTests(ApiHost api) : IClassFixture<ApiHost>
{
    private const string Path = "/api/business/profile";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_owner_says_of_the_shop_is_kept_audited_and_seen_by_no_other_shop()
    {
        using var owner = await api.SignedInAsync();
        using var staff = await api.SignedInAsync(ApiHost.Staff);
        using var stranger = await api.SignedInAsync(ApiHost.OtherOwner);
        var theirs = await ReadAsync(stranger);
        var auditedBefore = await AuditedAsync();

        using var answer = await owner.PutAsJsonAsync(Path, Saved((await ReadAsync(owner)).Version, " Refunds within 7 days.\r\nNo exchange. ", ["How far, dear?"], ["en", "pcm"]), Cancelled);
        var saved = await answer.Content.ReadFromJsonAsync<ShopProfileView>(Cancelled);
        var read = await ReadAsync(staff);

        Assert.Equal("Refunds within 7 days.\nNo exchange.", saved!.Policies);
        Assert.Equal((saved.Policies, saved.Version), (read.Policies, read.Version));
        Assert.Equal(["How far, dear?"], read.SampleMessages);
        Assert.Equal(["en", "pcm"], read.Languages);
        Assert.Equal(auditedBefore + 1, await AuditedAsync());
        Assert.Equal(theirs.Version, (await ReadAsync(stranger)).Version);
        Assert.DoesNotContain("7 days", (await ReadAsync(stranger)).Policies, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Points_are_turned_on_and_off_and_are_never_worth_more_than_was_spent()
    {
        using var owner = await api.SignedInAsync();
        var before = await ReadAsync(owner);
        var saved = Saved(before.Version, before.Policies, [.. before.SampleMessages], [.. before.Languages]);

        using var tooMuch = await owner.PutAsJsonAsync(Path, saved with { Loyalty = new LoyaltyRulesView(100, 101) }, Cancelled);
        using var nothing = await owner.PutAsJsonAsync(Path, saved with { Loyalty = new LoyaltyRulesView(0, 0) }, Cancelled);
        using var on = await owner.PutAsJsonAsync(Path, saved with { Loyalty = new LoyaltyRulesView(1000, 10) }, Cancelled);
        var rewarding = await ReadAsync(owner);
        using var off = await owner.PutAsJsonAsync(Path, saved with { Version = rewarding.Version }, Cancelled);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (tooMuch.StatusCode, nothing.StatusCode));
        Assert.Equal(new LoyaltyRulesView(1000, 10), rewarding.Loyalty);
        Assert.Null((await ReadAsync(owner)).Loyalty);
    }

    [Fact]
    public async Task Staff_may_read_it_but_not_change_it_and_a_stranger_neither()
    {
        using var staff = await api.SignedInAsync(ApiHost.Staff);
        using var nobody = api.Client();
        var before = await ReadAsync(staff);

        using var changed = await staff.PutAsJsonAsync(Path, Saved(before.Version, "Everything is free.", [], []), Cancelled);
        using var unseen = await nobody.GetAsync(Path, Cancelled);

        Assert.Equal(HttpStatusCode.Forbidden, changed.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, unseen.StatusCode);
        Assert.Equal(before.Version, (await ReadAsync(staff)).Version);
    }

    [Fact]
    public async Task What_somebody_else_changed_meanwhile_is_not_overwritten()
    {
        using var owner = await api.SignedInAsync(ApiHost.OtherOwner);
        var before = await ReadAsync(owner);
        using var first = await owner.PutAsJsonAsync(Path, Saved(before.Version, "No refunds.", [], []), Cancelled);

        using var stale = await owner.PutAsJsonAsync(Path, Saved(before.Version, "All refunds.", [], []), Cancelled);
        using var blind = await owner.PutAsJsonAsync(Path, Saved(null, "All refunds.", [], []), Cancelled);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        await stale.ProblemAsync(HttpStatusCode.Conflict);
        Assert.Contains("version", (await blind.ProblemAsync(HttpStatusCode.BadRequest)).Fields());
        Assert.Equal("No refunds.", (await ReadAsync(owner)).Policies);
    }

    [Theory]
    [InlineData("""{ "version": 1, "policies": "", "sampleMessages": [" "], "languages": [], "loyalty": null }""", "sampleMessages[0]")]
    [InlineData("""{ "version": 1, "policies": "", "sampleMessages": [null], "languages": [], "loyalty": null }""", "sampleMessages[0]")]
    [InlineData("""{ "version": 1, "policies": "", "sampleMessages": ["1","2","3","4","5","6"], "languages": [], "loyalty": null }""", "sampleMessages")]
    [InlineData("""{ "version": 1, "policies": "", "sampleMessages": [], "languages": ["xx"], "loyalty": null }""", "languages[0]")]
    [InlineData("""{ "version": 1, "policies": "", "sampleMessages": [], "languages": [null], "loyalty": null }""", "languages[0]")]
    [InlineData("""{ "version": 1, "policies": "", "sampleMessages": [], "languages": ["yo", "yo"], "loyalty": null }""", "languages[1]")]
    [InlineData("""{ "version": 1, "policies": "a\u0000b", "sampleMessages": [], "languages": [], "loyalty": null }""", "policies")]
    [InlineData("""{ "version": 1, "policies": "", "sampleMessages": [], "languages": [] }""", "loyalty")]
    [InlineData("""{ "version": 1, "policies": null, "sampleMessages": [], "languages": [], "loyalty": null }""", "policies")]
    public async Task A_profile_that_cannot_be_is_refused_naming_the_field(string body, string field) => await RefusedAsync(body, field);

    [Fact]
    public async Task A_text_that_is_too_long_is_refused()
    {
        await RefusedAsync($$"""{ "version": 1, "policies": "{{new string('x', ShopProfileLimits.Policies + 1)}}", "sampleMessages": [], "languages": [], "loyalty": null }""", "policies");
        await RefusedAsync($$"""{ "version": 1, "policies": "", "sampleMessages": ["{{new string('x', ShopProfileLimits.Sample + 1)}}"], "languages": [], "loyalty": null }""", "sampleMessages[0]");
    }

    private async Task RefusedAsync(string body, string field)
    {
        using var owner = await api.SignedInAsync();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var answer = await owner.PutAsync(Path, content, Cancelled);

        Assert.Contains(field, (await answer.ProblemAsync(HttpStatusCode.BadRequest)).Fields());
    }

    private static SaveShopProfileRequest Saved(uint? version, string policies, string[] samples, string[] languages) =>
        new() { Version = version, Policies = policies, SampleMessages = samples, Languages = languages, Loyalty = null };

    private static async Task<ShopProfileView> ReadAsync(HttpClient client) => (await client.GetFromJsonAsync<ShopProfileView>(Path, Cancelled))!;

    private Task<int> AuditedAsync() =>
        api.UseAsync<HaloDbContext, int>(db => db.AuditEntries.CountAsync(entry => entry.Action == "shop_profile_saved", Cancelled));
}
