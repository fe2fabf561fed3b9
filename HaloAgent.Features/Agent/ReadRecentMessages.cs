using HaloAgent.Data;
using HaloAgent.Messaging;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Agent;

/// <summary>The last messages of one conversation before a burst, as the agent remembers a chat.</summary>
public sealed class ReadRecentMessages(HaloDbContext db, MessageCodec codec)
{
    /// <param name="before">The first message of the burst: it and what came later are not read.</param>
    /// <returns>In order, the newest last; what was withdrawn unsent is left out.</returns>
    public async Task<IReadOnlyList<RecentMessage>> HandleAsync(Guid businessId, Guid conversationId, long before, int most, CancellationToken cancellationToken)
    {
        var rows = await db.Messages.AsNoTracking()
            .Where(m => m.BusinessId == businessId && m.ConversationId == conversationId && m.Id < before && m.DeliveryStatus != DeliveryStatus.Withdrawn)
            .OrderByDescending(m => m.Id).Take(most)
            .Select(m => new { m.Direction, m.Content }).ToListAsync(cancellationToken);
        rows.Reverse();
        return [.. rows.Select(row => new RecentMessage(row.Direction == MessageDirection.Inbound, codec.Decode(row.Content).Content.Text)).Where(message => message.Text.Length > 0)];
    }
}

/// <param name="FromCustomer">False: the shop, be it its agent or a person.</param>
public sealed record RecentMessage(bool FromCustomer, string Text);
