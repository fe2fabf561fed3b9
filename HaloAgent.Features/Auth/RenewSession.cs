using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Auth;

/// <summary>
/// Uses a refresh token up and issues its successor. A used one that comes back means that somebody copied it: the whole
/// family ends, for the thief and for the member, who signs in again. Except for a few seconds: two tabs renew at the same
/// moment, and on a bad line the answer is lost and the request repeated; without that grace honest owners would be signed
/// out several times a day, and a thief who is that fast has the token anyway.
/// </summary>
public sealed class RenewSession(HaloDbContext db, IssueSession issue, TimeProvider time)
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);

    public async Task<Outcome<Session>> HandleAsync(string refreshToken, CancellationToken cancellationToken)
    {
        var hash = IssueSession.Hash(refreshToken);
        if (await db.RefreshTokens.AsNoTracking().SingleOrDefaultAsync(t => t.TokenHash == hash, cancellationToken) is not { } found)
        {
            return AuthFailures.SessionOver;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockFamilyAsync(found.FamilyId, cancellationToken);
        var outcome = await RotateAsync(found.Id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return outcome;
    }

    private async Task<Outcome<Session>> RotateAsync(Guid tokenId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var token = await db.RefreshTokens.SingleAsync(t => t.Id == tokenId, cancellationToken);
        if (token.RevokedAt is not null || token.ExpiresAt <= now)
        {
            return AuthFailures.SessionOver;
        }

        if (token.UsedAt is { } used && now - used > Grace)
        {
            await db.EndFamilyAsync(token.FamilyId, now, cancellationToken);
            return AuthFailures.SessionOver;
        }

        if (await db.BusinessMembers.SingleOrDefaultAsync(m => m.Id == token.MemberId, cancellationToken) is not { } member)
        {
            return AuthFailures.SessionOver;
        }

        if (token.UsedAt is null)
        {
            token.Use(now);
        }

        return await issue.ContinueAsync(token.FamilyId, member, cancellationToken);
    }
}
