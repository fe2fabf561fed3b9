using HaloAgent.Compliance;
using HaloAgent.Contracts.Businesses;
using HaloAgent.Contracts.Live;
using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Businesses;

/// <summary>
/// The owner says when the shop is open, where it is and where it delivers; the agent states it from the next message on. Who changed
/// which fee from what to what stands in the audit trail.
/// </summary>
public sealed class SaveShopDetails(HaloDbContext db, TimeProvider time)
{
    public Task<Outcome<ShopDetailsView>> HandleAsync(Guid businessId, SaveShopDetailsRequest saved, Actor member, CancellationToken cancellationToken) =>
        db.InTransactionAsync<ShopDetailsView>(
            async () =>
            {
                if (ShopDetailsRules.Refuse(saved) is { } refusal) return refusal;

                await db.Database.ExecuteSqlAsync($"SELECT 1 FROM businesses WHERE id = {businessId} FOR NO KEY UPDATE", cancellationToken);
                var business = await db.Businesses.SingleAsync(b => b.Id == businessId, cancellationToken);
                if (saved.Version is not { } version) return BusinessFailures.VersionMissing;
                if (version != business.Details().Version) return BusinessFailures.ChangedMeanwhile;

                var change = ShopDetailsChange.From(business);
                business.Introduce(saved.Description.ReplaceLineEndings("\n").Trim(), ShopText.InOneLine(saved.PickupAddress));
                business.OpenAt(ShopDetailsRules.Hours(saved));
                business.DeliverTo(ShopDetailsRules.Areas(saved));
                if (business.Details().Version != version)
                {
                    db.AuditEntries.Add(AuditEntry.Record(businessId, member, "shop_details_saved", businessId, change.To(business), time.GetUtcNow()));
                    db.Announcements.Changed(LiveEventKinds.ShopChanged, businessId, businessId);
                    await db.SaveChangesAsync(cancellationToken);
                }

                return business.Details();
            },
            cancellationToken);
}

/// <summary>What annotations of the request cannot say, and the plain form of what they let through.</summary>
internal static class ShopDetailsRules
{
    public static Failure? Refuse(SaveShopDetailsRequest saved) =>
        ShopText.HoldsControls(saved.Description) ? Failure.Invalid("description", ShopText.NoControls)
        : ShopText.InOneLine(saved.PickupAddress).Length == 0 ? Failure.Invalid("pickupAddress", "Say where customers find your shop.")
        : ShopText.HoldsControls(saved.PickupAddress) ? Failure.Invalid("pickupAddress", ShopText.NoControls)
        : RefuseDays(saved.OpeningHours) ?? RefuseAreas(saved.DeliveryAreas);

    public static IReadOnlyList<OpeningHours> Hours(SaveShopDetailsRequest saved) =>
        [.. saved.OpeningHours.Select(hours => new OpeningHours(DayOf(hours.Day)!.Value, hours.Opens, hours.Closes)).OrderBy(hours => ((int)hours.Day + 6) % 7)];

    public static IReadOnlyList<DeliveryArea> Areas(SaveShopDetailsRequest saved) =>
        [.. saved.DeliveryAreas.Select(area => new DeliveryArea(Names(area), Money.FromNaira(area.Fee!.Value)))];

    private static Failure? RefuseDays(IReadOnlyList<DayHours> days)
    {
        for (var i = 0; i < days.Count; i++)
        {
            if (days[i] is null || DayOf(days[i].Day) is not { } day) return Failure.Invalid($"openingHours[{i}]", "One of monday, tuesday, wednesday, thursday, friday, saturday and sunday.");
            if (days.Take(i).Any(other => DayOf(other.Day) == day)) return Failure.Invalid($"openingHours[{i}]", "This day stands here twice.");
        }

        return null;
    }

    private static Failure? RefuseAreas(IReadOnlyList<DeliveryAreaDetails> areas)
    {
        HashSet<string> known = new(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < areas.Count; i++)
        {
            if (RefuseArea(areas[i], known) is { } why) return Failure.Invalid($"deliveryAreas[{i}]", why);
        }

        return null;
    }

    private static string? RefuseArea(DeliveryAreaDetails? area, HashSet<string> known)
    {
        if (area?.Names is not { } written || Names(area) is not { Count: > 0 } names) return "Give the area a name.";
        if (written.Count > ShopDetailsLimits.Names) return $"At most {ShopDetailsLimits.Names} names.";
        if (names.FirstOrDefault(name => name.Length > ShopDetailsLimits.Name) is not null) return $"At most {ShopDetailsLimits.Name} characters.";
        if (names.Any(ShopText.HoldsControls)) return ShopText.NoControls;
        if (area.Fee is not { } fee) return "Enter what delivery there costs; 0 means free.";
        if (fee < 0) return ShopDetailsLimits.NoFee;
        if (decimal.Round(fee, 2) != fee) return "An amount has at most two decimals.";
        return names.FirstOrDefault(name => !known.Add(name)) is { } twice ? $"“{twice}” stands here twice: an address there would have two fees." : null;
    }

    private static List<string> Names(DeliveryAreaDetails area) =>
        [.. area.Names.Select(name => ShopText.InOneLine(name ?? "")).Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static DayOfWeek? DayOf(string? day) =>
        Enum.GetValues<DayOfWeek>().Where(known => WireNames.Of(known) == day).Select(known => (DayOfWeek?)known).FirstOrDefault();
}
