using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Contacts;

/// <summary>The contacts that a search means: by phone number in any form, or by all the words of a name.</summary>
internal static class FindContacts
{
    /// <summary>Null when the text is neither.</summary>
    public static IQueryable<Contact>? Named(this DbSet<Contact> contacts, Guid businessId, string text, BlindIndex index)
    {
        var mine = contacts.Where(c => c.BusinessId == businessId);
        if (PhoneNumber.Parse(text)?.Index(index, businessId) is { } phone)
        {
            return mine.Where(c => c.PhoneIndex == phone);
        }

        var words = NameWords.ToFind(text, index, businessId);
        return words.Length == 0 ? null : mine.Where(c => words.All(word => c.NameWords.Contains(word)));
    }
}
