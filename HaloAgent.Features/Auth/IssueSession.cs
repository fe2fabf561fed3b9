using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using HaloAgent.Businesses;
using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Auth;

/// <summary>What a signed-in member holds: who they are, and the one-time token that renews it.</summary>
public sealed record Session(BusinessMember Member, string RefreshToken);

/// <summary>Writes refresh tokens: the first of a family at sign-in, successors at each renewal.</summary>
public sealed class IssueSession(HaloDbContext db, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    public async Task<Session> BeginAsync(BusinessMember member, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await db.RefreshTokens.Where(t => t.MemberId == member.Id && t.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
        return await ContinueAsync(Guid.CreateVersion7(now), member, cancellationToken);
    }

    public async Task<Session> ContinueAsync(Guid familyId, BusinessMember member, CancellationToken cancellationToken)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        db.RefreshTokens.Add(RefreshToken.Create(familyId, member.Id, Hash(token), time.GetUtcNow(), Lifetime));
        await db.SaveChangesAsync(cancellationToken);
        return new Session(member, token);
    }

    internal static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
