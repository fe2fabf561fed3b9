using HaloAgent.Catalog;
using HaloAgent.Contracts.Live;
using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Orders;

/// <summary>
/// Gives the stock of an order back, and takes it again, under row locks (the first time it is taken by <see cref="OrderPlacement"/>). The products are always locked in the order of their ids: without that, orders
/// of the same things in another order deadlock. Needs an open transaction.
/// </summary>
public sealed class OrderStock(HaloDbContext db)
{
    /// <summary>Locks the products and reads them as they are now, with their variants.</summary>
    private async Task<List<Product>> LockAsync(Guid businessId, IEnumerable<Guid> productIds, CancellationToken cancellationToken)
    {
        var ids = productIds.Distinct().ToArray();

        // Two statements on purpose: a join in the locking one would show the variants as they were before it waited for the lock.
        await db.Database.ExecuteSqlAsync(
            $"SELECT 1 FROM products WHERE business_id = {businessId} AND id = ANY({ids}) ORDER BY id FOR NO KEY UPDATE", cancellationToken);
        return await db.Products.Include(p => p.Variants).Where(p => p.BusinessId == businessId && ids.Contains(p.Id)).ToListAsync(cancellationToken);
    }

    /// <summary>Locks what an order that had given its stock back needs again.</summary>
    /// <returns>What <see cref="Take(Order, List{Product})"/> takes it from, or the first thing there is too little of.</returns>
    internal async Task<Outcome<List<Product>>> HoldAsync(Order order, CancellationToken cancellationToken)
    {
        var products = await LockAsync(order.BusinessId, order.Items.Select(i => i.ProductId), cancellationToken);
        foreach (var item in order.Items)
        {
            var left = LeftOf(products.FirstOrDefault(p => p.Id == item.ProductId), item.VariantId);
            if (left < order.Items.Where(i => i.ProductId == item.ProductId && i.VariantId == item.VariantId).Sum(i => i.Quantity))
            {
                return new OutOfStock(item.ProductId, item.VariantId, item.FullName, left);
            }
        }

        return products;
    }

    internal void Take(Order order, List<Product> held)
    {
        foreach (var item in order.Items)
        {
            Take(held.First(p => p.Id == item.ProductId), item.VariantId, item.Quantity);
        }
    }

    internal async Task GiveBackAsync(Order order, CancellationToken cancellationToken)
    {
        var products = await LockAsync(order.BusinessId, order.Items.Select(i => i.ProductId), cancellationToken);
        foreach (var item in order.Items)
        {
            // A product or variant that no longer exists has nowhere to give it back to.
            if (products.FirstOrDefault(p => p.Id == item.ProductId) is { } product)
            {
                Take(product, item.VariantId, -item.Quantity);
            }
        }
    }

    private bool Take(Product product, Guid? variantId, int quantity)
    {
        // Also when the stock stands in a variant: a member who edits the product at this moment has to see that it changed.
        db.Entry(product).Property(p => p.Stock).IsModified = true;
        db.Announcements.Changed(LiveEventKinds.ProductChanged, product.BusinessId, product.Id);
        return product.TakeStock(variantId, quantity);
    }

    private static int LeftOf(Product? product, Guid? variantId) => product switch
    {
        null => 0,
        _ when variantId is null => product.Variants.Count == 0 ? product.Stock : 0,
        _ => product.Variants.FirstOrDefault(v => v.Id == variantId)?.Stock ?? 0,
    };
}
