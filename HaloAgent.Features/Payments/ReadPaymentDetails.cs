using HaloAgent.Businesses;
using HaloAgent.Conversations;
using HaloAgent.Data;
using HaloAgent.Orders;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Payments;

/// <summary>
/// "Where do I pay?": the shop's bank details and what is still to be paid into them. Without bank details nobody makes any up: the
/// owner is asked to send them.
/// </summary>
public sealed class ReadPaymentDetails(HaloDbContext db, ContactOrders orders, EscalateConversation escalate)
{
    public Task<Outcome<PaymentDetails>> HandleAsync(Guid businessId, Guid contactId, Guid conversationId, CancellationToken cancellationToken) =>
        db.InTransactionAsync<PaymentDetails>(
            async () =>
            {
                var bank = await db.Businesses.AsNoTracking().Where(b => b.Id == businessId).Select(b => b.BankDetails).SingleAsync(cancellationToken);
                var owing = (await orders.OpenAsync(businessId, contactId, cancellationToken)).Where(order => order.Status.IsUnpaid()).ToList();
                if (bank is null && owing.Count > 0)
                {
                    await escalate.HandleAsync(businessId, conversationId, EscalationReason.PaymentDetailsMissing, null, Actor.Agent, cancellationToken);
                }

                return new PaymentDetails(bank, [.. owing.Select(order => OrderFacts.Of(order, bank))]);
            },
            cancellationToken);
}

/// <param name="Bank">Null: the shop has saved none; a person of the shop sends them.</param>
/// <param name="Owing">Unpaid orders, newest first.</param>
public sealed record PaymentDetails(BankDetails? Bank, IReadOnlyList<OrderFacts> Owing);
