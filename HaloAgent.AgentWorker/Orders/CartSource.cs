using HaloAgent.AgentWorker.Conversations;
using HaloAgent.Catalog;
using HaloAgent.Data;
using HaloAgent.Loyalty;
using HaloAgent.Orders;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.AgentWorker.Orders;

/// <summary>A turn's cart comes from the database; its goods from the shop as turns know it, or as it is at this moment.</summary>
internal sealed class CartSource(CartStore carts, ShopCache shops, IDbContextFactory<HaloDbContext> contexts) : ICartSource
{
    public Task<Cart?> ReadAsync(Guid businessId, Guid contactId, CancellationToken cancellationToken) => carts.ReadAsync(businessId, contactId, cancellationToken);

    public async Task<CartGoods> GoodsAsync(Cart cart, bool fresh, CancellationToken cancellationToken)
    {
        var shop = fresh ? await shops.ReadAgainAsync(cart.BusinessId, cancellationToken) : await shops.GetAsync(cart.BusinessId, cancellationToken);
        var goods = shop.Goods;
        // Asked for only when it matters: a refused use of points is looked at again in fresh goods.
        if (shop.Business.Loyalty is { } rules && (fresh || cart.UsesPoints)) goods = goods with { Points = new PointsAtHand(rules, await BalanceAsync(cart, cancellationToken)) };
        Guid[] missing = [.. cart.Lines.Select(line => line.ProductId).Where(id => !goods.Products.Any(product => product.Id == id))];
        return missing.Length == 0 ? goods : goods with { Products = [.. goods.Products, .. await ReadAsync(cart.BusinessId, missing, cancellationToken)] };
    }

    private async Task<int> BalanceAsync(Cart cart, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Contacts.AsNoTracking().Where(c => c.Id == cart.ContactId && c.BusinessId == cart.BusinessId).Select(c => c.LoyaltyPoints).SingleOrDefaultAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<OrderedBefore>> LastOrderedAsync(Guid businessId, Guid contactId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var last = await db.Orders.AsNoTracking().Include(o => o.Items)
            .Where(o => o.BusinessId == businessId && o.ContactId == contactId)
            .OrderByDescending(o => o.CreatedAt).FirstOrDefaultAsync(cancellationToken);
        return last is null ? [] : [.. last.Items.OrderBy(i => i.Position).Select(i => new OrderedBefore(i.ProductId, i.VariantId, i.FullName, i.Quantity, i.Note))];
    }

    /// <summary>What the shop has given up for good still stands in the cart, as something there is none of.</summary>
    private async Task<IReadOnlyList<Product>> ReadAsync(Guid businessId, Guid[] ids, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Products.AsNoTracking().Include(p => p.Variants).Where(p => p.BusinessId == businessId && ids.Contains(p.Id)).ToListAsync(cancellationToken);
    }
}
