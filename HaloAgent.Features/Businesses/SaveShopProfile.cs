using HaloAgent.Compliance;
using HaloAgent.Contracts.Businesses;
using HaloAgent.Contracts.Live;
using HaloAgent.Data;
using HaloAgent.Languages;
using HaloAgent.Loyalty;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Businesses;

/// <summary>The owner says what holds in the shop and how its people write; the agent knows it with the next message.</summary>
public sealed class SaveShopProfile(HaloDbContext db, TimeProvider time)
{
    public Task<Outcome<ShopProfileView>> HandleAsync(Guid businessId, SaveShopProfileRequest saved, Actor member, CancellationToken cancellationToken) =>
        db.InTransactionAsync<ShopProfileView>(
            async () =>
            {
                if (ShopProfileRules.Refuse(saved) is { } refusal) return refusal;

                await db.Database.ExecuteSqlAsync($"SELECT 1 FROM businesses WHERE id = {businessId} FOR NO KEY UPDATE", cancellationToken);
                var business = await db.Businesses.SingleAsync(b => b.Id == businessId, cancellationToken);
                if (saved.Version is not { } version) return BusinessFailures.VersionMissing;
                if (version != business.Profile().Version) return BusinessFailures.ChangedMeanwhile;

                business.Describe(Plain(saved.Policies), [.. saved.SampleMessages.Select(Plain)], saved.Languages);
                business.Reward(saved.Loyalty is { } rules ? new LoyaltyRules(Money.FromNaira(rules.SpendPerPoint), Money.FromNaira(rules.PointValue)) : null);
                db.AuditEntries.Add(AuditEntry.Record(businessId, member, "shop_profile_saved", businessId, null, time.GetUtcNow()));
                db.Announcements.Changed(LiveEventKinds.ShopChanged, businessId, businessId);
                await db.SaveChangesAsync(cancellationToken);
                return business.Profile();
            },
            cancellationToken);

    private static string Plain(string text) => text.ReplaceLineEndings("\n").Trim();
}

/// <summary>What annotations of the request cannot say.</summary>
internal static class ShopProfileRules
{
    public static Failure? Refuse(SaveShopProfileRequest saved)
    {
        if (ShopText.HoldsControls(saved.Policies)) return Failure.Invalid("policies", ShopText.NoControls);
        for (var i = 0; i < saved.SampleMessages.Count; i++)
        {
            if (Unusable(saved.SampleMessages[i]) is { } why) return Failure.Invalid($"sampleMessages[{i}]", why);
        }

        for (var i = 0; i < saved.Languages.Count; i++)
        {
            if (!LanguageResources.Has(saved.Languages[i])) return Failure.Invalid($"languages[{i}]", $"One of {string.Join(", ", LanguageResources.Codes)}.");
            if (saved.Languages.Take(i).Contains(saved.Languages[i])) return Failure.Invalid($"languages[{i}]", "This language stands here twice.");
        }

        return saved.Loyalty is { } rules ? Refuse(rules) : null;
    }

    private static Failure? Refuse(LoyaltyRulesView rules) =>
        decimal.Round(rules.SpendPerPoint, 2) != rules.SpendPerPoint ? Failure.Invalid("loyalty.spendPerPoint", "An amount has at most two decimals.")
        : decimal.Round(rules.PointValue, 2) != rules.PointValue ? Failure.Invalid("loyalty.pointValue", "An amount has at most two decimals.")
        : rules.PointValue > rules.SpendPerPoint ? Failure.Invalid("loyalty.pointValue", "A point may not be worth more than what is spent for it.")
        : null;

    private static string? Unusable(string? sample) => string.IsNullOrWhiteSpace(sample) ? "Write a message, or leave it out."
        : sample.Length > ShopProfileLimits.Sample ? $"At most {ShopProfileLimits.Sample} characters."
        : ShopText.HoldsControls(sample) ? ShopText.NoControls
        : null;
}

public static class BusinessFailures
{
    public static readonly Failure ChangedMeanwhile = Failure.Conflict(
        "changed_meanwhile", "Somebody changed it since you opened it. Look at how it stands now, then save again.");

    public static readonly Failure VersionMissing = Failure.Invalid("version", "Send the version that you edited.");
}
