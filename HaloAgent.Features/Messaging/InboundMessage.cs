using HaloAgent.Channels;

namespace HaloAgent.Messaging;

/// <summary>A customer's message as a channel's translator hands it over.</summary>
/// <param name="ProviderMessageId">Unique per channel account; a repeat is recognised by it.</param>
/// <param name="ProviderTime">When the customer sent it, where the provider says so (Twilio does not).</param>
/// <param name="Raw">What came over the wire, as it came, kept for as long as retention allows.</param>
public sealed record InboundMessage(
    Channel Channel, MessageSender Sender, string ProviderMessageId, MessageContent Content, DateTimeOffset? ProviderTime, ReadOnlyMemory<byte> Raw);
