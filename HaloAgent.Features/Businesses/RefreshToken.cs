namespace HaloAgent.Businesses;

/// <summary>
/// One use of a sign-in. Refreshing uses a token up and issues its successor in the same family; a used one that
/// comes back means that somebody copied it, and revokes the family.
/// </summary>
public sealed class RefreshToken
{
    private RefreshToken()
    {
    }

    public Guid Id { get; private set; }

    public Guid FamilyId { get; private set; }

    public Guid MemberId { get; private set; }

    /// <summary>SHA-256; the token itself is never stored.</summary>
    public byte[] TokenHash { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public static RefreshToken Create(Guid familyId, Guid memberId, byte[] hash, DateTimeOffset now, TimeSpan lifetime) => new()
    {
        Id = Guid.CreateVersion7(now),
        FamilyId = familyId,
        MemberId = memberId,
        TokenHash = hash,
        CreatedAt = now,
        ExpiresAt = now + lifetime,
    };

    public void Use(DateTimeOffset now) => UsedAt = now;

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}
