using HaloAgent.Data;

namespace HaloAgent.Contacts;

/// <summary>How a contact is known on one channel account: a phone address, a business-scoped id, a web visitor.</summary>
public sealed class ContactIdentity
{
    private ContactIdentity()
    {
    }

    public Guid Id { get; private set; }

    public Guid BusinessId { get; private set; }

    public Guid ContactId { get; private set; }

    public Guid ChannelAccountId { get; private set; }

    /// <summary>The address to send to, as the provider writes it.</summary>
    [Encrypted]
    public string ExternalId { get; private set; } = "";

    /// <summary>Unique per channel account.</summary>
    public byte[] ExternalIdHash { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private set; }

    public static ContactIdentity Create(Contact contact, Guid channelAccountId, string externalId, byte[] hash, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        BusinessId = contact.BusinessId,
        ContactId = contact.Id,
        ChannelAccountId = channelAccountId,
        ExternalId = externalId,
        ExternalIdHash = hash,
        CreatedAt = now,
    };
}
