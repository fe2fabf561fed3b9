using System.Security.Claims;
using HaloAgent.Web.SignIn;
using Microsoft.AspNetCore.Components.Authorization;

namespace HaloAgent.Web.Client;

/// <summary>Who is looking at this page: the id of their session, from the circuit or the request alike.</summary>
internal sealed class CurrentSession(AuthenticationStateProvider authentication)
{
    private ClaimsPrincipal? _user;

    public async Task<ClaimsPrincipal> GetUserAsync() => _user ??= (await authentication.GetAuthenticationStateAsync()).User;

    public async Task<string?> GetIdAsync() => (await GetUserAsync()).FindFirstValue(HaloClaims.Session);
}
