namespace HaloAgent.Media;

/// <summary>What a file really is, by its first bytes: what a sender says about it is not believed.</summary>
public static class FileSignature
{
    public const string Jpeg = "image/jpeg";
    public const string Png = "image/png";
    public const string Webp = "image/webp";
    public const string Pdf = "application/pdf";

    public static readonly IReadOnlyList<string> Pictures = [Jpeg, Png, Webp];

    public static readonly IReadOnlyList<string> Receipts = [Jpeg, Png, Webp, Pdf];

    /// <summary>One of the constants above, or null for anything else.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xD8, 0xFF, ..] => Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => Webp,
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => Pdf,
        _ => null,
    };
}
