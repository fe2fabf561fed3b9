using HaloAgent.Data;

namespace HaloAgent.Contacts;

/// <summary>A person as one business knows them. The phone number is optional: WhatsApp users may hide it.</summary>
public sealed class Contact
{
    public const int NameLength = 120;

    private Contact()
    {
    }

    public Guid Id { get; private set; }

    public Guid BusinessId { get; private set; }

    [Encrypted]
    public string? Name { get; private set; }

    /// <summary>Keyed hashes of the name's words (<see cref="Contacts.NameWords"/>): search without decrypting.</summary>
    public long[] NameWords { get; private set; } = [];

    /// <summary>E.164.</summary>
    [Encrypted]
    public string? PhoneNumber { get; private set; }

    /// <summary>Keyed hash of the number: look-up without decrypting.</summary>
    public byte[]? PhoneIndex { get; private set; }

    /// <summary>ISO 639 code of the language last spoken.</summary>
    public string Language { get; private set; } = "en";

    /// <summary>Since when the agent is silent by the customer's wish (STOP); null while it may write.</summary>
    public DateTimeOffset? OptedOutAt { get; private set; }

    /// <summary>Where the last delivery went; offered again, never assumed.</summary>
    [Encrypted]
    public string? SavedAddress { get; private set; }

    public string? SavedArea { get; private set; }

    public int LoyaltyPoints { get; private set; }

    /// <summary>When the agent's last messages went to them, as <see cref="Messaging.AgentPace"/> counts them; written by the message path.</summary>
    public DateTimeOffset[] AgentMessagesAt { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? LastSeenAt { get; private set; }

    public static Contact Create(Guid businessId, string? name, PhoneNumber? phone, BlindIndex index, DateTimeOffset now)
    {
        var contact = new Contact { Id = Guid.CreateVersion7(now), BusinessId = businessId, CreatedAt = now, LastSeenAt = now };
        contact.Rename(name, index);
        contact.Call(phone, index);
        return contact;
    }

    public void Rename(string? name, BlindIndex index)
    {
        if (!string.IsNullOrWhiteSpace(name))
        {
            Name = name.Trim() is { Length: > NameLength } longName ? longName[..NameLength] : name.Trim();
            NameWords = Contacts.NameWords.ToStore(Name, index, BusinessId);
        }
    }

    public void Call(PhoneNumber? phone, BlindIndex index)
    {
        if (phone is not null)
        {
            PhoneNumber = phone.E164;
            PhoneIndex = phone.Index(index, BusinessId);
        }
    }

    public void Speak(string language) => Language = language;

    public void OptOut(DateTimeOffset now) => OptedOutAt ??= now;

    public void OptIn() => OptedOutAt = null;

    public void RememberAddress(string address, string? area) => (SavedAddress, SavedArea) = (address, area);

    public void Seen(DateTimeOffset now) => LastSeenAt = now;
}
