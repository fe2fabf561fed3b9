using HaloAgent.Data;
using HaloAgent.Messaging;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Conversations;

/// <summary>What a member and the customer said while the member had the chat: the last of it, in their own words, shortened.</summary>
public sealed class SummariseHeldChat(HaloDbContext db, MessageCodec codec)
{
    private const int Most = 6;
    private const int LongestQuote = 160;

    /// <param name="note">The member's own words for whoever goes on; may be null.</param>
    public async Task<string> HandleAsync(Guid businessId, Guid conversationId, string member, DateTimeOffset since, string? note, CancellationToken cancellationToken)
    {
        var rows = await db.Messages.AsNoTracking()
            .Where(m => m.BusinessId == businessId && m.ConversationId == conversationId && m.CreatedAt >= since
                && (m.Author == MessageAuthor.Customer || m.Author == MessageAuthor.Owner) && m.DeliveryStatus != DeliveryStatus.Withdrawn)
            .OrderByDescending(m => m.Id).Take(Most)
            .Select(m => new { m.Author, m.AuthorName, m.Content }).ToListAsync(cancellationToken);
        rows.Reverse();
        return string.Join('\n',
        [
            rows.Count == 0 ? $"{member} had the chat; nothing was written." : $"{member} had the chat.",
            .. string.IsNullOrWhiteSpace(note) ? (IEnumerable<string>)[] : [$"Note: {Short(note)}"],
            .. rows.Select(row => $"{(row.Author == MessageAuthor.Owner ? row.AuthorName ?? member : "Customer")}: “{Short(codec.Decode(row.Content).Content.Text)}”"),
        ]);
    }

    private static string Short(string text) => ShortText.Of(text.Trim(), LongestQuote);
}
