using System.Security.Cryptography;
using System.Text;

namespace HaloAgent.Data;

/// <summary>Nothing is wrong with the value: this process was not given the key that it was written with.</summary>
public sealed class UnknownDataKeyException(byte key) : CryptographicException($"The value is encrypted with key {key}, which is not in this ring (Security:DataKeys).");

/// <summary>
/// Encrypts personal data at rest with AES-256-GCM. Layout: version (1 byte), key id (1), nonce (12), tag (16), cipher text.
/// New values use the current key; old ones name the key they were written with, so keys can be rotated.
/// </summary>
public sealed class PersonalDataCipher
{
    private const byte Version = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int HeaderLength = 2 + NonceLength + TagLength;

    [ThreadStatic]
    private static Nonces? nonces;

    private readonly byte currentKey;

    // An AesGcm is not safe for concurrent use: shared between requests it failed, or sealed what nobody can open. One for each thread.
    private readonly Dictionary<byte, ThreadLocal<AesGcm>> keys = [];

    public PersonalDataCipher(SecurityKeys security)
    {
        currentKey = security.CurrentDataKey;
        foreach (var (id, key) in security.DataKeys)
        {
            keys[id] = new ThreadLocal<AesGcm>(() => new AesGcm(key, TagLength));
        }
    }

    public byte[] Encrypt(string text) => Encrypt(Encoding.UTF8.GetBytes(text));

    public byte[] Encrypt(ReadOnlySpan<byte> plain)
    {
        var sealedBytes = new byte[HeaderLength + plain.Length];
        sealedBytes[0] = Version;
        sealedBytes[1] = currentKey;
        var nonce = sealedBytes.AsSpan(2, NonceLength);
        (nonces ??= new Nonces()).Next().CopyTo(nonce);
        keys[currentKey].Value!.Encrypt(
            nonce, plain, sealedBytes.AsSpan(HeaderLength), sealedBytes.AsSpan(2 + NonceLength, TagLength), sealedBytes.AsSpan(0, 2));
        return sealedBytes;
    }

    public string DecryptText(byte[] sealedBytes) => Encoding.UTF8.GetString(Decrypt(sealedBytes));

    /// <summary>A text without which the rest can still be used.</summary>
    /// <returns>Null when it is damaged: one damaged name may not hide a whole list, nor a note stop a chat.</returns>
    /// <exception cref="UnknownDataKeyException">Its key is not in the ring: with the right settings it can be read.</exception>
    public string? ReadableText(byte[] sealedBytes)
    {
        try
        {
            return DecryptText(sealedBytes);
        }
        catch (CryptographicException damaged) when (damaged is not UnknownDataKeyException)
        {
            return null;
        }
    }

    /// <exception cref="UnknownDataKeyException">Its key is not in the ring: with the right settings it can be read.</exception>
    /// <exception cref="CryptographicException">The value is damaged: nobody can read it any more.</exception>
    public byte[] Decrypt(ReadOnlySpan<byte> sealedBytes)
    {
        if (sealedBytes.Length < HeaderLength || sealedBytes[0] != Version)
        {
            throw new CryptographicException("The value is not an encrypted one.");
        }

        if (!keys.TryGetValue(sealedBytes[1], out var key))
        {
            throw new UnknownDataKeyException(sealedBytes[1]);
        }

        var plain = new byte[sealedBytes.Length - HeaderLength];
        key.Value!.Decrypt(
            sealedBytes.Slice(2, NonceLength), sealedBytes[HeaderLength..], sealedBytes.Slice(2 + NonceLength, TagLength), plain, sealedBytes[..2]);
        return plain;
    }

    /// <summary>Random nonces, many drawn at once: one by one, drawing them cost as much as the encryption. A nonce is no secret.</summary>
    private sealed class Nonces
    {
        private readonly byte[] drawn = new byte[NonceLength * 256];
        private int next = NonceLength * 256;

        public ReadOnlySpan<byte> Next()
        {
            if (next == drawn.Length)
            {
                RandomNumberGenerator.Fill(drawn);
                next = 0;
            }

            next += NonceLength;
            return drawn.AsSpan(next - NonceLength, NonceLength);
        }
    }
}
