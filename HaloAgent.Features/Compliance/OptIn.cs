using HaloAgent.Contracts.Live;
using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Compliance;

/// <summary>The customer wants to hear from the shop again.</summary>
public sealed class OptIn(HaloDbContext db, TimeProvider time)
{
    public Task<Outcome<Guid>> HandleAsync(Guid businessId, Guid contactId, long? evidence, Actor by, CancellationToken cancellationToken) =>
        db.InTransactionAsync<Guid>(
            async () =>
            {
                var contact = await db.Contacts.FirstOrDefaultAsync(c => c.Id == contactId && c.BusinessId == businessId, cancellationToken);
                if (contact is null)
                {
                    return OptOut.NoSuchContact;
                }

                contact.OptIn();
                db.Consents.Add(Consent.Record(businessId, contactId, ConsentPurpose.Messages, granted: true, evidence, by, time.GetUtcNow()));
                await db.SaveChangesAsync(cancellationToken);
                foreach (var conversation in await db.Conversations.Where(c => c.ContactId == contactId).Select(c => c.Id).ToListAsync(cancellationToken))
                {
                    db.Announcements.Changed(LiveEventKinds.ConversationChanged, businessId, conversation);
                }

                return contactId;
            },
            cancellationToken);
}
