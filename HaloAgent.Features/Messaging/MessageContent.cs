using System.Text.Json.Serialization;

namespace HaloAgent.Messaging;

/// <summary>What a message says, in our words: no provider's terms after the translator.</summary>
public sealed record MessageContent
{
    public const int MaxText = 100_000;

    public MessageKind Kind { get; init; }

    /// <summary>Text or caption; for a tap, the visible label.</summary>
    public string Text { get; init; } = "";

    public IReadOnlyList<MediaItem> Media { get; init; } = [];

    public SharedLocation? Location { get; init; }

    /// <summary>The id that was set on a button or list row which the customer tapped.</summary>
    public string? ChoiceId { get; init; }

    /// <summary>The provider's id of the message that this one answers.</summary>
    public string? QuotedProviderId { get; init; }

    public bool Forwarded { get; init; }

    public AdReferral? Referral { get; init; }

    /// <summary>What is stored of it cannot be read any more; it stands where a message was.</summary>
    [JsonIgnore]
    public bool Damaged { get; init; }

    internal static MessageContent OfDamaged { get; } = new() { Kind = MessageKind.Unsupported, Damaged = true };

    public static MessageContent OfText(string text) => new() { Kind = MessageKind.Text, Text = text };
}

public enum MessageKind
{
    Text,
    Image,
    Voice,
    Audio,
    Video,
    Document,
    Location,
    Button,
    ListChoice,
    ContactCard,
    Sticker,
    Unsupported,
}

/// <param name="Url">Where the provider keeps it; null for our own pictures.</param>
/// <param name="ContentType">As the provider says; what is stored is sniffed.</param>
/// <param name="ProductImageId">For outbound pictures of products.</param>
public sealed record MediaItem(string? Url, string? ContentType, Guid? ProductImageId = null);

public sealed record SharedLocation(double Latitude, double Longitude, string? Label, string? Address);

/// <summary>The advertisement that brought the customer; sent once, with the first message.</summary>
public sealed record AdReferral(string? Headline, string? Body, string? SourceUrl, string? SourceId, string? SourceType, string? ClickId);

/// <summary>What is stored of a message, encrypted as one value: its content and, inbound, who wrote to which address.</summary>
public sealed record MessageEnvelope
{
    public required MessageContent Content { get; init; }

    public MessageSender? Sender { get; init; }
}

/// <param name="Account">The shop's address on the channel.</param>
/// <param name="ExternalId">The customer's address, as the provider writes it.</param>
/// <param name="AlternateExternalId">A second id of the same person (WhatsApp's business-scoped one beside the phone).</param>
/// <param name="ProfileName">What the person calls themselves; untrusted.</param>
public sealed record MessageSender(string Account, string ExternalId, string? AlternateExternalId, string? ProfileName, string? PhoneNumber);
