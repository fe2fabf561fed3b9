using HaloAgent.Businesses;
using HaloAgent.Contracts.Businesses;
using HaloAgent.IntegrationTests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaloAgent.IntegrationTests.Businesses;

/// <summary>Who changed which delivery fee from what to what can be looked up.</summary>
public sealed class ShopDetailsAuditTests(HaloDatabase database) : IClassFixture<HaloDatabase>
{
    [Fact]
    public async Task The_audit_trail_tells_what_was_changed_from_what_to_what()
    {
        var shop = await Shop.OpenAsync(database);

        await SaveAsync(shop, now => now with
        {
            OpeningHours = [new DayHours("monday", new TimeOnly(9, 0), new TimeOnly(18, 0))],
            DeliveryAreas = [new DeliveryAreaDetails(["Ikeja", "Alausa", "Allen"], 1800m), new DeliveryAreaDetails(["Lekki"], 0m)],
        });
        await SaveAsync(shop, now => now with { PickupAddress = "5 Allen Avenue, Ikeja", Description = "Home food", DeliveryAreas = [now.DeliveryAreas[1], new(["Ikeja"], 1800m)] });
        await SaveAsync(shop, now => now with { DeliveryAreas = [now.DeliveryAreas[1], now.DeliveryAreas[0]] });

        Assert.Equal(
            [
                "hours: not said → Mon 09:00 – 18:00, Tue – Sun closed; Ikeja ₦1,500 → ₦1,800; Lekki new, ₦0; Yaba ₦2,000 → no delivery",
                "names of Ikeja; address: 3 Allen Avenue, Ikeja → 5 Allen Avenue, Ikeja; description",
                "order of the areas",
            ],
            await AuditedAsync(shop));
    }

    [Fact]
    public async Task A_save_that_changes_nothing_is_no_change_in_the_audit_trail()
    {
        var shop = await Shop.OpenAsync(database);

        await SaveAsync(shop, now => now with { PickupAddress = $" {now.PickupAddress}  " });

        Assert.Empty(await AuditedAsync(shop));
    }

    private async Task SaveAsync(Shop shop, Func<ShopDetailsView, ShopDetailsView> change)
    {
        database.Time.Advance(TimeSpan.FromSeconds(1));
        var now = await database.UseAsync<ReadShopDetails, ShopDetailsView>(read => read.HandleAsync(shop.Id, default));
        var wanted = change(now);
        var saved = new SaveShopDetailsRequest
        {
            Version = now.Version,
            Description = wanted.Description,
            PickupAddress = wanted.PickupAddress,
            OpeningHours = wanted.OpeningHours,
            DeliveryAreas = wanted.DeliveryAreas,
        };
        Assert.Null((await database.UseAsync<SaveShopDetails, Outcome<ShopDetailsView>>(save => save.HandleAsync(shop.Id, saved, shop.Owner, default))).Failure);
    }

    private Task<List<string?>> AuditedAsync(Shop shop) => database.ReadAsync(db =>
        db.AuditEntries.Where(e => e.BusinessId == shop.Id && e.Action == "shop_details_saved").OrderBy(e => e.At).Select(e => e.Detail).ToListAsync());
}
