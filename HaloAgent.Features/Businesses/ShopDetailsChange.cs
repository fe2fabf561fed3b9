namespace HaloAgent.Businesses;

/// <summary>
/// What a save of hours, delivery and address has changed, for the audit trail: a delivery fee goes on every bill there, and the
/// owner can see who changed it from what to what.
/// </summary>
internal sealed record ShopDetailsChange(string Description, string PickupAddress, IReadOnlyList<OpeningHours> Hours, IReadOnlyList<DeliveryArea> Areas)
{
    public static ShopDetailsChange From(Business before) => new(before.Description, before.PickupAddress, before.OpeningHours, before.DeliveryAreas);

    public string To(Business after)
    {
        List<string> changes = [];
        if (!Hours.SequenceEqual(after.OpeningHours)) changes.Add($"hours: {Words(Hours)} → {Words(after.OpeningHours)}");
        changes.AddRange(AreaChanges(after.DeliveryAreas));
        if (PickupAddress != after.PickupAddress) changes.Add($"address: {PickupAddress} → {after.PickupAddress}");
        if (Description != after.Description) changes.Add("description");
        return string.Join("; ", changes);
    }

    private IEnumerable<string> AreaChanges(IReadOnlyList<DeliveryArea> after)
    {
        var gone = Areas.ToList();
        var said = 0;
        foreach (var area in after)
        {
            var old = gone.Find(one => string.Equals(one.Name, area.Name, StringComparison.OrdinalIgnoreCase));
            if (old is not null) gone.Remove(old);
            if (Change(old, area) is not { } change) continue;

            said++;
            yield return change;
        }

        foreach (var area in gone) yield return $"{area.Name} {area.Fee} → no delivery";
        if (said + gone.Count == 0 && !Areas.Select(area => area.Name).SequenceEqual(after.Select(area => area.Name))) yield return "order of the areas";
    }

    private static string? Change(DeliveryArea? old, DeliveryArea area) => old is null ? $"{area.Name} new, {area.Fee}"
        : old.Fee != area.Fee ? $"{area.Name} {old.Fee} → {area.Fee}"
        : !old.Names.SequenceEqual(area.Names) ? $"names of {area.Name}"
        : null;

    private static string Words(IReadOnlyList<OpeningHours> hours) => hours.Count == 0 ? "not said" : string.Join(", ", OpeningHoursWords.Of(hours));
}
