using Microsoft.Extensions.Configuration;

namespace HaloAgent.Data;

/// <summary>The keys of configuration section <c>Security</c>. All values are base64.</summary>
/// <param name="DataKeys">By id (1 to 255): AES-256 keys for personal data. Old ones stay until everything is re-encrypted.</param>
/// <param name="IndexKey">For keyed hashes (conversation ids, phone look-up). Never rotated: ids would change.</param>
/// <param name="TokenKey">Signs access and visitor tokens.</param>
public sealed record SecurityKeys(IReadOnlyDictionary<byte, byte[]> DataKeys, byte CurrentDataKey, byte[] IndexKey, byte[] TokenKey)
{
    /// <exception cref="InvalidOperationException">A key is missing or malformed; the message names it.</exception>
    public static SecurityKeys From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Security");
        var dataKeys = section.GetSection("DataKeys").GetChildren()
            .ToDictionary(key => byte.Parse(key.Key, System.Globalization.CultureInfo.InvariantCulture), key => Bytes(section, $"DataKeys:{key.Key}", 32));
        if (dataKeys.Count == 0)
        {
            throw new InvalidOperationException("Security:DataKeys is empty: personal data cannot be stored without at least one key (Security:DataKeys:1, base64 of 32 bytes).");
        }

        var current = section.GetValue<byte?>("CurrentDataKey") ?? dataKeys.Keys.Max();
        return dataKeys.ContainsKey(current)
            ? new SecurityKeys(dataKeys, current, Bytes(section, "IndexKey", 32), Bytes(section, "TokenKey", 32))
            : throw new InvalidOperationException($"Security:CurrentDataKey is {current}, but Security:DataKeys:{current} is missing.");
    }

    private static byte[] Bytes(IConfigurationSection section, string key, int atLeast)
    {
        var bytes = new byte[512];
        return section[key] is { Length: > 0 } text && Convert.TryFromBase64String(text, bytes, out var length) && length >= atLeast
            ? bytes[..length]
            : throw new InvalidOperationException($"Security:{key} must be base64 of at least {atLeast} bytes.");
    }
}
