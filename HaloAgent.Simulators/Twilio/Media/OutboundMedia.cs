using HaloAgent.Simulators.Twilio.Messages;

namespace HaloAgent.Simulators.Twilio.Media;

/// <summary>Fetches the pictures and documents that the shop sends, as Twilio does before it hands a message to WhatsApp.</summary>
internal sealed class OutboundMedia(MediaStore store) : IDisposable
{
    /// <summary>Media failed to download.</summary>
    private const int MediaFailed = 63019;
    private const int MostBytes = 16 * 1024 * 1024;

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false })
    {
        Timeout = TimeSpan.FromSeconds(10),
        MaxResponseContentBufferSize = MostBytes,
    };

    /// <summary>Null when everything is here; else the error code of the status callback.</summary>
    public async Task<int?> FetchAsync(SimulatedMessage message, CancellationToken cancellation)
    {
        foreach (var media in message.Media)
        {
            if (media is { Content: null, SourceUrl: not null })
            {
                await FetchAsync(media, cancellation);
            }
        }

        return message.Media.Any(media => media.Problem is not null) ? MediaFailed : null;
    }

    public void Dispose() => _http.Dispose();

    private async Task FetchAsync(SimulatedMedia media, CancellationToken cancellation)
    {
        try
        {
            using var response = await _http.GetAsync(media.SourceUrl, cancellation);
            if (!response.IsSuccessStatusCode)
            {
                media.Problem = $"The shop's server answered {(int)response.StatusCode} for it.";
                return;
            }

            media.Content = await response.Content.ReadAsByteArrayAsync(cancellation);
            media.ContentType = response.Content.Headers.ContentType?.MediaType ?? media.ContentType;
            store.Add(media);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            media.Problem = "The shop's server took more than 10 seconds.";
        }
        catch (HttpRequestException failure)
        {
            media.Problem = failure.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded
                ? "It is larger than 16 MB."
                : "The shop's server could not be reached.";
        }
    }
}
