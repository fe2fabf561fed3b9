using HaloAgent.Data;

namespace HaloAgent.Channels;

/// <summary>Ids that the front door can compute without asking the database.</summary>
public static class ConversationKeys
{
    public static Guid Account(BlindIndex index, Channel channel, string address) => index.Id("channel-account", $"{channel}\n{address}");

    public static Guid Conversation(BlindIndex index, Guid channelAccountId, string externalId) =>
        index.Id("conversation", $"{channelAccountId:N}\n{externalId}");

    public static byte[] ExternalId(BlindIndex index, Guid channelAccountId, string externalId) =>
        index.Hash("external-id", $"{channelAccountId:N}\n{externalId}");
}
