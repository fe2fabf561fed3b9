using System.Net;
using System.Net.Http.Headers;
using System.Text;
using HaloAgent.Channels;
using HaloAgent.Channels.Twilio;
using HaloAgent.Media;
using HaloAgent.Messaging;
using Microsoft.Extensions.Options;

namespace HaloAgent.AgentWorker.Media;

/// <summary>
/// Fetches media from Twilio: basic auth on the first address, a redirect to a signed one without it. Only hosts that are allowed,
/// at every hop: the address comes from outside. Source: twilio.com/docs/usage/security#media and messaging/api/media-resource.
/// </summary>
/// <param name="http">Does not follow redirects by itself.</param>
internal sealed class TwilioMediaFetcher(HttpClient http, IOptions<TwilioOptions> options) : IMediaFetcher
{
    private const int MaxRedirects = 3;

    public Channel Channel => Channel.WhatsappTwilio;

    public async Task<FetchedMedia> FetchAsync(MediaItem item, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(item.Url, UriKind.Absolute, out var address))
        {
            return FetchedMedia.Refused("The file has no address.");
        }

        var authenticate = true;
        for (var hop = 0; hop <= MaxRedirects; hop++)
        {
            if (!IsAllowed(address))
            {
                return FetchedMedia.Refused("The file lies on a host that is not WhatsApp's.");
            }

            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Authorization = authenticate && IsTwilio(address) ? Credentials() : null;
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.StatusCode is >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest && response.Headers.Location is { } location)
            {
                address = new Uri(address, location);
                authenticate = false;
                continue;
            }

            return await ReadAsync(response, cancellationToken);
        }

        return FetchedMedia.Refused("The file's address leads in circles.");
    }

    private static async Task<FetchedMedia> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized)
        {
            // Also after the account's token was changed and not yet told to us.
            return FetchedMedia.NotNow("WhatsApp does not give the file, or has it no longer.");
        }

        response.EnsureSuccessStatusCode();
        if (response.Content.Headers.ContentLength > MediaAsset.MaxBytes)
        {
            return TooLarge;
        }

        // The length that was announced is not believed either.
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > MediaAsset.MaxBytes)
            {
                return TooLarge;
            }
        }

        return new FetchedMedia(bytes.ToArray(), null);
    }

    private static FetchedMedia TooLarge => FetchedMedia.Refused("The file is larger than 16 MB.");

    private bool IsAllowed(Uri address)
    {
        var own = options.Value.ApiBaseUrl;
        var allowed = options.Value.MediaHosts.Count > 0 ? options.Value.MediaHosts : [.. TwilioOptions.TwilioMediaHosts];
        return address.Scheme == own.Scheme && allowed.Any(host => Matches(host, address));
    }

    /// <summary>Others may be asked for files; the account's password is for Twilio alone.</summary>
    private bool IsTwilio(Uri address) =>
        address.Authority.Equals(options.Value.ApiBaseUrl.Authority, StringComparison.OrdinalIgnoreCase) || Matches("*.twilio.com", address);

    private static bool Matches(string allowed, Uri address)
    {
        var host = address.IsDefaultPort ? address.Host : address.Authority;
        return allowed.StartsWith("*.", StringComparison.Ordinal)
            ? host.EndsWith(allowed[1..], StringComparison.OrdinalIgnoreCase)
            : host.Equals(allowed, StringComparison.OrdinalIgnoreCase);
    }

    private AuthenticationHeaderValue Credentials() =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.Value.AccountSid}:{options.Value.AuthToken}")));
}
