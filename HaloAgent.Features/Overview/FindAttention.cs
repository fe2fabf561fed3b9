using HaloAgent.Businesses;
using HaloAgent.Contracts.Overview;
using HaloAgent.Conversations;
using HaloAgent.Data;
using HaloAgent.Messaging;
using HaloAgent.Orders;
using HaloAgent.Payments;

namespace HaloAgent.Overview;

/// <summary>The decisions that wait for a person: money first, then people who asked for one, then what got stuck; oldest first.</summary>
public sealed class FindAttention(HaloDbContext db, TimeProvider time)
{
    /// <summary>In characters: two lines on a phone.</summary>
    private const int Longest = 120;

    public async Task<FoundAttention> HandleAsync(Business business, CancellationToken cancellationToken) => FoundAttention.Of(
    [
        AttentionOfAKind.Of("missing_bank_details", MissingBankDetails(business)),
        await PaymentsAsync(business.Id, cancellationToken),
        await EscalationsAsync(business.Id, cancellationToken),
        await StuckOrdersAsync(business.Id, cancellationToken),
        await FailedMessagesAsync(business.Id, cancellationToken),
    ]);

    private static IReadOnlyList<AttentionItem> MissingBankDetails(Business business) => business.BankDetails is not null
        ? []
        : [new AttentionItem("missing_bank_details", null, "No bank details yet", "Customers are told that you will send them.", null, business.CreatedAt)];

    private Task<AttentionOfAKind> PaymentsAsync(Guid businessId, CancellationToken cancellationToken)
    {
        var claims =
            from claim in db.WaitingClaimsOf(businessId)
            join order in db.Orders on claim.OrderId equals order.Id
            join contact in db.Contacts on order.ContactId equals contact.Id
            orderby claim.ClaimedAt
            select new { order.Id, order.Number, order.Total, contact.Name, Claim = claim };
        return AttentionOfAKind.ReadAsync("payment_review", claims, row => new AttentionItem(
            "payment_review", row.Id, row.Claim.Sentence(row.Name, $"{row.Number:D4}", row.Total), $"Order {row.Number:D4}. Check your bank, then approve.",
            row.Total.Naira, row.Claim.ClaimedAt, row.Name, row.Claim.Source), cancellationToken);
    }

    private Task<AttentionOfAKind> EscalationsAsync(Guid businessId, CancellationToken cancellationToken)
    {
        var open =
            from escalation in db.Escalations
            join contact in db.Contacts on escalation.ContactId equals contact.Id
            where escalation.BusinessId == businessId && escalation.ResolvedAt == null
            orderby escalation.OpenedAt
            select new { escalation.ConversationId, escalation.Reason, escalation.Detail, escalation.Summary, contact.Name, escalation.OpenedAt };
        return AttentionOfAKind.ReadAsync("escalation", open, row => new AttentionItem(
            "escalation", row.ConversationId, $"{row.Name ?? "A customer"} {EscalationWords.Of(row.Reason)}",
            InOneLine(row.Detail) ?? AfterTitle(row.Summary) ?? "Open the chat to answer.", null, row.OpenedAt, row.Name), cancellationToken);
    }

    private Task<AttentionOfAKind> StuckOrdersAsync(Guid businessId, CancellationToken cancellationToken)
    {
        var stuck = db.Orders.Where(o => o.BusinessId == businessId).StuckAt(time.GetUtcNow())
            .Select(o => new { o.Id, o.Number, o.Status, o.Total, Since = o.History.Max(c => c.At) }).OrderBy(o => o.Since);
        return AttentionOfAKind.ReadAsync("stuck_order", stuck, row => new AttentionItem(
            "stuck_order", row.Id, $"Order {row.Number:D4} has not moved for hours", $"It is {row.Status.WireName()}. Move it on, or tell the customer.",
            row.Total.Naira, row.Since), cancellationToken);
    }

    /// <summary>One a chat, however many messages failed in it.</summary>
    private Task<AttentionOfAKind> FailedMessagesAsync(Guid businessId, CancellationToken cancellationToken)
    {
        var failed = db.Messages.UndeliveredLately(businessId, time.GetUtcNow());
        var chats =
            from chat in failed.GroupBy(m => m.ConversationId).Select(its => new { ConversationId = its.Key, Since = its.Min(m => m.CreatedAt) })
            join conversation in db.Conversations on chat.ConversationId equals conversation.Id
            join contact in db.Contacts on conversation.ContactId equals contact.Id
            orderby chat.Since
            select new
            {
                chat.ConversationId,
                chat.Since,
                contact.Name,
                Reason = failed.Where(m => m.ConversationId == chat.ConversationId).OrderBy(m => m.Id).Select(m => m.FailureReason).FirstOrDefault(),
            };
        return AttentionOfAKind.ReadAsync("failed_message", chats, row => new AttentionItem(
            "failed_message", row.ConversationId, $"A message to {row.Name ?? "a customer"} was not delivered", row.Reason ?? "Open the chat to see it.",
            null, row.Since, row.Name), cancellationToken);
    }

    /// <summary>What it is about, mostly the customer's own words; the whole brief stands in the chat.</summary>
    private static string? InOneLine(string? detail) => string.IsNullOrWhiteSpace(detail) ? null : ShortText.Of(detail.Trim(), Longest);

    /// <summary>The title says already who it is and why.</summary>
    private static string? AfterTitle(string? summary) => summary?.Split('\n') is [_, _, ..] lines ? InOneLine(string.Join(' ', lines.Skip(1))) : null;
}
