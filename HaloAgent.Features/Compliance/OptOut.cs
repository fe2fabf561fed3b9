using HaloAgent.Contacts;
using HaloAgent.Contracts.Live;
using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Compliance;

/// <summary>The customer asked for no more messages: silence at once, and what has not been sent yet is withdrawn.</summary>
public sealed class OptOut(HaloDbContext db, TimeProvider time)
{
    public static readonly Failure NoSuchContact = Failure.NotFound("contact");

    /// <param name="evidence">The message in which they said so.</param>
    public Task<Outcome<Guid>> HandleAsync(Guid businessId, Guid contactId, long? evidence, Actor by, CancellationToken cancellationToken) =>
        db.InTransactionAsync<Guid>(
            async () =>
            {
                var contact = await db.Contacts.FirstOrDefaultAsync(c => c.Id == contactId && c.BusinessId == businessId, cancellationToken);
                if (contact is null)
                {
                    return NoSuchContact;
                }

                var now = time.GetUtcNow();
                contact.OptOut(now);
                db.Consents.Add(Consent.Record(businessId, contactId, ConsentPurpose.Messages, granted: false, evidence, by, now));
                await db.SaveChangesAsync(cancellationToken);
                await WithdrawUnsentAsync(contact, cancellationToken);
                await AnnounceAsync(contact, cancellationToken);
                return contactId;
            },
            cancellationToken);

    private Task<int> WithdrawUnsentAsync(Contact contact, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            UPDATE message_logs m SET delivery_status = 100, failure_code = 'opted_out', failure_reason = 'Not sent: the customer asked for no more messages.'
            FROM conversations c
            WHERE c.contact_id = {contact.Id} AND m.conversation_id = c.id AND m.undelivered AND m.delivery_status = 0
            """,
            cancellationToken);

    private async Task AnnounceAsync(Contact contact, CancellationToken cancellationToken)
    {
        foreach (var conversation in await db.Conversations.Where(c => c.ContactId == contact.Id).Select(c => c.Id).ToListAsync(cancellationToken))
        {
            db.Announcements.Changed(LiveEventKinds.ConversationChanged, contact.BusinessId, conversation);
        }
    }
}
