using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Auth;

/// <summary>The refresh tokens of one sign-in. They are renewed and ended one after the other, so that no successor escapes the end.</summary>
internal static class TokenFamily
{
    /// <summary>Waits until nobody else renews or ends this family; held until the transaction ends. Needs an open one.</summary>
    public static Task LockFamilyAsync(this HaloDbContext db, Guid familyId, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({familyId.ToString()}, 0))", cancellationToken);

    /// <summary>No token of a locked family works again.</summary>
    public static Task EndFamilyAsync(this HaloDbContext db, Guid familyId, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.RefreshTokens.Where(t => t.FamilyId == familyId && t.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.RevokedAt, now), cancellationToken);
}
