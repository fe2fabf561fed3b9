using System.Security.Cryptography;
using System.Text;
using Xunit;

namespace HaloAgent.IntegrationTests.Simulators;

/// <summary>Twilio's signature written a second time, from its description and not from our code, to check ours by.</summary>
internal static class IndependentSignature
{
    public static string Of(string token, string url, IReadOnlyDictionary<string, string> form)
    {
        var keys = form.Keys.ToArray();
        Array.Sort(keys, string.CompareOrdinal);
        var data = url + string.Concat(keys.Select(key => key + form[key]));
#pragma warning disable CA5350 // Twilio signs with SHA-1.
        using var hmac = new HMACSHA1(Encoding.UTF8.GetBytes(token));
#pragma warning restore CA5350
        return Convert.ToBase64String(hmac.ComputeHash(Encoding.UTF8.GetBytes(data)));
    }

    public static void AssertValid(RecordedRequest request) =>
        Assert.Equal(Of(SimulatedTwilio.Token, request.Url, request.Form), request.Signature);
}
