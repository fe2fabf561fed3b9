namespace HaloAgent.Loyalty;

/// <summary>What a shop gives for what is spent on its goods, as its owner has set it. A shop without any gives no points and takes none.</summary>
/// <param name="PerPoint">Spent on goods, for one point.</param>
/// <param name="PointValue">What one point takes off an order.</param>
public sealed record LoyaltyRules(Money PerPoint, Money PointValue)
{
    public int EarnedBy(Money goods) => (int)Math.Clamp(goods.Kobo / PerPoint.Kobo, 0, int.MaxValue);

    /// <summary>Points take off at most half of the goods: what is left is always something to be paid, and to be confirmed by a person.</summary>
    public PointsUse UsableOn(Money goods, int balance)
    {
        var points = (int)Math.Clamp(goods.Kobo / 2 / PointValue.Kobo, 0, Math.Max(0, balance));
        return new PointsUse(points, PointValue * points);
    }
}

/// <summary>So many points of an order's customer, and what they take off it.</summary>
public sealed record PointsUse(int Points, Money Discount)
{
    public static readonly PointsUse None = new(0, Money.Zero);
}

/// <summary>What a cart's customer could use.</summary>
public sealed record PointsAtHand(LoyaltyRules Rules, int Balance);
