using HaloAgent.Compliance;
using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Loyalty;

/// <summary>How many loyalty points a customer has with this shop.</summary>
public sealed class ReadPoints(HaloDbContext db)
{
    public async Task<Outcome<PointsBalance>> HandleAsync(Guid businessId, Guid contactId, CancellationToken cancellationToken)
    {
        var read = await (
            from contact in db.Contacts.AsNoTracking()
            join business in db.Businesses.AsNoTracking() on contact.BusinessId equals business.Id
            where contact.Id == contactId && contact.BusinessId == businessId
            select new { contact.LoyaltyPoints, business.Loyalty }).SingleOrDefaultAsync(cancellationToken);
        return read is null ? OptOut.NoSuchContact : new PointsBalance(read.LoyaltyPoints, read.Loyalty is { } rules ? rules.PointValue * read.LoyaltyPoints : null);
    }
}

/// <param name="Worth">What they take off an order; null where the shop has not set it.</param>
public sealed record PointsBalance(int Points, Money? Worth = null);
