using HaloAgent.Businesses;
using HaloAgent.Catalog;
using HaloAgent.Data;
using HaloAgent.Loyalty;
using HaloAgent.Evals.Format;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HaloAgent.Evals.World;

/// <summary>A demo shop opened for one scenario alone, with its own stock and order numbers, where another customer has ordered before.</summary>
internal sealed class ShopCopy(EvalWorld world, DemoShop shop, Business business)
{
    private static int copies;

    private readonly Dictionary<(string Product, string? Variant), Money> prices = [];

    public Guid Id => business.Id;

    public string WhatsAppAddress => "whatsapp:" + shop.WhatsAppNumber;

    public Actor Owner { get; } = Actor.Member(Guid.CreateVersion7(), "Amaka");

    /// <summary>What must never reach this scenario's customer.</summary>
    public IReadOnlyList<string> SecretsOfAnother { get; private set; } = [];

    public static async Task<ShopCopy> OpenAsync(EvalWorld world, DemoShop original, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref copies);
        var shop = original with { Slug = $"{original.Slug}-{number}", WhatsAppNumber = $"+1415{number:D7}", Members = [] };
        await using var scope = world.Services.CreateAsyncScope();
        var business = await ActivatorUtilities.CreateInstance<DemoData>(scope.ServiceProvider).OpenAsync(shop, cancellationToken);
        var copy = new ShopCopy(world, shop, business);
        copy.SecretsOfAnother = await OtherCustomer.OrderAsync(world, business, shop, cancellationToken);
        return copy;
    }

    public Task SetStockAsync(ExpectedLine line) => ChangeAsync(
        line,
        products => products.ExecuteUpdateAsync(set => set.SetProperty(p => p.Stock, line.Quantity)),
        variants => variants.ExecuteUpdateAsync(set => set.SetProperty(v => v.Stock, line.Quantity)));

    /// <param name="line">The quantity is the price in naira.</param>
    public Task SetPriceAsync(ExpectedLine line)
    {
        var price = prices[(line.Product, line.Variant)] = Money.FromNaira(line.Quantity);
        return ChangeAsync(
            line,
            products => products.ExecuteUpdateAsync(set => set.SetProperty(p => p.Price, price)),
            variants => variants.ExecuteUpdateAsync(set => set.SetProperty(v => v.Price, price)));
    }

    /// <summary>What one point takes off in the shop of a scenario that gives any.</summary>
    public static readonly Money PointValue = Money.FromNaira(10);

    public int PointsGiven { get; private set; }

    /// <summary>The shop gives a point for every ₦1,000 from now on, and this customer has so many.</summary>
    public Task GivePointsAsync(Guid conversation, int points) => world.UseAsync<HaloDbContext, int>(async db =>
    {
        PointsGiven = points;
        (await db.Businesses.SingleAsync(b => b.Id == Id)).Reward(new LoyaltyRules(Money.FromNaira(1000), PointValue));
        await db.SaveChangesAsync();
        var contact = await db.Conversations.Where(c => c.Id == conversation && c.BusinessId == Id).Select(c => c.ContactId).SingleAsync();
        return await db.Contacts.Where(c => c.Id == contact && c.BusinessId == Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.LoyaltyPoints, points));
    });

    public Task PutAwayAsync(string product) => world.UseAsync<HaloDbContext, int>(
        db => db.Products.Where(p => p.BusinessId == Id && p.Name == product).ExecuteUpdateAsync(set => set.SetProperty(p => p.Available, false)));

    private Task<int> ChangeAsync(ExpectedLine line, Func<IQueryable<Product>, Task<int>> whole, Func<IQueryable<ProductVariant>, Task<int>> sized) =>
        world.UseAsync<HaloDbContext, int>(db =>
        {
            var products = db.Products.Where(p => p.BusinessId == Id && p.Name == line.Product);
            return line.Variant is null ? whole(products) : sized(products.SelectMany(p => p.Variants).Where(v => v.Name == line.Variant));
        });

    /// <summary>The price list as the code and the scenario have it, not as the database does: totals are checked against it.</summary>
    public Money ListPrice(string product, string? variant) =>
        prices.TryGetValue((product, variant), out var changed) ? changed : Money.FromNaira(shop.Products.Single(p => p.Name == product).Price);

    public Money? Fee(string? area) => shop.Areas.FirstOrDefault(a => a.Name == area)?.Fee;
}
