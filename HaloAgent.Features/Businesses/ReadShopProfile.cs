using HaloAgent.Contracts.Businesses;
using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Businesses;

/// <summary>What the shop's owner has told the agent about it, for its members.</summary>
public sealed class ReadShopProfile(HaloDbContext db)
{
    public async Task<ShopProfileView> HandleAsync(Guid businessId, CancellationToken cancellationToken) =>
        (await db.Businesses.AsNoTracking().SingleAsync(b => b.Id == businessId, cancellationToken)).Profile();
}

internal static class ShopProfileViews
{
    public static ShopProfileView Profile(this Business business)
    {
        var view = new ShopProfileView(business.Policies, business.SampleMessages, business.Languages, 0, business.Loyalty is { } rules ? new LoyaltyRulesView(rules.PerPoint.Naira, rules.PointValue.Naira) : null);
        return view with { Version = ContentVersion.Of(view) };
    }
}
