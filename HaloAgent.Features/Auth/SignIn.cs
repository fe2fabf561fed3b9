using HaloAgent.Businesses;
using HaloAgent.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Auth;

/// <summary>A member signs in with e-mail and password.</summary>
public sealed class SignIn(HaloDbContext db, IPasswordHasher<HaloUser> hasher, ILookupNormalizer normalizer, IssueSession issue, TimeProvider time)
{
    public const int AllowedFailures = 5;
    public const int ClosedForMinutes = 15;

    /// <summary>Verified when there is no such user, so that the answer takes as long.</summary>
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<HaloUser>().HashPassword(new HaloUser(), "nobody's"));

    public async Task<Outcome<Session>> HandleAsync(string email, string password, CancellationToken cancellationToken)
    {
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.NormalizedEmail == normalizer.NormalizeEmail(email), cancellationToken);
        var mayTry = user is not null && await CountTryAsync(user.Id, cancellationToken);
        var verified = hasher.VerifyHashedPassword(user ?? new HaloUser(), user?.PasswordHash ?? NobodysHash.Value, password);
        if (user is null || !mayTry || verified == PasswordVerificationResult.Failed)
        {
            return AuthFailures.NotRecognised;
        }

        await ForgetTriesAsync(user.Id, cancellationToken);
        var member = await db.BusinessMembers.Where(m => m.UserId == user.Id).OrderBy(m => m.CreatedAt).FirstOrDefaultAsync(cancellationToken);
        return member is null ? AuthFailures.NotRecognised : await issue.BeginAsync(member, cancellationToken);
    }

    /// <summary>
    /// Counted before the password is looked at, in one statement: a hundred guesses at the same moment are still only five.
    /// </summary>
    /// <returns>False while the sign-in is closed.</returns>
    private async Task<bool> CountTryAsync(Guid userId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var closedUntil = now.AddMinutes(ClosedForMinutes);
        return await db.Users
            .Where(u => u.Id == userId && (u.LockoutEnd == null || u.LockoutEnd <= now))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(u => u.AccessFailedCount, u => u.LockoutEnd == null ? u.AccessFailedCount + 1 : 1)
                    .SetProperty(u => u.LockoutEnd, u => u.LockoutEnd == null && u.AccessFailedCount + 1 >= AllowedFailures ? closedUntil : null),
                cancellationToken) == 1;
    }

    private Task<int> ForgetTriesAsync(Guid userId, CancellationToken cancellationToken) =>
        db.Users.Where(u => u.Id == userId).ExecuteUpdateAsync(
            set => set.SetProperty(u => u.AccessFailedCount, 0).SetProperty(u => u.LockoutEnd, (DateTimeOffset?)null), cancellationToken);
}
