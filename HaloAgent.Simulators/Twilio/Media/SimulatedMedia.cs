namespace HaloAgent.Simulators.Twilio.Media;

/// <summary>
/// A picture, document or voice note. Inbound ones come with their bytes, or point at someone else's
/// <see cref="SourceUrl"/> (what a forged webhook would do); outbound ones are fetched from the shop's <see cref="SourceUrl"/>.
/// </summary>
internal sealed class SimulatedMedia
{
    public required string Sid { get; init; }

    public string ContentType { get; set; } = "application/octet-stream";

    public string? FileName { get; init; }

    public Uri? SourceUrl { get; init; }

    public byte[]? Content { get; set; }

    /// <summary>Why it could not be fetched.</summary>
    public string? Problem { get; set; }

    public long Length => Content?.LongLength ?? 0;
}
