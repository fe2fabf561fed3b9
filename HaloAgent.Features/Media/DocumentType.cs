using System.Text;

namespace HaloAgent.Media;

/// <summary>
/// Documents that people send in chats: contact cards, office files, plain text. They are kept to be downloaded by a person of the shop and are
/// never shown in a page. Source: the formats' signatures; an office file is a zip archive that names its main part.
/// </summary>
internal static class DocumentType
{
    public const string ContactCard = "text/vcard";
    private const int NamesWithin = 4096;

    /// <returns>The content type, or null for anything else.</returns>
    public static string? Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [(byte)'P', (byte)'K', 3, 4, ..] => OfArchive(bytes),
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => "application/msword",
        _ when IsText(bytes) => Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, 64)]).TrimStart('\ufeff', ' ', '\r', '\n').StartsWith("BEGIN:VCARD", StringComparison.OrdinalIgnoreCase)
            ? ContactCard
            : "text/plain",
        _ => null,
    };

    // An archive that is none of these could be anything.
    private static string? OfArchive(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, NamesWithin)];
        var tail = bytes[Math.Max(0, bytes.Length - NamesWithin)..];
        return Names(head, tail, "word/"u8) ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            : Names(head, tail, "xl/"u8) ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            : Names(head, tail, "ppt/"u8) ? "application/vnd.openxmlformats-officedocument.presentationml.presentation"
            : null;
    }

    // Names stand beside the entries and in the directory at the end.
    private static bool Names(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail, ReadOnlySpan<byte> part) => head.IndexOf(part) >= 0 || tail.IndexOf(part) >= 0;

    private static bool IsText(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 0 && bytes.IndexOfAnyInRange((byte)0, (byte)8) < 0 && bytes.IndexOf((byte)'<') != 0 && System.Text.Unicode.Utf8.IsValid(bytes);
}
