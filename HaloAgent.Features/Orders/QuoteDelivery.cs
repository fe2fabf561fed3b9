using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Orders;

/// <summary>What bringing an order to a place costs, by the shop's own areas. No area fits: nothing is guessed.</summary>
public sealed class QuoteDelivery(HaloDbContext db)
{
    private const int MostAreas = 30;

    public async Task<Outcome<DeliveryQuote>> HandleAsync(Guid businessId, string? place, CancellationToken cancellationToken)
    {
        var areas = await db.Businesses.AsNoTracking().Where(b => b.Id == businessId).Select(b => b.DeliveryAreas).SingleAsync(cancellationToken);
        if (areas.Count == 0)
        {
            return OrderFailures.NoDelivery;
        }

        var found = DeliveryAreaFinder.Find(areas, place);
        return new DeliveryQuote(found?.Name, found?.Fee, [.. areas.Take(MostAreas).Select(area => new AreaFee(area.Name, area.Fee))]);
    }
}

/// <param name="Area">The shop's own name of the area that the place lies in; null when none fits.</param>
/// <param name="Areas">Where the shop delivers at all.</param>
public sealed record DeliveryQuote(string? Area, Money? Fee, IReadOnlyList<AreaFee> Areas);

public sealed record AreaFee(string Area, Money Fee);
