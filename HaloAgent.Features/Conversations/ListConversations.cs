using HaloAgent.Channels;
using HaloAgent.Contacts;
using HaloAgent.Contracts.Conversations;
using HaloAgent.Data;
using HaloAgent.Messaging;
using HaloAgent.Orders;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Conversations;

/// <summary>The shop's conversations, those with the newest message first.</summary>
public sealed class ListConversations(HaloDbContext db, BlindIndex index, TimeProvider time)
{
    /// <summary>What a list can be narrowed to.</summary>
    public static readonly IReadOnlyList<string> Filters = ["all", "attention", "held", "unread", "undelivered"];

    /// <summary>WhatsApp lets a business write freely for this long after the customer's last message.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    /// <param name="filter">One of <see cref="Filters"/>; null for all.</param>
    /// <param name="search">Phone number or words of the customer's name.</param>
    public async Task<Outcome<Page<ConversationView>>> HandleAsync(
        Guid businessId, string? filter, string? search, int limit, string? cursor, CancellationToken cancellationToken)
    {
        var after = Cursor.Read(cursor);
        if (!after.Succeeded)
        {
            return after.Failure;
        }

        if (!Filters.Contains(filter ?? "all"))
        {
            return Failure.Invalid("filter", $"A filter is one of: {string.Join(", ", Filters)}.");
        }

        var conversations = Search(Filter(db.Conversations.Where(c => c.BusinessId == businessId), businessId, filter), businessId, search);
        if (after.Value is { } end)
        {
            conversations = conversations.Where(c => (c.LastMessageAt ?? c.CreatedAt) < end.Time
                || ((c.LastMessageAt ?? c.CreatedAt) == end.Time && c.Id < end.Minor));
        }

        var rows = await Rows(businessId, conversations.OrderByDescending(c => c.LastMessageAt ?? c.CreatedAt).ThenByDescending(c => c.Id).Take(limit + 1))
            .ToListAsync(cancellationToken);
        return Page.Of(
            [.. rows.OrderByDescending(LastAt).ThenByDescending(row => row.Conversation.Id, IdOrder.Instance)],
            limit, row => Cursor.At(LastAt(row), row.Conversation.Id), page => page.Select(View).ToList());
    }

    /// <summary>One of them.</summary>
    public async Task<Outcome<ConversationView>> HandleAsync(Guid businessId, Guid conversationId, CancellationToken cancellationToken)
    {
        var row = await Rows(businessId, db.Conversations.Where(c => c.Id == conversationId && c.BusinessId == businessId)).SingleOrDefaultAsync(cancellationToken);
        return row is null ? TakeOverConversation.NoSuchConversation : View(row) with
        {
            Escalations = await EscalationsAsync(conversationId, cancellationToken),
            HandBack = row.Conversation is { HandedBackAt: { } at, HandedBackBy: { } by, HandBackSummary: { } summary } ? new HandBackView(by, at, summary) : null,
        };
    }

    private async Task<IReadOnlyList<EscalationView>> EscalationsAsync(Guid conversationId, CancellationToken cancellationToken)
    {
        var open = await db.Escalations.AsNoTracking().Where(e => e.ConversationId == conversationId && e.ResolvedAt == null)
            .OrderBy(e => e.OpenedAt).ToListAsync(cancellationToken);
        return [.. open.Select(e => new EscalationView(e.Id, WireNames.Of(e.Reason), e.Detail, e.Summary, e.SuggestedReply, e.OpenedAt))];
    }

    private IQueryable<Conversation> Filter(IQueryable<Conversation> conversations, Guid businessId, string? filter) => filter switch
    {
        "attention" => conversations.Where(c => db.Escalations.Any(e => e.ConversationId == c.Id && e.ResolvedAt == null)),
        "held" => conversations.Where(c => c.HeldByMemberId != null),
        "unread" => conversations.Where(c => c.UnreadCount > 0),
        "undelivered" => conversations.Where(c => db.Messages.UndeliveredLately(businessId, time.GetUtcNow()).Any(m => m.ConversationId == c.Id)),
        _ => conversations,
    };

    private IQueryable<Conversation> Search(IQueryable<Conversation> conversations, Guid businessId, string? search)
    {
        if (string.IsNullOrWhiteSpace(search))
        {
            return conversations;
        }

        var contacts = db.Contacts.Named(businessId, search, index)?.Select(c => c.Id);
        return contacts is null ? conversations.Where(_ => false) : conversations.Where(c => contacts.Contains(c.ContactId));
    }

    private IQueryable<Row> Rows(Guid businessId, IQueryable<Conversation> conversations) =>
        from conversation in conversations.AsNoTracking()
        join contact in db.Contacts on conversation.ContactId equals contact.Id
        join account in db.ChannelAccounts on conversation.ChannelAccountId equals account.Id
        select new Row
        {
            Conversation = conversation,
            Contact = contact,
            Channel = account.Channel,
            Attention = db.Escalations.Where(e => e.ConversationId == conversation.Id && e.ResolvedAt == null).OrderBy(e => e.OpenedAt).FirstOrDefault(),
            Undelivered = db.Messages.UndeliveredLately(businessId, time.GetUtcNow()).Any(m => m.ConversationId == conversation.Id),
        };

    private static DateTimeOffset LastAt(Row row) => row.Conversation.LastMessageAt ?? row.Conversation.CreatedAt;

    private static ConversationView View(Row row)
    {
        var (conversation, contact) = (row.Conversation, row.Contact);
        return new ConversationView(
            conversation.Id, WireNames.Of(row.Channel), OrderViews.Badge(contact), conversation.LastMessage, LowerCase(conversation.LastAuthor),
            conversation.LastMessageAt, conversation.UnreadCount, conversation.HeldByName, row.Attention is { } open ? WireNames.Of(open.Reason) : null,
            row.Attention?.OpenedAt, contact.Language, contact.OptedOutAt is not null,
            row.Channel == Channel.WhatsappTwilio ? conversation.LastInboundAt + Window : null, MessagesRemovedUntil: conversation.MessagesRemovedUntil)
        {
            Undelivered = row.Undelivered,
        };
    }

    private static string? LowerCase(string? author) => author is null ? null : System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(author);

    private sealed class Row
    {
        public required Conversation Conversation { get; init; }

        public required Contact Contact { get; init; }

        public required Channel Channel { get; init; }

        public required Escalation? Attention { get; init; }

        public required bool Undelivered { get; init; }
    }

    /// <summary>PostgreSQL orders ids by their bytes as written; .NET does not.</summary>
    private sealed class IdOrder : IComparer<Guid>
    {
        public static readonly IdOrder Instance = new();

        public int Compare(Guid x, Guid y) => x.ToByteArray(bigEndian: true).AsSpan().SequenceCompareTo(y.ToByteArray(bigEndian: true));
    }
}
