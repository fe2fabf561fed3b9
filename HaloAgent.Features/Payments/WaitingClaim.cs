using HaloAgent.Contracts.Orders;
using HaloAgent.Data;
using HaloAgent.Orders;

namespace HaloAgent.Payments;

/// <summary>A claim that waits, and what it rests on: nobody is told that a customer said more than they did.</summary>
internal sealed class WaitingClaim
{
    public required Guid OrderId { get; init; }

    public required DateTimeOffset ClaimedAt { get; init; }

    public required Money? Amount { get; init; }

    public required bool HasReceipt { get; init; }

    public required bool ReceiptFromCustomer { get; init; }

    public required bool SaidByCustomer { get; init; }

    /// <summary>A picture with no word about it says neither that anything was paid nor how much.</summary>
    public string Source => this switch
    {
        { Amount: not null } => ClaimSources.Words,
        { ReceiptFromCustomer: true } => ClaimSources.Receipt,
        { HasReceipt: true, SaidByCustomer: false } => ClaimSources.Shop,
        _ => ClaimSources.Words,
    };

    public ClaimView View => new(Source, Amount?.Naira);

    /// <summary>The customer's name stands before it, except where the shop's people added the receipt: then it says whose order it is.</summary>
    public string Sentence(string? name, string orderNumber, Money total)
    {
        var customer = name ?? "A customer";
        return this switch
        {
            { Amount: { } named } when named == total => $"{customer} says they paid {named} for order {orderNumber}",
            { Amount: { } named } => $"{customer} says they paid {named} for an order of {total}",
            { Source: ClaimSources.Receipt } => $"{customer} sent a receipt for order {orderNumber} ({total})",
            { Source: ClaimSources.Shop } => $"Your team added a receipt to order {orderNumber} ({total}) of {name ?? "a customer"}",
            _ => $"{customer} says they have paid order {orderNumber} ({total})",
        };
    }
}

internal static class WaitingClaims
{
    /// <summary>A receipt that belongs to no chat was uploaded by a member.</summary>
    public static IQueryable<WaitingClaim> WaitingClaimsOf(this HaloDbContext db, Guid businessId) =>
        from payment in db.Payments
        where payment.BusinessId == businessId && payment.Status == PaymentStatus.Claimed
        select new WaitingClaim
        {
            OrderId = payment.OrderId,
            ClaimedAt = payment.ClaimedAt,
            Amount = payment.ClaimedAmount,
            HasReceipt = payment.Receipts.Any(),
            ReceiptFromCustomer = payment.Receipts.Any(r => db.MediaAssets.Any(a => a.Id == r.MediaAssetId && a.ConversationId != null)),
            SaidByCustomer = db.Orders.Where(o => o.Id == payment.OrderId).SelectMany(o => o.History)
                .Where(c => c.To == OrderStatus.AwaitingConfirmation).OrderByDescending(c => c.At).Select(c => c.ByKind).FirstOrDefault() == ActorKind.Customer,
        };
}
