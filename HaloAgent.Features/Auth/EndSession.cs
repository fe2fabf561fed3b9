using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Auth;

/// <summary>Signs out: no token of the family works again. An unknown token changes nothing and is no error.</summary>
public sealed class EndSession(HaloDbContext db, TimeProvider time)
{
    public async Task HandleAsync(string refreshToken, CancellationToken cancellationToken)
    {
        var hash = IssueSession.Hash(refreshToken);
        var families = db.RefreshTokens.Where(t => t.TokenHash == hash).Select(t => t.FamilyId);
        await db.RefreshTokens
            .Where(t => families.Contains(t.FamilyId) && t.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.RevokedAt, time.GetUtcNow()), cancellationToken);
    }
}
