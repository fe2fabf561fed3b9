using HaloAgent.Businesses;
using HaloAgent.Contracts.Overview;
using HaloAgent.Conversations;
using HaloAgent.Data;
using HaloAgent.Messaging;
using HaloAgent.Orders;
using HaloAgent.Payments;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Overview;

/// <summary>The decisions that wait for a person: money first, then people who asked for one, then what got stuck; oldest first.</summary>
public sealed class FindAttention(HaloDbContext db, TimeProvider time)
{
    private const int MostOfAKind = 20;

    /// <summary>In characters: two lines on a phone.</summary>
    private const int Longest = 120;

    /// <summary>A paid order that nobody moved for this long is stuck.</summary>
    private static readonly TimeSpan Stuck = TimeSpan.FromHours(3);

    private static readonly TimeSpan FailuresSince = TimeSpan.FromDays(3);

    public async Task<IReadOnlyList<AttentionItem>> HandleAsync(Business business, CancellationToken cancellationToken) =>
    [
        .. MissingBankDetails(business),
        .. await PaymentsAsync(business.Id, cancellationToken),
        .. await EscalationsAsync(business.Id, cancellationToken),
        .. await StuckOrdersAsync(business.Id, cancellationToken),
        .. await FailedMessagesAsync(business.Id, cancellationToken),
    ];

    private static IEnumerable<AttentionItem> MissingBankDetails(Business business) => business.BankDetails is not null
        ? []
        : [new AttentionItem("missing_bank_details", null, "No bank details yet", "Customers are told that you will send them.", null, business.CreatedAt)];

    private async Task<IEnumerable<AttentionItem>> PaymentsAsync(Guid businessId, CancellationToken cancellationToken)
    {
        var rows = await (
            from payment in db.Payments
            join order in db.Orders on payment.OrderId equals order.Id
            join contact in db.Contacts on order.ContactId equals contact.Id
            where payment.BusinessId == businessId && payment.Status == PaymentStatus.Claimed
            orderby payment.ClaimedAt
            select new { order.Id, order.Number, order.Total, contact.Name, payment.ClaimedAt }).Take(MostOfAKind).ToListAsync(cancellationToken);
        return rows.Select(row => new AttentionItem(
            "payment_review", row.Id, $"{row.Name ?? "A customer"} says they paid {row.Total}", $"Order {row.Number:D4}. Check your bank, then approve.",
            row.Total.Naira, row.ClaimedAt));
    }

    private async Task<IEnumerable<AttentionItem>> EscalationsAsync(Guid businessId, CancellationToken cancellationToken)
    {
        var rows = await (
            from escalation in db.Escalations
            join contact in db.Contacts on escalation.ContactId equals contact.Id
            where escalation.BusinessId == businessId && escalation.ResolvedAt == null
            orderby escalation.OpenedAt
            select new { escalation.ConversationId, escalation.Reason, escalation.Detail, escalation.Summary, contact.Name, escalation.OpenedAt })
            .Take(MostOfAKind).ToListAsync(cancellationToken);
        return rows.Select(row => new AttentionItem(
            "escalation", row.ConversationId, $"{row.Name ?? "A customer"} {EscalationWords.Of(row.Reason)}", InOneLine(row.Detail) ?? AfterTitle(row.Summary) ?? "Open the chat to answer.", null, row.OpenedAt));
    }

    private async Task<IEnumerable<AttentionItem>> StuckOrdersAsync(Guid businessId, CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - Stuck;
        var rows = await db.Orders
            .Where(o => o.BusinessId == businessId && (o.Status == OrderStatus.Paid || o.Status == OrderStatus.Preparing) && o.CreatedAt < before)
            .Select(o => new { o.Id, o.Number, o.Status, o.Total, Since = o.History.Max(c => c.At) })
            .Where(o => o.Since < before).OrderBy(o => o.Since).Take(MostOfAKind).ToListAsync(cancellationToken);
        return rows.Select(row => new AttentionItem(
            "stuck_order", row.Id, $"Order {row.Number:D4} has not moved for hours", $"It is {row.Status.WireName()}. Move it on, or tell the customer.",
            row.Total.Naira, row.Since));
    }

    private async Task<IEnumerable<AttentionItem>> FailedMessagesAsync(Guid businessId, CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - FailuresSince;
        var rows = await (
            from message in db.Messages
            join conversation in db.Conversations on message.ConversationId equals conversation.Id
            join contact in db.Contacts on conversation.ContactId equals contact.Id
            where message.BusinessId == businessId && message.CreatedAt >= since && message.Failed && message.FailureCode != "opted_out"
            orderby message.CreatedAt
            select new { message.ConversationId, message.FailureReason, contact.Name, message.CreatedAt }).Take(MostOfAKind).ToListAsync(cancellationToken);
        return rows.DistinctBy(row => row.ConversationId).Select(row => new AttentionItem(
            "failed_message", row.ConversationId, $"A message to {row.Name ?? "a customer"} was not delivered", row.FailureReason ?? "Open the chat to see it.",
            null, row.CreatedAt));
    }

    /// <summary>The title says already who it is and why.</summary>
    /// <summary>What it is about, mostly the customer's own words; the whole brief stands in the chat.</summary>
    private static string? InOneLine(string? detail) => string.IsNullOrWhiteSpace(detail) ? null : ShortText.Of(detail.Trim(), Longest);

    private static string? AfterTitle(string? summary) => summary?.Split('\n') is [_, _, ..] lines ? InOneLine(string.Join(' ', lines.Skip(1))) : null;
}
