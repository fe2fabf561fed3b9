using System.Security.Cryptography;
using System.Text;

namespace HaloAgent.Simulators.Twilio;

/// <summary>
/// The <c>X-Twilio-Signature</c> header, as twilio-csharp's and twilio-python's RequestValidator compute it:
/// Base64(HMAC-SHA1(auth token, full URL without fragment + every form key and value, keys in ordinal order)).
/// Public, so that tests and load tests sign exactly as the simulated Twilio does.
/// </summary>
public static class TwilioSignature
{
    public const string Header = "X-Twilio-Signature";

    /// <summary>Signs a form post. A JSON body is signed by its URL alone, which then carries <c>bodySHA256</c>.</summary>
    public static string Compute(string authToken, string url, IEnumerable<KeyValuePair<string, string>>? form = null)
    {
        var text = new StringBuilder(WithoutFragment(url), 1024);
        // Twilio sends every key once; for a repeated one Python's rule holds: each distinct value, sorted.
        var fields = (form ?? [])
            .Distinct()
            .OrderBy(field => field.Key, StringComparer.Ordinal)
            .ThenBy(field => field.Value, StringComparer.Ordinal);
        foreach (var (key, value) in fields)
        {
            text.Append(key).Append(value);
        }

        return Convert.ToBase64String(Hmac(authToken, text.ToString()));
    }

    private static string WithoutFragment(string url) => url.Split('#', 2)[0];

    // SHA-1 is what Twilio uses; as an HMAC it is still sound.
#pragma warning disable CA5350
    private static byte[] Hmac(string authToken, string text) =>
        HMACSHA1.HashData(Encoding.UTF8.GetBytes(authToken), Encoding.UTF8.GetBytes(text));
#pragma warning restore CA5350
}
