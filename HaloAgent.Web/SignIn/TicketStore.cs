using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace HaloAgent.Web.SignIn;

/// <summary>The cookie carries a random name only; the ticket stands here, so that a sign-out ends it everywhere.</summary>
internal sealed class TicketStore(SessionStore store, SessionTokens tokens, TimeProvider time) : ITicketStore
{
    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var session = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        ((ClaimsIdentity)ticket.Principal.Identity!).AddClaim(new Claim(HaloClaims.Session, session));
        if (ticket.Properties.GetParameter<IssuedTokens>(nameof(SessionTokens)) is { } issued)
        {
            await tokens.SaveAsync(session, issued.Tokens, issued.Address);
        }

        await RenewAsync(session, ticket);
        return session;
    }

    public Task RenewAsync(string key, AuthenticationTicket ticket) =>
        store.SetAsync(Key(key), TicketSerializer.Default.Serialize(ticket), Left(ticket));

    public async Task<AuthenticationTicket?> RetrieveAsync(string key) =>
        await store.GetAsync(Key(key)) is { } bytes ? TicketSerializer.Default.Deserialize(bytes) : null;

    public async Task RemoveAsync(string key)
    {
        await store.RemoveAsync(Key(key));
        await tokens.EndAsync(key);
    }

    private TimeSpan Left(AuthenticationTicket ticket) =>
        ticket.Properties.ExpiresUtc is { } expires && expires > time.GetUtcNow() ? expires - time.GetUtcNow() : TimeSpan.FromDays(14);

    private static string Key(string session) => $"halo:web:ticket:{session}";
}
