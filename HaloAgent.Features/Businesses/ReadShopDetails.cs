using HaloAgent.Contracts.Businesses;
using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Businesses;

/// <summary>Hours, delivery and address, for the shop's members.</summary>
public sealed class ReadShopDetails(HaloDbContext db)
{
    public async Task<ShopDetailsView> HandleAsync(Guid businessId, CancellationToken cancellationToken) =>
        (await db.Businesses.AsNoTracking().SingleAsync(b => b.Id == businessId, cancellationToken)).Details();
}

internal static class ShopDetailsViews
{
    public static ShopDetailsView Details(this Business business)
    {
        var view = new ShopDetailsView(
            business.Description, business.PickupAddress,
            [.. business.OpeningHours.Select(hours => new DayHours(WireNames.Of(hours.Day), hours.Opens, hours.Closes))],
            [.. business.DeliveryAreas.Select(area => new DeliveryAreaDetails(area.Names, area.Fee.Naira))], 0);
        return view with { Version = ContentVersion.Of(view) };
    }
}
