using HaloAgent.Contracts.Businesses;
using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Businesses;

/// <summary>The showcase: shops that want to be listed, without their products.</summary>
public sealed class ListPublicBusinesses(HaloDbContext db, TimeProvider time)
{
    public async Task<Outcome<Page<PublicBusinessView>>> HandleAsync(int limit, string? cursor, CancellationToken cancellationToken)
    {
        var after = Cursor.Read(cursor);
        if (!after.Succeeded)
        {
            return after.Failure;
        }

        var businesses = db.Businesses.AsNoTracking().Where(b => b.Listed);
        if (after.Value is { } end)
        {
            businesses = businesses.Where(b => b.Id > end.Minor);
        }

        var rows = await businesses.OrderBy(b => b.Id).Take(limit + 1).ToListAsync(cancellationToken);
        return Page.Of(rows, limit, b => new Cursor(0, b.Id), page => page.Select(b => b.PublicView([], time.GetUtcNow())).ToList());
    }
}
