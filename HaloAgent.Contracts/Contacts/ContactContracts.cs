using System.ComponentModel.DataAnnotations;

namespace HaloAgent.Contracts.Contacts;

/// <param name="PhoneNumber">E.164, or null: WhatsApp users may hide theirs.</param>
public sealed record ContactBadge(Guid Id, string? Name, string? PhoneNumber);

/// <param name="Language">en, pcm, yo, ha or ig.</param>
public sealed record ContactView(
    Guid Id, string? Name, string? PhoneNumber, string Language, bool OptIn, int OrderCount, int LoyaltyPoints,
    DateTimeOffset CreatedAt, DateTimeOffset? LastSeenAt)
{
    /// <summary>The chat in which they wrote last: <c>GET /api/contacts/{id}</c> tells it, a list does not.</summary>
    public Guid? ConversationId { get; init; }
}

/// <summary>Body of <c>POST /api/contacts/identify</c>: finds a contact by phone number or creates it.</summary>
public sealed record IdentifyContactRequest
{
    [Required, StringLength(40, MinimumLength = 3)]
    public required string PhoneNumber { get; init; }

    [StringLength(120)]
    public string? Name { get; init; }
}
