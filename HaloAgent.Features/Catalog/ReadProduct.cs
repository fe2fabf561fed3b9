using HaloAgent.Contracts.Catalog;
using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Catalog;

/// <summary>One product, as it is edited.</summary>
public sealed class ReadProduct(HaloDbContext db)
{
    public async Task<Outcome<ProductView>> HandleAsync(Guid businessId, Guid productId, CancellationToken cancellationToken)
    {
        var product = await db.Products.AsNoTracking().Include(p => p.Variants)
            .SingleOrDefaultAsync(p => p.Id == productId && p.BusinessId == businessId && p.DeletedAt == null, cancellationToken);
        return product is null ? ProductFailures.NoSuchProduct : product.View();
    }
}
