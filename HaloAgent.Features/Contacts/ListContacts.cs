using HaloAgent.Contracts.Contacts;
using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Contacts;

/// <summary>The shop's customers, those last seen first.</summary>
public sealed class ListContacts(HaloDbContext db, BlindIndex index)
{
    public async Task<Outcome<Page<ContactView>>> HandleAsync(
        Guid businessId, string? search, int limit, string? cursor, CancellationToken cancellationToken)
    {
        var after = Cursor.Read(cursor);
        if (!after.Succeeded)
        {
            return after.Failure;
        }

        var contacts = string.IsNullOrWhiteSpace(search)
            ? db.Contacts.Where(c => c.BusinessId == businessId)
            : db.Contacts.Named(businessId, search, index) ?? db.Contacts.Where(_ => false);
        if (after.Value is { } end)
        {
            contacts = contacts.Where(c => (c.LastSeenAt ?? c.CreatedAt) < end.Time
                || ((c.LastSeenAt ?? c.CreatedAt) == end.Time && c.Id < end.Minor));
        }

        var rows = await contacts.AsNoTracking()
            .OrderByDescending(c => c.LastSeenAt ?? c.CreatedAt).ThenByDescending(c => c.Id)
            .Take(limit + 1)
            .Select(c => new ContactRow(c, db.Orders.Count(o => o.BusinessId == businessId && o.ContactId == c.Id)))
            .ToListAsync(cancellationToken);
        return Page.Of(
            rows, limit, row => Cursor.At(row.Contact.LastSeenAt ?? row.Contact.CreatedAt, row.Contact.Id), page => page.Select(row => row.View()).ToList());
    }
}

internal sealed record ContactRow(Contact Contact, int OrderCount)
{
    public ContactView View() => new(
        Contact.Id, Contact.Name, Contact.PhoneNumber, Contact.Language, Contact.OptedOutAt is null, OrderCount, Contact.LoyaltyPoints,
        Contact.CreatedAt, Contact.LastSeenAt);
}
