using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace HaloAgent.Simulators.Twilio;

/// <summary>Account SID and auth token, exactly; and no other account's address than one's own.</summary>
internal sealed class BasicAuthFilter(IOptions<TwilioOptions> account) : IEndpointFilter
{
    private readonly byte[] _expected = Encoding.UTF8.GetBytes(
        "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account.Value.AccountSid}:{account.Value.AuthToken}")));

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var given = Encoding.UTF8.GetBytes(http.Request.Headers.Authorization.ToString());
        if (CryptographicOperations.FixedTimeEquals(given, _expected) && IsOurs(http.GetRouteValue("account") as string))
        {
            return await next(context);
        }

        http.Response.Headers.WWWAuthenticate = "Basic realm=\"Twilio API\"";
        return TwilioResults.Error(TwilioErrors.Authenticate);
    }

    private bool IsOurs(string? named) => named is null || named == account.Value.AccountSid;
}
