using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Auth;

/// <summary>Signs out: no token of the family works again. An unknown token changes nothing and is no error.</summary>
public sealed class EndSession(HaloDbContext db, TimeProvider time)
{
    public async Task HandleAsync(string refreshToken, CancellationToken cancellationToken)
    {
        var hash = IssueSession.Hash(refreshToken);
        if (await db.RefreshTokens.AsNoTracking().SingleOrDefaultAsync(t => t.TokenHash == hash, cancellationToken) is not { } found)
        {
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockFamilyAsync(found.FamilyId, cancellationToken);
        await db.EndFamilyAsync(found.FamilyId, time.GetUtcNow(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
