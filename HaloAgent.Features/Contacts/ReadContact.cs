using HaloAgent.Contracts.Contacts;
using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Contacts;

/// <summary>One customer of the shop, and the chat in which they wrote last.</summary>
public sealed class ReadContact(HaloDbContext db)
{
    public async Task<Outcome<ContactView>> HandleAsync(Guid businessId, Guid contactId, CancellationToken cancellationToken)
    {
        var row = await db.Contacts.AsNoTracking().Where(c => c.Id == contactId && c.BusinessId == businessId)
            .Select(c => new ContactRow(c, db.Orders.Count(o => o.BusinessId == businessId && o.ContactId == c.Id))).SingleOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return Failure.NotFound("customer");
        }

        var chat = await db.Conversations.Where(c => c.BusinessId == businessId && c.ContactId == contactId)
            .OrderByDescending(c => c.LastMessageAt ?? c.CreatedAt).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(cancellationToken);
        return row.View() with { ConversationId = chat };
    }
}
