using HaloAgent.Catalog;
using HaloAgent.Contracts.Businesses;
using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Businesses;

/// <summary>A shop's public page with its catalogue. One that is not listed can still be visited by those who know its address.</summary>
public sealed class ReadPublicBusiness(HaloDbContext db, TimeProvider time)
{
    public static readonly Failure NoSuchShop = Failure.NotFound("shop");

    public async Task<Outcome<PublicBusinessView>> HandleAsync(string slug, CancellationToken cancellationToken)
    {
        if (await db.Businesses.AsNoTracking().SingleOrDefaultAsync(b => b.Slug == slug, cancellationToken) is not { } business)
        {
            return NoSuchShop;
        }

        var products = await db.Products.AsNoTracking().Include(p => p.Variants)
            .Where(p => p.BusinessId == business.Id && p.DeletedAt == null && p.Available)
            .OrderBy(p => p.Category).ThenBy(p => p.Name).ToListAsync(cancellationToken);
        return business.PublicView(products, time.GetUtcNow());
    }
}

internal static class PublicBusinessViews
{
    public static PublicBusinessView PublicView(this Business business, IEnumerable<Product> products, DateTimeOffset now) => new(
        business.Slug, business.Name, business.Description, business.Category, business.WhatsAppNumber, business.PickupAddress, business.IsOpen(now),
        OpeningHoursWords.Of(business.OpeningHours), [.. business.DeliveryAreas.Select(area => new DeliveryAreaView(area.Name, area.Fee.Naira))],
        [.. products.Select(product => product.PublicView())]);
}
