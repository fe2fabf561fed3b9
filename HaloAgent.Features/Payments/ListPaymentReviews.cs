using HaloAgent.Contacts;
using HaloAgent.Contracts.Orders;
using HaloAgent.Data;
using HaloAgent.Orders;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Payments;

/// <summary>Payments that wait for a person's decision, the oldest first, with what a careful owner would want to know.</summary>
public sealed class ListPaymentReviews(HaloDbContext db, OrderViews views)
{
    public async Task<Outcome<Page<PaymentReviewView>>> HandleAsync(Guid businessId, int limit, string? cursor, CancellationToken cancellationToken)
    {
        var read = Cursor.Read(cursor);
        if (!read.Succeeded)
        {
            return read.Failure;
        }

        var (since, last) = read.Value is { } after ? (after.Time, after.Minor) : (DateTimeOffset.MinValue, Guid.Empty);
        var rows = await (
            from payment in db.Payments.AsNoTracking().Include(p => p.Receipts)
            join order in db.Orders.AsNoTracking() on payment.OrderId equals order.Id
            join contact in db.Contacts.AsNoTracking() on order.ContactId equals contact.Id
            where payment.BusinessId == businessId && payment.Status == PaymentStatus.Claimed
                && (payment.ClaimedAt > since || (payment.ClaimedAt == since && payment.Id > last))
            orderby payment.ClaimedAt, payment.Id
            select new ClaimRow(payment, order, contact)).Take(limit + 1).ToListAsync(cancellationToken);
        var shown = await ViewsAsync(businessId, [.. rows.Take(limit)], cancellationToken);
        return new Page<PaymentReviewView>(shown, rows.Count > limit ? Cursor.At(rows[limit - 1].Payment.ClaimedAt, rows[limit - 1].Payment.Id).ToString() : null);
    }

    private async Task<IReadOnlyList<PaymentReviewView>> ViewsAsync(Guid businessId, IReadOnlyList<ClaimRow> rows, CancellationToken cancellationToken)
    {
        var orderIds = rows.Select(row => row.Order.Id).ToList();
        var decisions = await views.DecisionsAsync(orderIds, cancellationToken);
        var rejected = await db.Payments
            .Where(p => orderIds.Contains(p.OrderId) && p.Status == PaymentStatus.Rejected).Select(p => p.OrderId).Distinct().ToListAsync(cancellationToken);
        var notes = await NotesAsync(orderIds, cancellationToken);
        var sources = await db.WaitingClaimsOf(businessId).Where(claim => orderIds.Contains(claim.OrderId)).ToDictionaryAsync(claim => claim.OrderId, claim => claim.Source, cancellationToken);
        var files = await FilesAsync(businessId, [.. rows.SelectMany(row => row.Payment.Receipts).Select(r => r.MediaAssetId)], cancellationToken);
        return [.. rows.Select(row =>
        {
            var receipts = row.Payment.Receipts.OrderBy(r => r.ReceivedAt).Where(r => files.ContainsKey(r.MediaAssetId)).ToList();
            return new PaymentReviewView(
                row.Order.Id, row.Order.DisplayNumber, row.Order.Total.Naira, row.Payment.ClaimedAmount?.Naira, row.Order.PaymentReference,
                row.Payment.ClaimedReference, row.Payment.ReferenceMatches, row.Payment.ClaimedAt, OrderViews.Badge(row.Contact), row.Order.ConversationId,
                [.. receipts.Select(r => new ReceiptView($"/api/media/{r.MediaAssetId}", files[r.MediaAssetId].ContentType, files[r.MediaAssetId].Length, r.ReceivedAt, files[r.MediaAssetId].RemovedAt))],
                [.. Warnings(row.Order, row.Contact.LoyaltyPoints, row.Payment, receipts.Select(r => files[r.MediaAssetId]), rejected.Contains(row.Order.Id))],
                decisions.GetValueOrDefault(row.Order.Id), [.. notes[row.Order.Id].Append(row.Order.Note).OfType<string>()])
            {
                // Decided between the two reads: the card is gone with the next one.
                ClaimSource = sources.GetValueOrDefault(row.Order.Id, ClaimSources.Words),
            };
        })];
    }

    /// <summary>What was wished for beside the lines, by order.</summary>
    private async Task<ILookup<Guid, string>> NotesAsync(List<Guid> orderIds, CancellationToken cancellationToken)
    {
        var items = await db.Set<OrderItem>().AsNoTracking().Where(i => orderIds.Contains(i.OrderId) && i.Note != null).OrderBy(i => i.Position).ToListAsync(cancellationToken);
        return items.ToLookup(item => item.OrderId, item => $"{item.Quantity} × {item.FullName}: {item.Note}");
    }

    private static IEnumerable<string> Warnings(Order order, int pointsLeft, Payment payment, IEnumerable<ReceiptFile> files, bool rejectedBefore)
    {
        if (payment.ReferenceMatches == false)
        {
            yield return $"They typed {payment.ClaimedReference}, which is not the reference of this order.";
        }

        if (payment.ClaimedAmount is { } claimed && claimed != order.Total)
        {
            yield return $"They named {claimed}; the order costs {order.Total}.";
        }

        foreach (var number in files.SelectMany(file => file.AlsoFor).Where(number => number != order.Number).Distinct().Order())
        {
            yield return $"The same receipt was sent for order {number:D4}.";
        }

        if (!order.Status.HoldsStock())
        {
            yield return $"The order was {order.Status.WireName()} before this came. Check that you still have everything.";
        }

        if (!order.Status.HoldsStock() && order.PointsUsed > pointsLeft)
        {
            yield return $"The points of this order were used for another one since. Without them it costs {order.Total + order.Discount}: approve {order.Total}, and you give the {order.Discount}.";
        }

        if (rejectedBefore)
        {
            yield return "An earlier claim for this order was rejected.";
        }
    }

    /// <summary>What is known of the files without decrypting them, and for which orders the same bytes were sent.</summary>
    private async Task<Dictionary<Guid, ReceiptFile>> FilesAsync(Guid businessId, List<Guid> assetIds, CancellationToken cancellationToken)
    {
        var files = await db.MediaAssets.Where(a => a.BusinessId == businessId && assetIds.Contains(a.Id))
            .Select(a => new { a.Id, a.ContentType, a.Length, a.Sha256, a.RemovedAt }).ToListAsync(cancellationToken);
        var hashes = files.Select(file => file.Sha256).ToList();
        var uses = await (
            from asset in db.MediaAssets
            join payment in db.Payments.SelectMany(p => p.Receipts, (p, r) => new { p.OrderId, r.MediaAssetId }) on asset.Id equals payment.MediaAssetId
            join order in db.Orders on payment.OrderId equals order.Id
            where asset.BusinessId == businessId && hashes.Contains(asset.Sha256)
            select new { asset.Sha256, order.Number }).ToListAsync(cancellationToken);
        return files.ToDictionary(file => file.Id, file => new ReceiptFile(
            file.ContentType, file.Length, file.RemovedAt, [.. uses.Where(use => use.Sha256.SequenceEqual(file.Sha256)).Select(use => use.Number)]));
    }

    private sealed record ClaimRow(Payment Payment, Order Order, Contact Contact);

    private sealed record ReceiptFile(string ContentType, long Length, DateTimeOffset? RemovedAt, IReadOnlyList<long> AlsoFor);
}
