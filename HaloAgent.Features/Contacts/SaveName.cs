using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Contacts;

/// <summary>What the customer wants to be called.</summary>
public sealed class SaveName(HaloDbContext db, BlindIndex index)
{
    public Task<Outcome<string>> HandleAsync(Guid businessId, Guid contactId, string name, CancellationToken cancellationToken) =>
        db.InTransactionAsync<string>(
            async () =>
            {
                if (string.IsNullOrWhiteSpace(name))
                {
                    return Failure.Invalid("name", "The name is empty.");
                }

                var contact = await db.Contacts.FirstOrDefaultAsync(c => c.Id == contactId && c.BusinessId == businessId, cancellationToken);
                if (contact is null)
                {
                    return Compliance.OptOut.NoSuchContact;
                }

                contact.Rename(name, index);
                await db.SaveChangesAsync(cancellationToken);
                return contact.Name!;
            },
            cancellationToken);
}
