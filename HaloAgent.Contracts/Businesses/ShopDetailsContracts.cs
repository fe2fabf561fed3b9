using System.ComponentModel.DataAnnotations;

namespace HaloAgent.Contracts.Businesses;

/// <summary>What the agent tells customers of where and when: <c>GET /api/business/details</c>.</summary>
/// <param name="Description">What the shop is, as the public page shows it.</param>
/// <param name="PickupAddress">Where the shop is and goods are fetched, with a landmark.</param>
/// <param name="OpeningHours">A day that is not there is one on which the shop is closed; empty: it has not said.</param>
/// <param name="DeliveryAreas">Empty: the shop does not deliver.</param>
/// <param name="Version">To be sent with the next <see cref="SaveShopDetailsRequest"/>.</param>
public sealed record ShopDetailsView(
    string Description, string PickupAddress, IReadOnlyList<DayHours> OpeningHours, IReadOnlyList<DeliveryAreaDetails> DeliveryAreas, uint Version);

/// <param name="Day"><c>monday</c> to <c>sunday</c>, each at most once.</param>
/// <param name="Closes">At or before <paramref name="Opens"/>: after midnight.</param>
public sealed record DayHours([property: Required] string Day, TimeOnly Opens, TimeOnly Closes);

/// <param name="Names">The first is shown; the others are how people also write it.</param>
/// <param name="Fee">In naira; 0 is free, and an area without a fee is refused.</param>
public sealed record DeliveryAreaDetails([property: Required] IReadOnlyList<string> Names, [property: Required, Range(typeof(decimal), "0", "1000000", ErrorMessage = ShopDetailsLimits.NoFee)] decimal? Fee);

/// <summary>Body of <c>PUT /api/business/details</c>: all of it, in place of what was there before.</summary>
public sealed record SaveShopDetailsRequest
{
    [Required(AllowEmptyStrings = true), StringLength(ShopDetailsLimits.Text)]
    public required string Description { get; init; }

    [Required, StringLength(ShopDetailsLimits.Address)]
    public required string PickupAddress { get; init; }

    [Required, MaxLength(ShopDetailsLimits.Days)]
    public required IReadOnlyList<DayHours> OpeningHours { get; init; }

    [Required, MaxLength(ShopDetailsLimits.Areas)]
    public required IReadOnlyList<DeliveryAreaDetails> DeliveryAreas { get; init; }

    /// <summary>The version that was edited; another one in the database answers 409.</summary>
    public uint? Version { get; init; }
}

public static class ShopDetailsLimits
{
    /// <summary>In characters.</summary>
    public const int Text = 1000;

    public const int Address = 300;

    public const int Days = 7;

    /// <summary>In naira.</summary>
    public const int Fee = 1_000_000;

    public const string NoFee = "A fee is ₦0 or more, and at most ₦1,000,000.";

    public const int Areas = 60;

    /// <summary>Names of one area.</summary>
    public const int Names = 20;

    /// <summary>Of one name of an area, in characters.</summary>
    public const int Name = 60;
}
