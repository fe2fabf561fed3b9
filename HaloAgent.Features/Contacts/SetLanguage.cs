using HaloAgent.Compliance;
using HaloAgent.Data;
using HaloAgent.Languages;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Contacts;

/// <summary>The customer asked to be written to in another language.</summary>
public sealed class SetLanguage(HaloDbContext db)
{
    /// <param name="language">A code such as <c>yo</c>; one that the shop does not speak is refused.</param>
    public Task<Outcome<string>> HandleAsync(Guid businessId, Guid contactId, string language, CancellationToken cancellationToken) =>
        db.InTransactionAsync<string>(
            async () =>
            {
                if (!LanguageResources.Has(language))
                {
                    return Failure.Invalid("language", $"The languages are {string.Join(", ", LanguageResources.Codes)}.");
                }

                var contact = await db.Contacts.FirstOrDefaultAsync(c => c.Id == contactId && c.BusinessId == businessId, cancellationToken);
                if (contact is null)
                {
                    return OptOut.NoSuchContact;
                }

                contact.Speak(language);
                await db.SaveChangesAsync(cancellationToken);
                return language;
            },
            cancellationToken);
}
