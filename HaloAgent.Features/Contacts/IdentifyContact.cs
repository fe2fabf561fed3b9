using HaloAgent.Contracts.Contacts;
using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HaloAgent.Contacts;

/// <summary>Finds the contact of a phone number, however it is written, or creates it. A name is taken only where there is none.</summary>
public sealed class IdentifyContact(HaloDbContext db, BlindIndex index, TimeProvider time)
{
    public async Task<Outcome<ContactView>> HandleAsync(Guid businessId, string phoneNumber, string? name, CancellationToken cancellationToken)
    {
        if (PhoneNumber.Parse(phoneNumber) is not { } phone)
        {
            return Failure.Invalid("phoneNumber", "This is no phone number. Write it like 0803 123 4567 or +234 803 123 4567.");
        }

        var contact = await FindAsync(businessId, phone, cancellationToken) ?? await CreateAsync(businessId, phone, name, cancellationToken);
        if (contact.Name is null)
        {
            contact.Rename(name, index);
            await db.SaveChangesAsync(cancellationToken);
        }

        var orders = await db.Orders.CountAsync(o => o.BusinessId == businessId && o.ContactId == contact.Id, cancellationToken);
        return new ContactRow(contact, orders).View();
    }

    private Task<Contact?> FindAsync(Guid businessId, PhoneNumber phone, CancellationToken cancellationToken)
    {
        var hash = phone.Index(index, businessId);
        return db.Contacts.SingleOrDefaultAsync(c => c.BusinessId == businessId && c.PhoneIndex == hash, cancellationToken);
    }

    private async Task<Contact> CreateAsync(Guid businessId, PhoneNumber phone, string? name, CancellationToken cancellationToken)
    {
        var contact = Contact.Create(businessId, name, phone, index, time.GetUtcNow());
        db.Contacts.Add(contact);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return contact;
        }
        catch (DbUpdateException clash) when (clash.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // Somebody created it at the same moment.
            db.ChangeTracker.Clear();
            return await FindAsync(businessId, phone, cancellationToken) ?? throw new InvalidOperationException("A contact that clashed is gone.", clash);
        }
    }
}
