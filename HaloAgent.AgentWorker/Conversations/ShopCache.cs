using System.Collections.Concurrent;
using HaloAgent.Businesses;
using HaloAgent.Catalog;
using HaloAgent.Data;
using HaloAgent.Orders;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.AgentWorker.Conversations;

/// <summary>A shop as turns read it. Prices here are for talking; what is charged is read again when the order is placed.</summary>
/// <param name="Catalogue">What it sells now.</param>
/// <param name="Goods">That, and what is put away for the moment: a cart may hold it still.</param>
public sealed record Shop(Business Business, IReadOnlyList<Product> Catalogue, CartGoods Goods);

/// <summary>Keeps each shop for one second, so that a busy shop's catalogue is not read for every turn, and lets go of what nobody asks for.</summary>
internal sealed class ShopCache(IDbContextFactory<HaloDbContext> contexts, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Guid, Entry> shops = new();
    private long lastSwept = time.GetUtcNow().UtcTicks;

    /// <summary>How many shops are in memory.</summary>
    public int Kept => shops.Count;

    public Task<Shop> GetAsync(Guid businessId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return shops.TryGetValue(businessId, out var known) && known.Until > now && known.Shop.Value is { IsFaulted: false } shop
            ? shop.IsCompleted ? shop : shop.WaitAsync(cancellationToken)
            : RefreshAsync(businessId, known, now, cancellationToken);
    }

    /// <summary>As it is at this moment.</summary>
    public Task<Shop> ReadAgainAsync(Guid businessId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        LetGoOfIdle(now);
        var entry = NewEntry(businessId, now);
        shops[businessId] = entry;
        return entry.Shop.Value.WaitAsync(cancellationToken);
    }

    private Task<Shop> RefreshAsync(Guid businessId, Entry? known, DateTimeOffset now, CancellationToken cancellationToken)
    {
        LetGoOfIdle(now);
        // Of several that find it too old, one reads and the others wait for that.
        var entry = shops.AddOrUpdate(businessId, _ => NewEntry(businessId, now), (_, other) => ReferenceEquals(other, known) ? NewEntry(businessId, now) : other);
        return entry.Shop.Value.WaitAsync(cancellationToken);
    }

    // A catalogue is megabytes, and a worker that never restarts meets every shop there is. One caller a minute looks through them.
    private void LetGoOfIdle(DateTimeOffset now)
    {
        var last = Interlocked.Read(ref lastSwept);
        if (now.UtcTicks - last < Idle.Ticks || Interlocked.CompareExchange(ref lastSwept, now.UtcTicks, last) != last) return;
        // By the pair: one that was just read again stays.
        foreach (var shop in shops.Where(shop => shop.Value.Until + Idle <= now)) shops.TryRemove(shop);
    }

    // Not cancelled by one caller: others wait for the same load.
    private Entry NewEntry(Guid businessId, DateTimeOffset now) => new(now + Fresh, new Lazy<Task<Shop>>(() => Task.Run(() => ReadAsync(businessId))));

    private async Task<Shop> ReadAsync(Guid businessId)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var business = await db.Businesses.AsNoTracking().SingleAsync(b => b.Id == businessId);
        var products = await db.Products.AsNoTracking()
            .Where(p => p.BusinessId == businessId && p.DeletedAt == null)
            .Include(p => p.Variants.OrderBy(v => v.Position))
            .OrderBy(p => p.Category).ThenBy(p => p.Name)
            .ToListAsync();
        return new Shop(business, [.. products.Where(p => p.Available)], new CartGoods(products, business.DeliveryAreas));
    }

    private sealed record Entry(DateTimeOffset Until, Lazy<Task<Shop>> Shop);
}
