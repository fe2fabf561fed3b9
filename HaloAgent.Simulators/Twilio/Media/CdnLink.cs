using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace HaloAgent.Simulators.Twilio.Media;

/// <summary>The signed, expiring address without sign-in to which Twilio redirects a media request.</summary>
internal sealed class CdnLink(IOptions<TwilioOptions> account, TimeProvider time)
{
    private static readonly TimeSpan _lifetime = TimeSpan.FromHours(4);

    public string For(string mediaSid)
    {
        var expires = (time.GetUtcNow() + _lifetime).ToUnixTimeSeconds();
        return string.Create(CultureInfo.InvariantCulture, $"/cdn/{account.Value.AccountSid}/{mediaSid}?Expires={expires}&Signature={Sign(mediaSid, expires)}");
    }

    public bool IsValid(string mediaSid, long expires, string signature) =>
        expires > time.GetUtcNow().ToUnixTimeSeconds()
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(Sign(mediaSid, expires)));

    private string Sign(string mediaSid, long expires) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(account.Value.AuthToken),
            Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{mediaSid}:{expires}"))));
}
