using HaloAgent.Businesses;
using HaloAgent.Compliance;
using HaloAgent.Contracts.Live;
using HaloAgent.Conversations;
using HaloAgent.Data;
using HaloAgent.Languages;
using HaloAgent.Messaging;
using HaloAgent.Orders;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Payments;

/// <summary>
/// Customers were told that the shop will send its bank details: now that there are some, each who still owes is sent them, in their
/// language, and nobody has to be asked for them any more.
/// </summary>
public sealed class SendPaymentDetails(HaloDbContext db, ContactOrders orders, QueueMessage queue, TimeProvider time)
{
    public static readonly Failure NoBankDetails = Failure.Conflict("no_bank_details", "Save your bank details first, then send them.");

    /// <returns>How many customers were sent them.</returns>
    public Task<Outcome<int>> HandleAsync(Guid businessId, Actor member, CancellationToken cancellationToken) =>
        db.InTransactionAsync<int>(
            async () =>
            {
                var business = await db.Businesses.AsNoTracking().SingleAsync(b => b.Id == businessId, cancellationToken);
                if (business.BankDetails is null) return NoBankDetails;

                var sent = 0;
                // By customer: who waits in two chats is told of each order once.
                foreach (var chats in (await WaitingAsync(businessId, cancellationToken)).GroupBy(waiting => waiting.ContactId))
                {
                    var told = await TellAsync(business, chats.First(), cancellationToken);
                    sent += told ? 1 : 0;
                    foreach (var waiting in chats)
                    {
                        waiting.Resolve(member.Name, time.GetUtcNow());
                        db.AuditEntries.Add(AuditEntry.Record(
                            businessId, member, told ? "payment_details_sent" : "escalation_resolved", waiting.ConversationId, told ? null : waiting.Reason.ToString(), time.GetUtcNow()));
                        db.Announcements.Changed(LiveEventKinds.EscalationChanged, businessId, waiting.ConversationId);
                    }
                }

                await db.SaveChangesAsync(cancellationToken);
                return sent;
            },
            cancellationToken);

    private Task<List<Escalation>> WaitingAsync(Guid businessId, CancellationToken cancellationToken) => db.Escalations
        .FromSql($"""
                  SELECT * FROM escalations WHERE business_id = {businessId} AND reason = {nameof(EscalationReason.PaymentDetailsMissing)}
                  AND resolved_at IS NULL ORDER BY id FOR NO KEY UPDATE
                  """)
        .ToListAsync(cancellationToken);

    /// <returns>False: this customer owes nothing any more.</returns>
    private async Task<bool> TellAsync(Business business, Escalation waiting, CancellationToken cancellationToken)
    {
        var owing = (await orders.OpenAsync(business.Id, waiting.ContactId, cancellationToken)).Where(order => order.Status.IsUnpaid()).ToList();
        if (owing.Count == 0) return false;

        var language = await db.Contacts.Where(c => c.Id == waiting.ContactId && c.BusinessId == business.Id).Select(c => c.Language).SingleAsync(cancellationToken);
        var phrases = Phrasebook.For(language, business.Tone);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(business.TimeZone);
        foreach (var order in owing)
        {
            var text = OrderBlock.Payment(phrases, OrderFacts.Of(order, business.BankDetails), zone);
            var draft = new OutboundDraft(
                business.Id, order.ConversationId, MessageAuthor.System, Actor.System.Name, MessageContent.OfText(text), $"payment-details:{waiting.Id:N}:{order.Id:N}");
            await queue.HandleAsync(draft, cancellationToken);
        }

        return true;
    }
}
