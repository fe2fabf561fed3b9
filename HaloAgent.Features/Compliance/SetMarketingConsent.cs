using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Compliance;

/// <summary>Whether the customer wants offers and news. Says nothing about answers to what they write themselves (<see cref="OptOut"/>).</summary>
public sealed class SetMarketingConsent(HaloDbContext db, TimeProvider time)
{
    /// <param name="evidence">The message in which they said so.</param>
    public Task<Outcome<bool>> HandleAsync(Guid businessId, Guid contactId, bool granted, long? evidence, Actor by, CancellationToken cancellationToken) =>
        db.InTransactionAsync<bool>(
            async () =>
            {
                if (!await db.Contacts.AnyAsync(c => c.Id == contactId && c.BusinessId == businessId, cancellationToken))
                {
                    return OptOut.NoSuchContact;
                }

                db.Consents.Add(Consent.Record(businessId, contactId, ConsentPurpose.Marketing, granted, evidence, by, time.GetUtcNow()));
                await db.SaveChangesAsync(cancellationToken);
                return granted;
            },
            cancellationToken);
}
