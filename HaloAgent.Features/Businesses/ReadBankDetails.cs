using HaloAgent.Contracts.Businesses;
using HaloAgent.Conversations;
using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Businesses;

/// <summary>Where the shop is paid, and how many of its customers wait to be told.</summary>
public sealed class ReadBankDetails(HaloDbContext db)
{
    public async Task<BankDetailsView> HandleAsync(Guid businessId, CancellationToken cancellationToken)
    {
        var bank = await db.Businesses.AsNoTracking().Where(b => b.Id == businessId).Select(b => b.BankDetails).SingleAsync(cancellationToken);
        var waiting = await db.Escalations
            .Where(e => e.BusinessId == businessId && e.Reason == EscalationReason.PaymentDetailsMissing && e.ResolvedAt == null)
            .Select(e => e.ContactId).Distinct().CountAsync(cancellationToken);
        return bank.View() with { WaitingCustomers = waiting };
    }
}

internal static class BankDetailsViews
{
    public static BankDetailsView View(this BankDetails? bank)
    {
        var view = new BankDetailsView(bank?.Bank ?? "", bank?.AccountNumber ?? "", bank?.AccountName ?? "", 0, 0);
        return view with { Version = ContentVersion.Of(view) };
    }
}
