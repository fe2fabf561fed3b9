using HaloAgent.Contracts.Auth;
using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Auth;

/// <summary>Who is signed in, and for which shop.</summary>
public sealed class ReadMember(HaloDbContext db)
{
    public async Task<Outcome<MemberView>> HandleAsync(Guid businessId, Guid memberId, CancellationToken cancellationToken)
    {
        var found = await (
            from member in db.BusinessMembers.AsNoTracking()
            join business in db.Businesses on member.BusinessId equals business.Id
            join user in db.Users on member.UserId equals user.Id
            where member.Id == memberId && business.Id == businessId
            select new { member.Name, user.Email, member.Role, business.Slug, Shop = business.Name, business.TimeZone })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null
            ? AuthFailures.SessionOver
            : new MemberView(
                memberId, found.Name, found.Email ?? "", WireNames.Of(found.Role), new BusinessBadge(businessId, found.Slug, found.Shop, found.TimeZone));
    }
}
