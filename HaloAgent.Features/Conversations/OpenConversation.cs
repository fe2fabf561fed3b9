using HaloAgent.Channels;
using HaloAgent.Contacts;
using HaloAgent.Data;
using HaloAgent.Messaging;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HaloAgent.Conversations;

/// <summary>
/// Routes a conversation's first message: finds the shop by the channel account, the contact by identity or phone number, or
/// creates them. The front door looked nothing up; this is where that is made good.
/// </summary>
public sealed class OpenConversation(HaloDbContext db, MessageCodec codec, BlindIndex index, TimeProvider time)
{
    /// <summary>Every message says who sent it; several are looked at because one may be damaged.</summary>
    private const int Looked = 20;

    public async Task<Opening> HandleAsync(Guid conversationId, CancellationToken cancellationToken)
    {
        var first = await db.Messages.AsNoTracking()
            .Where(m => m.ConversationId == conversationId && m.Direction == MessageDirection.Inbound && m.TurnId == null)
            .OrderBy(m => m.Id).Take(Looked).ToListAsync(cancellationToken);
        if (first is [])
        {
            return Opening.NothingWaits;
        }

        var account = await db.ChannelAccounts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == first[0].ChannelAccountId, cancellationToken);
        if (account is null || first.Select(message => codec.Decode(message.Content).Sender).FirstOrDefault(known => known is not null) is not { } sender)
        {
            await MarkUnroutedAsync(conversationId, cancellationToken);
            return Opening.Unrouted;
        }

        await OpenAsync(conversationId, account, sender, cancellationToken);
        return Opening.Opened;
    }

    private async Task OpenAsync(Guid conversationId, ChannelAccount account, MessageSender sender, CancellationToken cancellationToken)
    {
        const int attempts = 3;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var identity = await IdentifyAsync(account, sender, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                await InsertConversationAsync(conversationId, account, identity, cancellationToken);
                return;
            }
            catch (DbUpdateException clash) when (attempt < attempts && clash.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
            {
                // The same person arrived on another channel at the same moment and was created there: find them instead.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<ContactIdentity> IdentifyAsync(ChannelAccount account, MessageSender sender, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var hash = ConversationKeys.ExternalId(index, account.Id, sender.ExternalId);
        var alternate = sender.AlternateExternalId is { } id ? ConversationKeys.ExternalId(index, account.Id, id) : hash;
        var known = await db.ContactIdentities
            .Where(i => i.ChannelAccountId == account.Id && (i.ExternalIdHash == hash || i.ExternalIdHash == alternate))
            .ToListAsync(cancellationToken);
        if (known.Find(i => i.ExternalIdHash.SequenceEqual(hash)) is { } same)
        {
            return same;
        }

        var phone = PhoneNumber.Parse(sender.PhoneNumber);
        var contact = known is [var other, ..]
            ? await db.Contacts.SingleAsync(c => c.Id == other.ContactId && c.BusinessId == account.BusinessId, cancellationToken)
            : await FindByPhoneAsync(account.BusinessId, phone, cancellationToken) ?? Add(Contact.Create(account.BusinessId, sender.ProfileName, phone, index, now));
        // A number that is already somebody's here stays theirs: which of the two this is, a person has to say.
        if (contact.PhoneNumber is null && await FindByPhoneAsync(account.BusinessId, phone, cancellationToken) is null)
        {
            contact.Call(phone, index);
        }

        var identity = ContactIdentity.Create(contact, account.Id, sender.ExternalId, hash, now);
        db.ContactIdentities.Add(identity);
        if (sender.AlternateExternalId is { } alternateId && known.Count == 0)
        {
            db.ContactIdentities.Add(ContactIdentity.Create(contact, account.Id, alternateId, alternate, now));
        }

        return identity;
    }

    private async Task<Contact?> FindByPhoneAsync(Guid businessId, PhoneNumber? phone, CancellationToken cancellationToken)
    {
        var phoneIndex = phone?.Index(index, businessId);
        return phoneIndex is null ? null : await db.Contacts.FirstOrDefaultAsync(c => c.BusinessId == businessId && c.PhoneIndex == phoneIndex, cancellationToken);
    }

    private Contact Add(Contact contact)
    {
        db.Contacts.Add(contact);
        return contact;
    }

    private Task<int> InsertConversationAsync(Guid conversationId, ChannelAccount account, ContactIdentity identity, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO conversations (id, business_id, channel_account_id, contact_id, identity_id, epoch, unread_count, created_at)
            VALUES ({conversationId}, {account.BusinessId}, {account.Id}, {identity.ContactId}, {identity.Id}, 1, 0, {time.GetUtcNow()})
            ON CONFLICT DO NOTHING
            """,
            cancellationToken);

    private Task<int> MarkUnroutedAsync(Guid conversationId, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"UPDATE message_logs SET turn_id = {Guid.Empty} WHERE conversation_id = {conversationId} AND direction = 0 AND turn_id IS NULL",
            cancellationToken);
}

/// <summary>What became of a conversation's first messages.</summary>
public enum Opening
{
    Opened,
    NothingWaits,

    /// <summary>Nobody owns the address that was written to, or no message can be read: they stay in the log, marked.</summary>
    Unrouted,
}
