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
/// language, and nobody has to be asked for them any more. To who opted out nothing is sent.
/// </summary>
public sealed class SendPaymentDetails(HaloDbContext db, ContactOrders orders, QueueMessage queue, TimeProvider time)
{
    public static readonly Failure NoBankDetails = Failure.Conflict("no_bank_details", "Save your bank details first, then send them.");

    public Task<Outcome<PaymentDetailsSent>> HandleAsync(Guid businessId, Actor member, CancellationToken cancellationToken) =>
        db.InTransactionAsync<PaymentDetailsSent>(
            async () =>
            {
                // Whoever saves another account meanwhile waits: nobody is sent the old one after the new one was saved.
                await db.Database.ExecuteSqlAsync($"SELECT 1 FROM businesses WHERE id = {businessId} FOR SHARE", cancellationToken);
                var business = await db.Businesses.AsNoTracking().SingleAsync(b => b.Id == businessId, cancellationToken);
                if (business.BankDetails is null) return NoBankDetails;

                var sent = new PaymentDetailsSent(0, 0);
                // By customer: who waits in two chats is told of each order once.
                foreach (var chats in (await WaitingAsync(businessId, cancellationToken)).GroupBy(waiting => waiting.ContactId))
                {
                    var told = await TellAsync(business, chats.First(), cancellationToken);
                    sent = told switch
                    {
                        Telling.Sent => sent with { Customers = sent.Customers + 1 },
                        Telling.OptedOut => sent with { OptedOut = sent.OptedOut + 1 },
                        _ => sent,
                    };
                    // Who wants no messages still has no account to pay into: a person has to call.
                    if (told != Telling.OptedOut) Settle(chats, told, member);
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

    private async Task<Telling> TellAsync(Business business, Escalation waiting, CancellationToken cancellationToken)
    {
        var owing = (await orders.OpenAsync(business.Id, waiting.ContactId, cancellationToken)).Where(order => order.Status.IsUnpaid()).ToList();
        if (owing.Count == 0) return Telling.NothingOwed;

        var contact = await db.Contacts.Where(c => c.Id == waiting.ContactId && c.BusinessId == business.Id)
            .Select(c => new { c.Language, c.OptedOutAt }).SingleAsync(cancellationToken);
        if (contact.OptedOutAt is not null) return Telling.OptedOut;

        var phrases = Phrasebook.For(contact.Language, business.Tone);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(business.TimeZone);
        foreach (var order in owing)
        {
            var text = OrderBlock.Payment(phrases, OrderFacts.Of(order, business.BankDetails), zone);
            var draft = new OutboundDraft(
                business.Id, order.ConversationId, MessageAuthor.System, Actor.System.Name, MessageContent.OfText(text), $"payment-details:{waiting.Id:N}:{order.Id:N}");
            await queue.HandleAsync(draft, cancellationToken);
        }

        return Telling.Sent;
    }

    private void Settle(IEnumerable<Escalation> chats, Telling told, Actor member)
    {
        var now = time.GetUtcNow();
        foreach (var waiting in chats)
        {
            waiting.Resolve(member.Name, now);
            db.AuditEntries.Add(told == Telling.Sent
                ? AuditEntry.Record(waiting.BusinessId, member, "payment_details_sent", waiting.ConversationId, null, now)
                : AuditEntry.Record(waiting.BusinessId, member, "escalation_resolved", waiting.ConversationId, waiting.Reason.ToString(), now));
            db.Announcements.Changed(LiveEventKinds.EscalationChanged, waiting.BusinessId, waiting.ConversationId);
        }
    }

    private enum Telling
    {
        NothingOwed,
        Sent,
        OptedOut,
    }
}

/// <param name="Customers">How many were sent them.</param>
/// <param name="OptedOut">How many owe, but want no messages: they wait on, for somebody to call them.</param>
public sealed record PaymentDetailsSent(int Customers, int OptedOut);
