using HaloAgent.Compliance;
using HaloAgent.Contracts.Live;
using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Catalog;

/// <summary>What every change of a product has in common: the row is locked as an order locks it, the deed is noted, the dashboards are told.</summary>
public sealed class ChangeProduct(HaloDbContext db, TimeProvider time)
{
    internal Task<Outcome<Product>> RunAsync(
        Guid businessId, Guid productId, Actor member, string action, Func<Product, Failure?> change, CancellationToken cancellationToken) =>
        db.InTransactionAsync<Product>(
            async () =>
            {
                if (await LockAsync(businessId, productId, cancellationToken) is not { } product)
                {
                    return ProductFailures.NoSuchProduct;
                }

                if (change(product) is { } refusal)
                {
                    return refusal;
                }

                Note(product, member, action);
                await db.SaveChangesAsync(cancellationToken);
                return product;
            },
            cancellationToken);

    internal void Note(Product product, Actor member, string action)
    {
        db.AuditEntries.Add(AuditEntry.Record(product.BusinessId, member, action, product.Id, null, time.GetUtcNow()));
        db.Announcements.Changed(LiveEventKinds.ProductChanged, product.BusinessId, product.Id);
    }

    private async Task<Product?> LockAsync(Guid businessId, Guid productId, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync(
            $"SELECT 1 FROM products WHERE id = {productId} AND business_id = {businessId} FOR NO KEY UPDATE", cancellationToken);
        return await db.Products.Include(p => p.Variants)
            .SingleOrDefaultAsync(p => p.Id == productId && p.BusinessId == businessId && p.DeletedAt == null, cancellationToken);
    }
}
