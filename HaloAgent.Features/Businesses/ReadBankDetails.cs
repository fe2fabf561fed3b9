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
        var waiting = await (from contact in db.Contacts
                             where contact.BusinessId == businessId && db.Escalations.Any(e =>
                                 e.BusinessId == businessId && e.ContactId == contact.Id && e.Reason == EscalationReason.PaymentDetailsMissing && e.ResolvedAt == null)
                             group contact by contact.OptedOutAt != null into those
                             select new { OptedOut = those.Key, Customers = those.Count() }).ToListAsync(cancellationToken);
        return bank.View() with
        {
            WaitingCustomers = waiting.Where(those => !those.OptedOut).Sum(those => those.Customers),
            OptedOutCustomers = waiting.Where(those => those.OptedOut).Sum(those => those.Customers),
        };
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
