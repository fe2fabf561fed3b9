using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using HaloAgent.Contracts.Auth;
using HaloAgent.Web.Client;

namespace HaloAgent.Web.SignIn;

/// <summary>Exchanges an e-mail address and a password for tokens and says plainly why it did not.</summary>
internal sealed partial class AuthClient(IHttpClientFactory clients, ILogger<AuthClient> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task<SignInResult> SignInAsync(string email, string password, string? address, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        try
        {
            using var login = new HttpRequestMessage(HttpMethod.Post, "/api/auth/login") { Content = JsonContent.Create(new LoginRequest { Email = email, Password = password }) };
            login.From(address);
            using var answer = await clients.CreateClient(ApiCaller.ClientName).SendAsync(login, patience.Token);
            if (!answer.IsSuccessStatusCode)
            {
                return new(null, null, await WhyNotAsync(answer));
            }

            var tokens = await answer.Content.ReadFromJsonAsync<TokenResponse>(patience.Token) ?? throw new JsonException("The Api sent no tokens.");
            return new(tokens, await WhoAsync(tokens.AccessToken, patience.Token), null);
        }
        catch (Exception exception) when (ApiCaller.IsLostConnection(exception, stop))
        {
            Log.ApiIsAway(logger, exception);
            return new(null, null, SignInWords.ApiIsAway);
        }
    }

    /// <summary>Revokes at the Api; when it cannot be reached the token dies of age, so signing out never fails.</summary>
    public async Task SignOutAsync(string refreshToken, string? address, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        try
        {
            using var logout = new HttpRequestMessage(HttpMethod.Post, "/api/auth/logout") { Content = JsonContent.Create(new RefreshRequest { RefreshToken = refreshToken }) };
            logout.From(address);
            using var answer = await clients.CreateClient(ApiCaller.ClientName).SendAsync(logout, patience.Token);
        }
        catch (Exception exception) when (ApiCaller.IsLostConnection(exception, stop))
        {
            Log.ApiIsAway(logger, exception);
        }
    }

    private async Task<MemberView> WhoAsync(string accessToken, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/auth/me");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        using var answer = await clients.CreateClient(ApiCaller.ClientName).SendAsync(request, stop);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<MemberView>(stop) ?? throw new JsonException("The Api does not know who signed in.");
    }

    private static async Task<string> WhyNotAsync(HttpResponseMessage answer) => answer.StatusCode switch
    {
        HttpStatusCode.BadRequest => SignInWords.WrongPassword,

        // One sentence for a wrong password and a closed sign-in, worded by the Api: whoever guesses learns nothing.
        HttpStatusCode.Unauthorized when await ApiCaller.ProblemAsync(answer) is { } problem && problem.Title != ApiProblem.SignedOut.Title => problem.Title,
        HttpStatusCode.Unauthorized => SignInWords.WrongPassword,
        HttpStatusCode.TooManyRequests => SignInWords.TooOften,
        >= HttpStatusCode.InternalServerError => SignInWords.ApiIsAway,
        _ => (await ApiCaller.ProblemAsync(answer)).Sentence,
    };

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The Api could not be reached to sign in or out")]
        public static partial void ApiIsAway(ILogger logger, Exception exception);
    }
}

/// <param name="Problem">A sentence for the person; null when signed in.</param>
internal sealed record SignInResult(TokenResponse? Tokens, MemberView? Member, string? Problem);

internal static class SignInWords
{
    public const string WrongPassword = "That e-mail and password don't match. Check both and try again.";
    public const string TooOften = "That was a lot of tries at once. Wait a minute, then try again.";
    public const string ApiIsAway = "HaloAgent can't be reached right now. Your password was not checked; try again in a moment.";
    public const string Missing = "Enter your e-mail and your password.";
    public const string Expired = "You were signed out. Sign in to continue where you left off.";
}
