using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using HaloAgent.Auth;
using HaloAgent.Contracts.Auth;
using HaloAgent.Data;
using HaloAgent.IntegrationTests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HaloAgent.IntegrationTests.Api;

public sealed class SignInTests(ApiHost api) : IClassFixture<ApiHost>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_member_signs_in_and_sees_who_they_are_and_for_which_shop()
    {
        using var client = await api.SignedInAsync(ApiHost.Staff);

        var me = await client.GetFromJsonAsync<MemberView>("/api/auth/me", Cancelled);

        Assert.Equal((ApiHost.Staff, "staff", "halo-kitchen"), (me!.Email, me.Role, me.Business.Slug));
    }

    [Fact]
    public async Task An_unknown_address_and_a_wrong_password_get_the_same_answer()
    {
        using var client = api.Client();

        using var unknown = await LoginAsync(client, "nobody@halo-kitchen.example", "wrong");
        using var wrong = await LoginAsync(client, "owner@ankara-corner.example", "wrong");

        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.Equal(await unknown.ComparableAsync(), await wrong.ComparableAsync());
    }

    [Fact]
    public async Task After_five_wrong_tries_the_right_password_waits_a_quarter_of_an_hour()
    {
        using var client = api.Client();
        const string email = "staff@ankara-corner.example";
        for (var i = 0; i < 5; i++)
        {
            (await LoginAsync(client, email, "wrong")).Dispose();
        }

        using var closed = await LoginAsync(client, email, DemoData.Password);
        api.Time.Advance(TimeSpan.FromMinutes(15.1));
        using var open = await LoginAsync(client, email, DemoData.Password);

        Assert.Equal(HttpStatusCode.Unauthorized, closed.StatusCode);
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
    }

    [Fact]
    public async Task Many_guesses_at_the_same_moment_are_still_only_five()
    {
        using var client = api.Client();
        var user = new HaloAgent.Businesses.HaloUser { UserName = "busy@x.example", NormalizedUserName = "BUSY@X.EXAMPLE", Email = "busy@x.example", NormalizedEmail = "BUSY@X.EXAMPLE", Id = Guid.CreateVersion7() };
        await api.UseAsync<HaloDbContext, int>(db =>
        {
            db.Users.Add(user);
            return db.SaveChangesAsync(Cancelled);
        });

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => LoginAsync(client, user.Email!, "guess")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode));
        Assert.Equal(5, await api.UseAsync<HaloDbContext, int>(db => db.Users.Where(u => u.Id == user.Id).Select(u => u.AccessFailedCount).SingleAsync(Cancelled)));
    }

    [Fact]
    public async Task Renewing_gives_new_tokens_and_uses_the_old_one_up()
    {
        using var client = api.Client();
        var first = await TokensAsync(await LoginAsync(client, ApiHost.Owner, DemoData.Password));

        var second = await TokensAsync(await RefreshAsync(client, first.RefreshToken));

        Assert.NotEqual(first.RefreshToken, second.RefreshToken);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", second.AccessToken);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/auth/me", Cancelled)).StatusCode);
    }

    [Fact]
    public async Task A_used_token_that_comes_back_later_ends_the_whole_family()
    {
        using var client = api.Client();
        var first = await TokensAsync(await LoginAsync(client, ApiHost.Owner, DemoData.Password));
        var second = await TokensAsync(await RefreshAsync(client, first.RefreshToken));
        api.Time.Advance(TimeSpan.FromMinutes(1));

        using var stolen = await RefreshAsync(client, first.RefreshToken);
        using var honest = await RefreshAsync(client, second.RefreshToken);

        await stolen.ProblemAsync(HttpStatusCode.Unauthorized);
        await honest.ProblemAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Two_tabs_that_renew_at_the_same_moment_both_stay_signed_in()
    {
        using var client = api.Client();
        var first = await TokensAsync(await LoginAsync(client, ApiHost.Owner, DemoData.Password));

        var both = await Task.WhenAll(RefreshAsync(client, first.RefreshToken), RefreshAsync(client, first.RefreshToken));
        var tokens = await Task.WhenAll(both.Select(TokensAsync));

        Assert.NotEqual(tokens[0].RefreshToken, tokens[1].RefreshToken);
        Assert.All(await Task.WhenAll(tokens.Select(t => RefreshAsync(client, t.RefreshToken))), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_an_access_token_ends_by_itself()
    {
        using var client = api.Client();
        var tokens = await TokensAsync(await LoginAsync(client, ApiHost.Owner, DemoData.Password));
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.AccessToken);

        using var out1 = await client.PostAsJsonAsync("/api/auth/logout", new RefreshRequest { RefreshToken = tokens.RefreshToken }, Cancelled);
        using var again = await RefreshAsync(client, tokens.RefreshToken);
        api.Time.Advance(TimeSpan.FromMinutes(15.1));
        using var late = await client.GetAsync("/api/auth/me", Cancelled);

        Assert.Equal(HttpStatusCode.NoContent, out1.StatusCode);
        await again.ProblemAsync(HttpStatusCode.Unauthorized);
        await late.ProblemAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Signing_out_during_a_renewal_ends_its_successor_too()
    {
        using var client = api.Client();
        var tokens = await TokensAsync(await LoginAsync(client, ApiHost.Owner, DemoData.Password));
        await using var renewal = api.Services.CreateAsyncScope();
        var db = renewal.ServiceProvider.GetRequiredService<HaloDbContext>();
        var hash = IssueSession.Hash(tokens.RefreshToken);
        var used = await db.RefreshTokens.SingleAsync(t => t.TokenHash == hash, Cancelled);
        var member = await db.BusinessMembers.SingleAsync(m => m.Id == used.MemberId, Cancelled);
        await using var transaction = await db.Database.BeginTransactionAsync(Cancelled);
        await db.LockFamilyAsync(used.FamilyId, Cancelled);
        var successor = await renewal.ServiceProvider.GetRequiredService<IssueSession>().ContinueAsync(used.FamilyId, member, Cancelled);

        var signingOut = client.PostAsJsonAsync("/api/auth/logout", new RefreshRequest { RefreshToken = tokens.RefreshToken }, Cancelled);
        await Eventually.IsTrueAsync(async () => signingOut.IsCompleted || await WaitsForTheFamilyAsync(), "signing out waits for the renewal");
        await transaction.CommitAsync(Cancelled);
        using var signedOut = await signingOut;
        using var again = await RefreshAsync(client, successor.RefreshToken);

        Assert.Equal(HttpStatusCode.NoContent, signedOut.StatusCode);
        await again.ProblemAsync(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.eyJtZW1iZXIiOiIwMWEyMDZlMi03YzVhLTc4ZmUtYjJmOC1hMWE0NTRiNTlhMjciLCJleHAiOjQ4OTU0MTI3NDJ9.")]
    [InlineData("not-a-token")]
    public async Task A_token_that_we_did_not_sign_opens_nothing(string token)
    {
        using var client = api.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

        using var answer = await client.GetAsync("/api/orders", Cancelled);

        await answer.ProblemAsync(HttpStatusCode.Unauthorized);
    }

    private Task<bool> WaitsForTheFamilyAsync() => api.UseAsync<HaloDbContext, bool>(async db => await db.Database.SqlQuery<int>(
        $"""SELECT count(*)::int AS "Value" FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())""")
        .SingleAsync(Cancelled) > 0);

    private static Task<HttpResponseMessage> LoginAsync(HttpClient client, string email, string password) =>
        client.PostAsJsonAsync("/api/auth/login", new LoginRequest { Email = email, Password = password }, Cancelled);

    private static Task<HttpResponseMessage> RefreshAsync(HttpClient client, string token) =>
        client.PostAsJsonAsync("/api/auth/refresh", new RefreshRequest { RefreshToken = token }, Cancelled);

    private static async Task<TokenResponse> TokensAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            answer.EnsureSuccessStatusCode();
            return (await answer.Content.ReadFromJsonAsync<TokenResponse>(Cancelled))!;
        }
    }
}
