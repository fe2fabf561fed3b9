using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using HaloAgent.Contracts.Auth;
using HaloAgent.Web.Client;

namespace HaloAgent.Web.SignIn;

/// <summary>
/// The tokens of every session, on the server only. A refresh token is good for one use, so renewing is a single flight:
/// in this process by the task that all callers share, between replicas by a lock in Redis.
/// </summary>
internal sealed class SessionTokens(SessionStore store, IHttpClientFactory clients, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);
    private static readonly TimeSpan RenewBefore = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<string, Lazy<Task<string?>>> _flights = new();

    /// <param name="address">
    /// From where the member signed in. A circuit knows no address, and renewals of all members from this one server would
    /// share one allowance at the Api.
    /// </param>
    public Task SaveAsync(string session, TokenResponse tokens, string? address = null) =>
        store.SetAsync(
            Key(session),
            JsonSerializer.SerializeToUtf8Bytes(new StoredTokens(tokens.AccessToken, tokens.RefreshToken, time.GetUtcNow().AddSeconds(tokens.ExpiresIn), address)),
            Lifetime);

    /// <summary>A token that is still good, or null when the session is over.</summary>
    public async Task<string?> GetAsync(string session, CancellationToken stop)
    {
        var tokens = await ReadAsync(session);
        return tokens is null || tokens.ExpiresAt - RenewBefore > time.GetUtcNow()
            ? tokens?.AccessToken
            : await RenewAsync(session, tokens.AccessToken, stop);
    }

    /// <summary>
    /// The successor of a token that the Api refused, or null when the session is over. Whoever comes with a token that
    /// was replaced meanwhile gets the present one. Throws <see cref="HttpRequestException"/> when the Api is away:
    /// that ends no session.
    /// </summary>
    public async Task<string?> RenewAsync(string session, string refused, CancellationToken stop)
    {
        var flight = _flights.GetOrAdd(session, _ => new Lazy<Task<string?>>(() => RenewOnceAsync(session, refused)));
        try
        {
            return await flight.Value.WaitAsync(stop);
        }
        finally
        {
            if (flight.Value.IsCompleted)
            {
                _flights.TryRemove(KeyValuePair.Create(session, flight));
            }
        }
    }

    /// <summary>Forgets the tokens and returns the refresh token, so that it can be revoked at the Api.</summary>
    public async Task<string?> EndAsync(string session)
    {
        var tokens = await ReadAsync(session);
        await store.RemoveAsync(Key(session));
        return tokens?.RefreshToken;
    }

    private async Task<string?> RenewOnceAsync(string session, string refused)
    {
        var owner = Guid.CreateVersion7().ToString();
        using var patience = new CancellationTokenSource(Patience, time);
        while (!await store.TryLockAsync(LockKey(session), owner, Patience))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), time, patience.Token);
        }

        try
        {
            var tokens = await ReadAsync(session);
            return tokens is null ? null
                : tokens.AccessToken != refused ? tokens.AccessToken
                : await ExchangeAsync(session, tokens, patience.Token);
        }
        finally
        {
            await store.UnlockAsync(LockKey(session), owner);
        }
    }

    private async Task<string?> ExchangeAsync(string session, StoredTokens present, CancellationToken stop)
    {
        using var renewal = new HttpRequestMessage(HttpMethod.Post, "/api/auth/refresh") { Content = JsonContent.Create(new RefreshRequest { RefreshToken = present.RefreshToken }) };
        renewal.From(present.Address);
        using var response = await clients.CreateClient(ApiCaller.ClientName).SendAsync(renewal, stop);
        if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.BadRequest)
        {
            await store.RemoveAsync(Key(session));
            return null;
        }

        response.EnsureSuccessStatusCode();
        var tokens = await response.Content.ReadFromJsonAsync<TokenResponse>(stop) ?? throw new JsonException("The Api sent no tokens.");
        await SaveAsync(session, tokens, present.Address);
        return tokens.AccessToken;
    }

    private async Task<StoredTokens?> ReadAsync(string session) =>
        await store.GetAsync(Key(session)) is { } bytes ? JsonSerializer.Deserialize<StoredTokens>(bytes) : null;

    private static string Key(string session) => $"halo:web:tokens:{session}";

    private static string LockKey(string session) => $"halo:web:tokens-lock:{session}";

    /// <param name="Address">Null in sessions of before it was kept.</param>
    private sealed record StoredTokens(string AccessToken, string RefreshToken, DateTimeOffset ExpiresAt, string? Address = null);
}

/// <summary>What a sign-in brought, on its way to where sessions are kept.</summary>
internal sealed record IssuedTokens(TokenResponse Tokens, string? Address);
