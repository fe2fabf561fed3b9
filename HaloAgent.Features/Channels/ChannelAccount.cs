using HaloAgent.Data;

namespace HaloAgent.Channels;

/// <summary>A shop's address on a channel. Its id is derived from the address, so that a webhook needs no look-up.</summary>
public sealed class ChannelAccount
{
    public const int AddressLength = 160;

    private ChannelAccount()
    {
    }

    public Guid Id { get; private set; }

    public Guid BusinessId { get; private set; }

    public Channel Channel { get; private set; }

    /// <summary>As the provider writes it: <c>whatsapp:+14155238886</c>, or the shop's slug on the web chat.</summary>
    public string Address { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public static ChannelAccount Create(BlindIndex index, Guid businessId, Channel channel, string address, DateTimeOffset now) => new()
    {
        Id = ConversationKeys.Account(index, channel, address),
        BusinessId = businessId,
        Channel = channel,
        Address = address,
        CreatedAt = now,
    };
}
