namespace HaloAgent.Media;

/// <summary>
/// What a file is, by its first bytes: what a sender says of it is not believed. Source: the formats' own signatures.
/// </summary>
public static class FileType
{
    /// <summary>Kinds that a receipt can be.</summary>
    public static readonly IReadOnlySet<string> Receipts = new HashSet<string> { "image/jpeg", "image/png", "image/webp", "application/pdf" };

    /// <summary>Null for what a browser shows itself; anything else is only saved.</summary>
    public static string? NameToSaveAs(string contentType) => contentType switch
    {
        "application/pdf" => null,
        _ when contentType.StartsWith("image/", StringComparison.Ordinal) || contentType.StartsWith("audio/", StringComparison.Ordinal) || contentType.StartsWith("video/", StringComparison.Ordinal) => null,
        DocumentType.ContactCard => "contact.vcf",
        "text/plain" => "text.txt",
        "application/msword" => "document.doc",
        _ when contentType.EndsWith("wordprocessingml.document", StringComparison.Ordinal) => "document.docx",
        _ when contentType.EndsWith("spreadsheetml.sheet", StringComparison.Ordinal) => "table.xlsx",
        _ when contentType.EndsWith("presentationml.presentation", StringComparison.Ordinal) => "slides.pptx",
        _ => "file",
    };

    /// <returns>The content type, or null for a kind that is not accepted.</returns>
    public static string? Sniff(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "image/gif",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => "application/pdf",
        [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] => "audio/ogg",
        [(byte)'#', (byte)'!', (byte)'A', (byte)'M', (byte)'R', ..] => "audio/amr",
        [(byte)'I', (byte)'D', (byte)'3', ..] or [0xFF, 0xFB or 0xF3 or 0xF2, ..] => "audio/mpeg",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'M', (byte)'4', (byte)'A', ..] => "audio/mp4",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => "video/mp4",
        [0xFF, 0xF1 or 0xF9, ..] => "audio/aac",
        _ => DocumentType.Of(bytes),
    };
}
