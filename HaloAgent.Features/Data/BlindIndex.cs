using System.Security.Cryptography;
using System.Text;

namespace HaloAgent.Data;

/// <summary>
/// Keyed hashes (HMAC-SHA256) under a key that is never rotated: equality can be looked up and ids can be derived,
/// and nobody without the key can try all phone numbers.
/// </summary>
public sealed class BlindIndex(SecurityKeys security)
{
    [ThreadStatic]
    private static byte[]? lastKey;

    [ThreadStatic]
    private static IncrementalHash? lastKeyed;

    /// <param name="purpose">Separates uses: the same value hashes differently for another purpose.</param>
    public byte[] Hash(string purpose, string value)
    {
        var hash = Keyed();
        hash.AppendData(Encoding.UTF8.GetBytes($"{purpose}\n{value}"));
        return hash.GetHashAndReset();
    }

    /// <summary>An id derived from a value, for things that must be found without a query.</summary>
    public Guid Id(string purpose, string value)
    {
        var bytes = Hash(purpose, value).AsSpan(0, 16);
        // A version-8 (custom) UUID, so that nobody reads a timestamp out of it.
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Keyed once for each thread: keying it anew for every value took longer than hashing it.</summary>
    private IncrementalHash Keyed()
    {
        if (lastKeyed is null || lastKey != security.IndexKey)
        {
            lastKeyed?.Dispose();
            (lastKey, lastKeyed) = (security.IndexKey, IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, security.IndexKey));
        }

        return lastKeyed;
    }
}
