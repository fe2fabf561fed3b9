using System.Globalization;
using HaloAgent.Channels;

namespace HaloAgent.AgentWorker.Channels.WebChat;

/// <summary>The web chat has no provider: a committed row is there for the visitor's page to read, and the live event tells it to look.</summary>
internal sealed class WebChatSender : IChannelSender
{
    public Channel Channel => Channel.WebChat;

    public TimeSpan? Window => null;

    public Task<SendResult> SendAsync(OutboundMessage message, CancellationToken cancellationToken) =>
        Task.FromResult<SendResult>(new SendResult.Taken(ProviderId(message)));

    public Task<LookupResult> FindAsync(OutboundMessage message, CancellationToken cancellationToken) =>
        Task.FromResult<LookupResult>(new LookupResult.Answered([ProviderId(message)]));

    private static string ProviderId(OutboundMessage message) => "web-" + message.Id.ToString(CultureInfo.InvariantCulture);
}
