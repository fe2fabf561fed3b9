using HaloAgent.Data;
using HaloAgent.Messaging;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Conversations;

/// <summary>What the customer has written since anybody of the shop, agent or person, wrote last.</summary>
public sealed class ReadUnanswered(HaloDbContext db, MessageCodec codec)
{
    private const int Most = 5;

    /// <returns>In order; the newest where there are many.</returns>
    public async Task<IReadOnlyList<UnansweredMessage>> HandleAsync(Guid businessId, Guid conversationId, CancellationToken cancellationToken)
    {
        var mine = db.Messages.AsNoTracking().Where(m => m.BusinessId == businessId && m.ConversationId == conversationId);
        var answered = await mine
            .Where(m => (m.Author == MessageAuthor.Agent || m.Author == MessageAuthor.Owner) && m.DeliveryStatus != DeliveryStatus.Withdrawn)
            .MaxAsync(m => (long?)m.Id, cancellationToken) ?? 0;
        var rows = await mine.Where(m => m.Direction == MessageDirection.Inbound && m.Id > answered)
            .OrderByDescending(m => m.Id).Take(Most).Select(m => new { m.Id, m.Content }).ToListAsync(cancellationToken);
        rows.Reverse();
        return [.. rows.Select(row => new UnansweredMessage(row.Id, codec.Decode(row.Content).Content))];
    }
}

public sealed record UnansweredMessage(long Id, MessageContent Content);
