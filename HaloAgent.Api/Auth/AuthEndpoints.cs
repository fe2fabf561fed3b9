using HaloAgent.Api.Http;
using HaloAgent.Auth;
using HaloAgent.Contracts.Auth;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HaloAgent.Api.Auth;

internal static class AuthEndpoints
{
    public static void MapAuth(this IEndpointRouteBuilder api)
    {
        var auth = api.MapGroup("/auth").WithTags("Auth");
        auth.MapPost("/login", SignInAsync).AllowAnonymous().RequireRateLimiting(RateLimits.SignIn);
        auth.MapPost("/refresh", RenewAsync).AllowAnonymous().RequireRateLimiting(RateLimits.Renewal);
        auth.MapPost("/logout", EndAsync).AllowAnonymous().RequireRateLimiting(RateLimits.Renewal);
        auth.MapGet("/me", ReadMeAsync);
    }

    private static async Task<Results<Ok<TokenResponse>, ProblemHttpResult>> SignInAsync(
        LoginRequest request, SignIn signIn, AccessTokens tokens, CancellationToken stop) =>
        (await signIn.HandleAsync(request.Email, request.Password, stop)).ToAnswer(session => View(session, tokens));

    private static async Task<Results<Ok<TokenResponse>, ProblemHttpResult>> RenewAsync(
        RefreshRequest request, RenewSession renew, AccessTokens tokens, CancellationToken stop) =>
        (await renew.HandleAsync(request.RefreshToken, stop)).ToAnswer(session => View(session, tokens));

    private static async Task<NoContent> EndAsync(RefreshRequest request, EndSession end, CancellationToken stop)
    {
        await end.HandleAsync(request.RefreshToken, stop);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<MemberView>, ProblemHttpResult>> ReadMeAsync(SignedInMember member, ReadMember read, CancellationToken stop) =>
        (await read.HandleAsync(member.BusinessId, member.Id, stop)).ToAnswer();

    private static TokenResponse View(Session session, AccessTokens tokens) =>
        new(tokens.Create(session.Member), session.RefreshToken, (int)AccessTokens.Lifetime.TotalSeconds);
}
