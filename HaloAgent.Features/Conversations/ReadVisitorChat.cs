using System.Globalization;
using HaloAgent.Contracts.Conversations;
using HaloAgent.Data;
using HaloAgent.Messaging;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Conversations;

/// <summary>
/// A web chat as its visitor sees it: what they wrote, and what was really sent to them. A row's id says little about when it became
/// visible (a reply may be committed after a later question), so whatever is young is told again; the browser shows an id once.
/// </summary>
public sealed class ReadVisitorChat(HaloDbContext db, MessageCodec codec, TimeProvider time)
{
    private const int Most = 100;
    private static readonly TimeSpan Young = TimeSpan.FromMinutes(2);

    /// <param name="after">The last message that is known; null for the newest ones.</param>
    public async Task<IReadOnlyList<ChatMessageView>> HandleAsync(Guid conversationId, long? after, CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - Young;
        var rows = await db.Messages.AsNoTracking()
            .Where(m => m.ConversationId == conversationId
                && (m.Direction == MessageDirection.Inbound
                    || (m.DeliveryStatus >= DeliveryStatus.Sent && m.DeliveryStatus != DeliveryStatus.Failed && m.DeliveryStatus != DeliveryStatus.Withdrawn))
                && (after == null || m.Id > after || m.CreatedAt > since || m.FirstAttemptAt > since))
            .OrderByDescending(m => m.Id).Take(Most).ToListAsync(cancellationToken);
        return [.. rows.AsEnumerable().Reverse().Select(View)];
    }

    private ChatMessageView View(Message message)
    {
        var content = codec.Decode(message.Content).Content;
        var image = content.Media.Select(item => item.ProductImageId).FirstOrDefault();
        return new ChatMessageView(
            message.Id.ToString(CultureInfo.InvariantCulture),
            message.Direction == MessageDirection.Inbound && Guid.TryParse(message.ProviderMessageId?.Split(':')[^1], out var client) ? client : null,
            message.Author switch { MessageAuthor.Customer => "visitor", MessageAuthor.Owner => "owner", _ => "agent" },
            content.Text, image is { } id ? $"/api/public/images/{id}" : null, message.CreatedAt);
    }
}
