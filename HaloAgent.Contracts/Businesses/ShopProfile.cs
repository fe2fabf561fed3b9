using System.ComponentModel.DataAnnotations;

namespace HaloAgent.Contracts.Businesses;

/// <summary>What a shop's owner tells the agent about it: <c>GET /api/business/profile</c>.</summary>
/// <param name="Policies">Refunds, exchanges, the smallest order …, as the customer is told them; empty when the shop has none written down.</param>
/// <param name="SampleMessages">How the shop's own people answer. The agent takes its manner from them, and no fact.</param>
/// <param name="Languages">Codes of the languages that the shop's people speak.</param>
/// <param name="Loyalty">Null: no points are given or taken.</param>
/// <param name="Version">To be sent with the next <see cref="SaveShopProfileRequest"/>.</param>
public sealed record ShopProfileView(string Policies, IReadOnlyList<string> SampleMessages, IReadOnlyList<string> Languages, uint Version, LoyaltyRulesView? Loyalty = null);

/// <summary>What customers get for what they spend. Points take off at most half of an order's goods.</summary>
/// <param name="SpendPerPoint">Naira spent on goods for one point.</param>
/// <param name="PointValue">Naira that one point takes off an order.</param>
public sealed record LoyaltyRulesView(
    [property: Range(typeof(decimal), "1", "1000000", ErrorMessage = "A point is for ₦1 or more, and at most ₦1,000,000.")] decimal SpendPerPoint, [property: Range(typeof(decimal), "0.01", "1000000", ErrorMessage = "A point takes off more than ₦0, and at most ₦1,000,000.")] decimal PointValue);

/// <summary>Body of <c>PUT /api/business/profile</c>: all of it, in place of what was there before.</summary>
public sealed record SaveShopProfileRequest
{
    [Required(AllowEmptyStrings = true), StringLength(ShopProfileLimits.Policies)]
    public required string Policies { get; init; }

    [Required, MaxLength(ShopProfileLimits.Samples)]
    public required IReadOnlyList<string> SampleMessages { get; init; }

    [Required, MaxLength(ShopProfileLimits.Languages)]
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Null turns points off; those that customers have stay theirs.</summary>
    public required LoyaltyRulesView? Loyalty { get; init; }

    /// <summary>The version that was edited; another one in the database answers 409.</summary>
    public uint? Version { get; init; }
}

public static class ShopProfileLimits
{
    /// <summary>In characters.</summary>
    public const int Policies = 1000;

    public const int Samples = 5;

    /// <summary>Of one sample message, in characters.</summary>
    public const int Sample = 300;

    public const int Languages = 10;
}
