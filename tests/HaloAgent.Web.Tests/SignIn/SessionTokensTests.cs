using System.Net;
using HaloAgent.Contracts.Auth;
using HaloAgent.Web.SignIn;
using HaloAgent.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HaloAgent.Web.Tests.SignIn;

public sealed class SessionTokensTests : WebTest
{
    private const string Refresh = "POST /api/auth/refresh";

    private static readonly CancellationToken None = CancellationToken.None;

    private SessionTokens Tokens => Services.GetRequiredService<SessionTokens>();

    [Fact]
    public async Task Many_at_once_renew_once()
    {
        var answer = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        Api.On(Refresh, _ => answer.Task);

        var calls = Enumerable.Range(0, 50).Select(_ => Task.Run(() => Tokens.RenewAsync(Session, "access-1", None))).ToArray();
        answer.SetResult(ScriptedApi.Ok(new TokenResponse("access-2", "refresh-2", 3600)));

        Assert.All(await Task.WhenAll(calls), token => Assert.Equal("access-2", token));
        Assert.Equal(1, Api.Count(Refresh));
    }

    [Fact]
    public async Task Whoever_comes_late_with_the_old_token_gets_the_present_one()
    {
        Api.On(Refresh, new TokenResponse("access-2", "refresh-2", 3600));
        await Tokens.RenewAsync(Session, "access-1", None);

        Assert.Equal("access-2", await Tokens.RenewAsync(Session, "access-1", None));
        Assert.Equal(1, Api.Count(Refresh));
    }

    [Fact]
    public async Task The_successor_of_a_refresh_token_is_used_next()
    {
        Api.On(Refresh, new TokenResponse("access-2", "refresh-2", 3600));
        await Tokens.RenewAsync(Session, "access-1", None);
        await Tokens.RenewAsync(Session, "access-2", None);

        Assert.Contains("refresh-2", Api.BodyOf(Refresh), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_renewal_says_for_whom_it_is()
    {
        await Tokens.SaveAsync(Session, new TokenResponse("access-1", "refresh-1", 3600), "102.89.1.2");
        Api.On(Refresh, new TokenResponse("access-2", "refresh-2", 3600));

        await Tokens.RenewAsync(Session, "access-1", None);
        await Tokens.RenewAsync(Session, "access-2", None);

        Assert.Equal(["102.89.1.2", "102.89.1.2"], Api.AskedFor.Where(asked => asked.Call == Refresh).Select(asked => asked.Address));
    }

    [Fact]
    public async Task A_token_about_to_expire_is_renewed_before_it_is_used()
    {
        Api.On(Refresh, new TokenResponse("access-2", "refresh-2", 3600));
        Assert.Equal("access-1", await Tokens.GetAsync(Session, None));

        Clock.Advance(TimeSpan.FromMinutes(59.8));

        Assert.Equal("access-2", await Tokens.GetAsync(Session, None));
    }

    [Fact]
    public async Task A_refused_renewal_ends_the_session()
    {
        Api.On(Refresh, HttpStatusCode.Unauthorized);

        Assert.Null(await Tokens.RenewAsync(Session, "access-1", None));
        Assert.Null(await Tokens.GetAsync(Session, None));
    }

    [Fact]
    public async Task An_api_that_is_away_ends_no_session()
    {
        Api.On(Refresh, _ => throw ScriptedApi.Away());
        await Assert.ThrowsAsync<HttpRequestException>(() => Tokens.RenewAsync(Session, "access-1", None));

        Api.On(Refresh, HttpStatusCode.ServiceUnavailable);
        await Assert.ThrowsAsync<HttpRequestException>(() => Tokens.RenewAsync(Session, "access-1", None));

        Api.On(Refresh, new TokenResponse("access-2", "refresh-2", 3600));
        Assert.Equal("access-2", await Tokens.RenewAsync(Session, "access-1", None));
    }

    [Fact]
    public async Task Signing_out_hands_the_refresh_token_over_to_be_revoked()
    {
        Assert.Equal("refresh-1", await Tokens.EndAsync(Session));
        Assert.Null(await Tokens.GetAsync(Session, None));
    }

    [Fact]
    public async Task One_caller_giving_up_does_not_stop_the_others()
    {
        var answer = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        Api.On(Refresh, _ => answer.Task);
        using var impatient = new CancellationTokenSource();
        var first = Tokens.RenewAsync(Session, "access-1", impatient.Token);
        var second = Tokens.RenewAsync(Session, "access-1", None);

        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        answer.SetResult(ScriptedApi.Ok(new TokenResponse("access-2", "refresh-2", 3600)));

        Assert.Equal("access-2", await second);
        Assert.Equal(1, Api.Count(Refresh));
    }
}
