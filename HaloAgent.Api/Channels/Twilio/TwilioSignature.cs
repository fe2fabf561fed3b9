using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace HaloAgent.Api.Channels.Twilio;

/// <summary>
/// Twilio's request signature: base64 of HMAC-SHA1 over the public address and, for a form, every field sorted by name.
/// Source: twilio.com/docs/usage/security and twilio-csharp's RequestValidator, whose published vectors the tests use.
/// </summary>
internal static class TwilioSignature
{
    private const int Length = 28;

    [ThreadStatic]
    private static string? lastToken;

    [ThreadStatic]
    private static IncrementalHash? lastKeyed;

    public static string Compute(string authToken, string url, TwilioForm form)
    {
        Span<byte> signature = stackalloc byte[Length];
        Compute(authToken, url, form, signature);
        return Encoding.ASCII.GetString(signature);
    }

    /// <summary>Twilio is not consistent about the port, so the address is tried as configured, without and with it.</summary>
    public static bool IsValid(string authToken, string url, TwilioForm form, string signature)
    {
        Span<byte> given = stackalloc byte[Length];
        if (signature.Length != Length || Ascii.FromUtf16(signature, given, out _) != OperationStatus.Done)
        {
            return false;
        }

        return Fits(authToken, url, form, given)
            || Fits(authToken, WithPort(url, port: false), form, given)
            || Fits(authToken, WithPort(url, port: true), form, given);
    }

    private static bool Fits(string authToken, string url, TwilioForm form, ReadOnlySpan<byte> given)
    {
        Span<byte> signature = stackalloc byte[Length];
        Compute(authToken, url, form, signature);
        return CryptographicOperations.FixedTimeEquals(signature, given);
    }

    private static void Compute(string authToken, string url, TwilioForm form, Span<byte> signature)
    {
        var signed = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(url.Length) + form.SignedLength);
        var length = Encoding.UTF8.GetBytes(url, signed);
        length += form.CopySigned(signed.AsSpan(length));
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        var keyed = KeyedBy(authToken);
        keyed.AppendData(signed, 0, length);
        keyed.GetHashAndReset(hash);
        Base64.EncodeToUtf8(hash, signature, out _, out _);
        ArrayPool<byte>.Shared.Return(signed);
    }

    /// <summary>Keyed once for each thread and token: keying it anew took as long as hashing.</summary>
    private static IncrementalHash KeyedBy(string authToken)
    {
        if (lastKeyed is null || lastToken != authToken)
        {
            lastKeyed?.Dispose();
            (lastToken, lastKeyed) = (authToken, IncrementalHash.CreateHMAC(HashAlgorithmName.SHA1, Encoding.UTF8.GetBytes(authToken)));
        }

        return lastKeyed;
    }

    private static string WithPort(string url, bool port)
    {
        // The host's case must be kept as it was configured, which Uri's own properties do not.
        var authorityStart = url.IndexOf("://", StringComparison.Ordinal) + 3;
        var authorityEnd = url.IndexOfAny(['/', '?'], authorityStart);
        authorityEnd = authorityEnd < 0 ? url.Length : authorityEnd;
        var host = url[authorityStart..authorityEnd];
        var colon = host.LastIndexOf(':');
        var bare = colon > 0 && !host.EndsWith(']') ? host[..colon] : host;
        return url[..authorityStart] + bare + (port ? $":{new Uri(url).Port}" : "") + url[authorityEnd..];
    }
}
