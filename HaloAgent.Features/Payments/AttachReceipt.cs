using HaloAgent.Contracts.Live;
using HaloAgent.Data;
using HaloAgent.Orders;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Payments;

/// <summary>
/// A picture or PDF becomes the receipt of the order that owes, and claims its payment. It is evidence for a person of the shop, never
/// a proof for us: the order waits for their decision.
/// </summary>
public sealed class AttachReceipt(HaloDbContext db, OwedOrder owed, MoveOrder move, RecordClaim record, ReadOrderFacts facts, TimeProvider time)
{
    /// <summary>What a customer sent.</summary>
    /// <param name="orderId">Null: the order that owes; several are refused with <see cref="SeveralOrders"/>.</param>
    /// <param name="saysPaid">The customer says so beside it: then it may be about an order that has ended.</param>
    public Task<Outcome<ReceiptAttached>> HandleAsync(
        Guid businessId, Guid contactId, Guid conversationId, Guid mediaAssetId, Guid? orderId, bool saysPaid, CancellationToken cancellationToken) =>
        db.InTransactionAsync<ReceiptAttached>(
            async () =>
            {
                var chosen = await ChooseAsync(businessId, contactId, orderId, saysPaid, null, cancellationToken);
                return chosen.Succeeded
                    ? await AttachAsync(businessId, chosen.Value, contactId, conversationId, mediaAssetId, Actor.Customer, cancellationToken)
                    : chosen.Failure;
            },
            cancellationToken);

    /// <summary>What a customer sent and no turn has looked at, with nothing said about it; perhaps it came much later than it was sent.</summary>
    /// <param name="sentAt">It is no receipt of an order that came after it, and no new claim of one whose claim was rejected since.</param>
    public Task<Outcome<ReceiptAttached>> HandleAsync(
        Guid businessId, Guid contactId, Guid conversationId, Guid mediaAssetId, DateTimeOffset sentAt, CancellationToken cancellationToken) =>
        db.InTransactionAsync<ReceiptAttached>(
            async () =>
            {
                if (await db.Payments.AnyAsync(p => p.BusinessId == businessId && p.Receipts.Any(r => r.MediaAssetId == mediaAssetId), cancellationToken)) return PaymentFailures.ReceiptAlready;

                var chosen = await ChooseAsync(businessId, contactId, null, saysPaid: false, sentAt, cancellationToken);
                return chosen.Succeeded
                    ? await AttachAsync(businessId, chosen.Value, contactId, conversationId, mediaAssetId, Actor.Customer, cancellationToken)
                    : chosen.Failure;
            },
            cancellationToken);

    /// <summary>What a member of the shop has been shown, and uploads.</summary>
    public Task<Outcome<ReceiptAttached>> HandleAsync(
        Guid businessId, Guid orderId, Guid mediaAssetId, Actor member, CancellationToken cancellationToken) =>
        db.InTransactionAsync(() => AttachAsync(businessId, orderId, null, null, mediaAssetId, member, cancellationToken), cancellationToken);

    /// <summary>A picture after "I have paid" belongs to the claim that has none yet.</summary>
    private async Task<Outcome<Guid>> ChooseAsync(
        Guid businessId, Guid contactId, Guid? orderId, bool saysPaid, DateTimeOffset? sentAt, CancellationToken cancellationToken)
    {
        var bare = orderId is not null
            ? []
            : await (from payment in db.Payments
                     join order in db.Orders on payment.OrderId equals order.Id
                     where order.BusinessId == businessId && order.ContactId == contactId
                         && payment.Status == PaymentStatus.Claimed && !payment.Receipts.Any()
                         && (sentAt == null || order.CreatedAt <= sentAt)
                     select order.Id).ToListAsync(cancellationToken);
        return bare is [var only] ? only : await owed.ChooseAsync(businessId, contactId, orderId, null, saysPaid, sentAt, cancellationToken);
    }

    private async Task<Outcome<ReceiptAttached>> AttachAsync(
        Guid businessId, Guid orderId, Guid? contactId, Guid? conversationId, Guid mediaAssetId, Actor by, CancellationToken cancellationToken)
    {
        if (await move.LockAsync(businessId, orderId, contactId, cancellationToken) is not { } order)
        {
            return OrderFailures.NoSuchOrder;
        }

        if (await RefuseFileAsync(businessId, conversationId, mediaAssetId, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var recorded = await record.RunAsync(order, conversationId, null, null, null, by, cancellationToken);
        if (!recorded.Succeeded)
        {
            return recorded.Failure;
        }

        var (payment, addedToEarlier, notPossible) = recorded.Value;
        var repeated = payment.Receipts.Any(receipt => receipt.MediaAssetId == mediaAssetId);
        if (!repeated)
        {
            payment.Attach(Receipt.Of(mediaAssetId, time.GetUtcNow()));
            await db.SaveChangesAsync(cancellationToken);
        }

        db.Announcements.Changed(LiveEventKinds.OrderChanged, businessId, order.Id);
        return new ReceiptAttached(await facts.OfAsync(order, cancellationToken), addedToEarlier, repeated, notPossible);
    }

    private async Task<Failure?> RefuseFileAsync(Guid businessId, Guid? conversationId, Guid mediaAssetId, CancellationToken cancellationToken)
    {
        var contentType = await db.MediaAssets
            .Where(a => a.Id == mediaAssetId && a.BusinessId == businessId && (conversationId == null || a.ConversationId == conversationId))
            .Select(a => a.ContentType).SingleOrDefaultAsync(cancellationToken);
        return contentType switch
        {
            null => PaymentFailures.NoSuchFile,
            "application/pdf" => null,
            _ when contentType.StartsWith("image/", StringComparison.Ordinal) => null,
            _ => PaymentFailures.NotAReceipt,
        };
    }
}

/// <param name="AddedToEarlier">The payment was claimed before; the receipt was added.</param>
/// <param name="Repeated">This very file was attached before.</param>
/// <param name="NotPossible">The order had ended and its stock is sold: a person of the shop was told and decides.</param>
public sealed record ReceiptAttached(OrderFacts Order, bool AddedToEarlier, bool Repeated, bool NotPossible);
