using HaloAgent.AgentWorker.Media;
using HaloAgent.Channels;
using HaloAgent.Messaging;

namespace HaloAgent.Evals.World;

/// <summary>Gives the pictures and voice notes of scenarios without a network: the first bytes of each kind, which is all that is sniffed.</summary>
internal sealed class ScenarioMedia : IMediaFetcher
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0];
    private static readonly byte[] Ogg = [0x4F, 0x67, 0x67, 0x53, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0x13, 0x4F, 0x70, 0x75, 0x73, 0x48, 0x65, 0x61, 0x64];
    private static readonly byte[] Pdf = "%PDF-1.4\n%%EOF\n"u8.ToArray();

    public Channel Channel => Channel.WhatsappTwilio;

    // Every file is another one: a shop recognises a receipt that it has seen.
    public Task<FetchedMedia> FetchAsync(MediaItem item, CancellationToken cancellationToken)
    {
        byte[] bytes = item.ContentType switch
        {
            "application/pdf" => [.. Pdf, .. Guid.CreateVersion7().ToByteArray()],
            "audio/ogg" => [.. Ogg, .. Guid.CreateVersion7().ToByteArray()],
            _ => [.. Png, .. Guid.CreateVersion7().ToByteArray()],
        };
        return Task.FromResult(new FetchedMedia(bytes, null));
    }
}
