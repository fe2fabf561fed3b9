using HaloAgent.Compliance;
using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Loyalty;

/// <summary>How many loyalty points a customer has with this shop.</summary>
public sealed class ReadPoints(HaloDbContext db)
{
    public async Task<Outcome<PointsBalance>> HandleAsync(Guid businessId, Guid contactId, CancellationToken cancellationToken)
    {
        var points = await db.Contacts.AsNoTracking().Where(c => c.Id == contactId && c.BusinessId == businessId)
            .Select(c => (int?)c.LoyaltyPoints).SingleOrDefaultAsync(cancellationToken);
        return points is { } balance ? new PointsBalance(balance) : OptOut.NoSuchContact;
    }
}

public sealed record PointsBalance(int Points);
