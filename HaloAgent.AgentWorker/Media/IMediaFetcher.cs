using HaloAgent.Channels;
using HaloAgent.Messaging;

namespace HaloAgent.AgentWorker.Media;

/// <summary>Fetches what a customer sent from where the channel's provider keeps it.</summary>
public interface IMediaFetcher
{
    Channel Channel { get; }

    /// <summary>Fetches at most <see cref="HaloAgent.Media.MediaAsset.MaxBytes"/>.</summary>
    /// <exception cref="HttpRequestException">The provider could not be reached or failed: worth another attempt.</exception>
    Task<FetchedMedia> FetchAsync(MediaItem item, CancellationToken cancellationToken);
}

/// <param name="Problem">Null when the bytes are there; else why not, in words for the owner.</param>
/// <param name="MayCome">Asking once more later may help.</param>
public sealed record FetchedMedia(byte[] Bytes, string? Problem, bool MayCome = false)
{
    public static FetchedMedia Refused(string problem) => new([], problem);

    public static FetchedMedia NotNow(string problem) => new([], problem, MayCome: true);
}
