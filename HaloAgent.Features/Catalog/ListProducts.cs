using HaloAgent.Contracts.Catalog;
using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Catalog;

/// <summary>What the shop sells, by category and name, also what is hidden from customers.</summary>
public sealed class ListProducts(HaloDbContext db)
{
    public async Task<Outcome<Page<ProductView>>> HandleAsync(Guid businessId, int limit, string? cursor, CancellationToken cancellationToken)
    {
        var after = Cursor.Read(cursor);
        if (!after.Succeeded)
        {
            return after.Failure;
        }

        // A shop's list is short and is edited while it is read: the page begins after the last product shown, wherever that stands now.
        var products = db.Products.AsNoTracking().Where(p => p.BusinessId == businessId && p.DeletedAt == null);
        if (after.Value is { } end)
        {
            var last = db.Products.Where(p => p.Id == end.Minor && p.BusinessId == businessId);
#pragma warning disable CA1309 // PostgreSQL compares, in the order of the index; a StringComparison cannot be translated.
            products = products.Where(p => last.Any(l =>
                string.Compare(p.Category, l.Category) > 0
                || (p.Category == l.Category && (string.Compare(p.Name, l.Name) > 0 || (p.Name == l.Name && p.Id > l.Id)))));
#pragma warning restore CA1309
        }

        var rows = await products.Include(p => p.Variants)
            .OrderBy(p => p.Category).ThenBy(p => p.Name).ThenBy(p => p.Id).Take(limit + 1).ToListAsync(cancellationToken);
        return Page.Of(rows, limit, product => new Cursor(0, product.Id), page => page.Select(product => product.View()).ToList());
    }
}
