namespace HaloAgent.Loyalty;

public static class LoyaltyFailures
{
    public static readonly Failure NoPoints = Failure.Conflict("no_points", "The customer has no points to use.");

    /// <summary>The order had given its points back, and they were used elsewhere since.</summary>
    public static readonly Failure PointsUsedElsewhere = Failure.Conflict("points_used_elsewhere", "The customer has used the points of this order for another one.");
}
