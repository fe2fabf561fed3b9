using HaloAgent.Compliance;
using HaloAgent.Contracts.Businesses;
using HaloAgent.Contracts.Live;
using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Businesses;

/// <summary>
/// The owner says where customers pay; the agent states it from the next message on. Who changed it from what to what stands in the
/// audit trail: money that goes to a wrong account is gone.
/// </summary>
public sealed class SaveBankDetails(HaloDbContext db, ReadBankDetails read, TimeProvider time)
{
    public Task<Outcome<BankDetailsView>> HandleAsync(Guid businessId, SaveBankDetailsRequest saved, Actor member, CancellationToken cancellationToken) =>
        db.InTransactionAsync<BankDetailsView>(
            async () =>
            {
                var wanted = BankDetailsRules.Plain(saved);
                if (wanted is not null && BankDetailsRules.Refuse(wanted) is { } refusal) return refusal;

                await db.Database.ExecuteSqlAsync($"SELECT 1 FROM businesses WHERE id = {businessId} FOR NO KEY UPDATE", cancellationToken);
                var business = await db.Businesses.SingleAsync(b => b.Id == businessId, cancellationToken);
                if (saved.Version is not { } version) return BusinessFailures.VersionMissing;
                if (version != business.BankDetails.View().Version) return BusinessFailures.ChangedMeanwhile;

                if (business.BankDetails != wanted)
                {
                    var change = $"{BankDetailsRules.Masked(business.BankDetails)} → {BankDetailsRules.Masked(wanted)}";
                    business.BePaidAt(wanted);
                    db.AuditEntries.Add(AuditEntry.Record(businessId, member, "bank_details_saved", businessId, change, time.GetUtcNow()));
                    db.Announcements.Changed(LiveEventKinds.ShopChanged, businessId, businessId);
                    await db.SaveChangesAsync(cancellationToken);
                }

                return await read.HandleAsync(businessId, cancellationToken);
            },
            cancellationToken);
}

/// <summary>What annotations of the request cannot say.</summary>
internal static class BankDetailsRules
{
    private const int ShownDigits = 4;

    /// <summary>Null: all three are empty.</summary>
    public static BankDetails? Plain(SaveBankDetailsRequest saved)
    {
        var details = new BankDetails(ShopText.InOneLine(saved.Bank), saved.AccountNumber.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal), ShopText.InOneLine(saved.AccountName));
        return details is { Bank: "", AccountNumber: "", AccountName: "" } ? null : details;
    }

    public static Failure? Refuse(BankDetails details) =>
        NameProblem(details.Bank, "Say at which bank.") is { } bank ? Failure.Invalid("bank", bank)
        : details.AccountNumber.Length != BankDetailsLimits.Digits || !details.AccountNumber.All(char.IsAsciiDigit) ? Failure.Invalid("accountNumber", "An account number has ten digits.")
        : NameProblem(details.AccountName, "Say whose account it is, as the bank shows it.") is { } name ? Failure.Invalid("accountName", name)
        : null;

    /// <summary>Enough to know which account it was, and too little to pay into it.</summary>
    public static string Masked(BankDetails? details) => details is null ? "none" : $"{details.Bank} ••••••{details.AccountNumber[^Math.Min(ShownDigits, details.AccountNumber.Length)..]} {details.AccountName}";

    private static string? NameProblem(string name, string missing) => name.Length == 0 ? missing
        : ShopText.HoldsControls(name) ? ShopText.NoControls
        : null;
}
