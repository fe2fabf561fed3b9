using System.Security.Cryptography;
using System.Text.Json;

namespace HaloAgent.DevHost.Data;

/// <summary>
/// The keys of one installation, made once and kept beside its data: without the same keys the encrypted columns
/// cannot be read again. The simulated providers' credentials are fixed and no secret.
/// </summary>
public sealed record HaloSecrets
{
    public required IReadOnlyDictionary<string, string> DataKeys { get; init; }
    public required string CurrentDataKey { get; init; }
    public required string IndexKey { get; init; }
    public required string TokenKey { get; init; }
    public required string PostgresPassword { get; init; }

    public static string TwilioAccountSid => "ACsimulated000000000000000000000000";
    public static string TwilioAuthToken => "sim-twilio-auth-token";
    public static string LlamaApiKey => "sim-llama-key";
    public static string LlamaModel => "llama-sim";

    public static HaloSecrets Create() => new()
    {
        DataKeys = new Dictionary<string, string> { ["1"] = Key() },
        CurrentDataKey = "1",
        IndexKey = Key(),
        TokenKey = Key(),
        PostgresPassword = RandomNumberGenerator.GetHexString(32, lowercase: true),
    };

    /// <summary>Reads the file, or makes it. An unreadable file is an error: new keys would lock the old data away.</summary>
    public static async Task<HaloSecrets> LoadOrCreateAsync(string path, CancellationToken cancellation = default)
    {
        if (!File.Exists(path))
        {
            var created = Create();
            await PrivateFile.WriteJsonAsync(path, created, cancellation);
            return created;
        }
        try
        {
            await using var file = File.OpenRead(path);
            return await JsonSerializer.DeserializeAsync<HaloSecrets>(file, PrivateFile.Json, cancellation)
                ?? throw new JsonException("the file is empty");
        }
        catch (JsonException e)
        {
            throw new DevHostException($"{path} holds the keys of the data beside it and cannot be read ({e.Message}). Restore it, or start again from nothing with --fresh.", e);
        }
    }

    private static string Key() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
}
