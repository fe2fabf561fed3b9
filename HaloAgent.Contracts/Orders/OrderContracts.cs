using System.ComponentModel.DataAnnotations;
using HaloAgent.Contracts.Contacts;

namespace HaloAgent.Contracts.Orders;

/// <param name="OrderNumber">Counts per business, from 1, four digits or more: <c>0042</c>.</param>
/// <param name="Status">One of <see cref="OrderStatuses"/>.</param>
/// <param name="FulfillmentType"><c>delivery</c> or <c>pickup</c>.</param>
/// <param name="Discount">What the customer's points took off, or the shop gave when <paramref name="PointsUsed"/> is 0; the total is without it.</param>
/// <param name="Note">What the customer wishes about the whole order, in their own words; null: nothing.</param>
/// <param name="History">Oldest first; empty in lists.</param>
public sealed record OrderView(
    Guid Id, string OrderNumber, string Status, IReadOnlyList<OrderItemView> Items, decimal TotalAmount, decimal DeliveryFee,
    string PaymentReference, string FulfillmentType, string? DeliveryAddress, ContactBadge Contact, Guid? ConversationId,
    DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, IReadOnlyList<string> AllowedMoves, PendingDecisionView? PendingDecision,
    IReadOnlyList<OrderHistoryView> History, string? Note = null, decimal Discount = 0, int PointsUsed = 0)
{
    /// <summary>The claim that waits for a decision has one or more; false where none waits.</summary>
    public bool HasReceipt { get; init; }

    /// <summary>The claim that waits for a decision; null where none waits.</summary>
    public ClaimView? Claim { get; init; }
}

/// <summary>What a customer did that makes the shop look into its bank.</summary>
/// <param name="Source">One of <see cref="ClaimSources"/>.</param>
/// <param name="Amount">As the customer named it; null: they named none.</param>
public sealed record ClaimView(string Source, decimal? Amount);

/// <summary>What a claim rests on.</summary>
public static class ClaimSources
{
    /// <summary>The customer wrote that they paid.</summary>
    public const string Words = "words";

    /// <summary>The customer sent a picture or PDF and named no amount.</summary>
    public const string Receipt = "receipt";

    /// <summary>A member added a receipt; the customer said nothing to the agent.</summary>
    public const string Shop = "shop";
}

/// <param name="Note">How the customer wants it, in their own words; null: nothing was said.</param>
public sealed record OrderItemView(Guid ProductId, string Name, string? Variant, int Quantity, decimal UnitPrice, string? Note = null);

public sealed record OrderHistoryView(DateTimeOffset At, string? From, string To, string By, string? Note);

/// <summary>A decision that a member made and can still undo until <paramref name="EffectiveAt"/>.</summary>
/// <param name="Kind">approve, reject or status.</param>
public sealed record PendingDecisionView(Guid Id, string Kind, string? Status, string By, DateTimeOffset EffectiveAt);

/// <summary>An order whose payment waits for a member's decision: <c>GET /api/orders/payment-reviews</c>, oldest first.</summary>
/// <param name="ExpectedAmount">What the order costs.</param>
/// <param name="ClaimedAmount">What the customer named, if they named one.</param>
/// <param name="ClaimedReference">The reference the customer typed, as typed.</param>
/// <param name="ReferenceMatches">Null when none was typed.</param>
/// <param name="Receipts">Addresses of the pictures or PDFs, below the Api, for signed-in members.</param>
/// <param name="Notes">What the customer wishes about the order and its lines, in their own words.</param>
/// <param name="Warnings">Plain sentences: what a careful owner would want to know before approving.</param>
public sealed record PaymentReviewView(
    Guid OrderId, string OrderNumber, decimal ExpectedAmount, decimal? ClaimedAmount, string PaymentReference, string? ClaimedReference,
    bool? ReferenceMatches, DateTimeOffset ClaimedAt, ContactBadge Contact, Guid? ConversationId, IReadOnlyList<ReceiptView> Receipts,
    IReadOnlyList<string> Warnings, PendingDecisionView? PendingDecision, IReadOnlyList<string>? Notes = null)
{
    /// <summary>What the claim rests on: one of <see cref="ClaimSources"/>.</summary>
    public string ClaimSource { get; init; } = ClaimSources.Words;
}

/// <param name="RemovedAt">When the file was deleted because of its age; null: it can be opened.</param>
public sealed record ReceiptView(string Url, string ContentType, long Bytes, DateTimeOffset ReceivedAt, DateTimeOffset? RemovedAt = null);

public sealed record UpdateOrderStatusRequest
{
    [Required, MaxLength(40)]
    public required string Status { get; init; }

    /// <summary>Told to the customer of a cancelled order. Blank is none.</summary>
    [StringLength(OrderLimits.Note)]
    public string? Note { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value; }

    /// <summary>Seconds in which the move can be undone; 0 acts, and tells the customer, at once.</summary>
    [Range(0, OrderLimits.MaxUndoSeconds)]
    public int UndoSeconds { get; init; }
}

public sealed record ApprovePaymentRequest
{
    /// <summary>Blank is none.</summary>
    [StringLength(OrderLimits.Note)]
    public string? Note { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value; }

    [Range(0, OrderLimits.MaxUndoSeconds)]
    public int UndoSeconds { get; init; }
}

public sealed record RejectPaymentRequest
{
    /// <summary>Told to the customer.</summary>
    [Required, StringLength(OrderLimits.Note, MinimumLength = 3)]
    public required string Reason { get; init; }

    [Range(0, OrderLimits.MaxUndoSeconds)]
    public int UndoSeconds { get; init; }
}

public static class OrderLimits
{
    public const int Note = 500;
    public const int MaxUndoSeconds = 30;
}

/// <summary>The wire names of an order's states.</summary>
public static class OrderStatuses
{
    public const string PendingPayment = "pending_payment";
    public const string AwaitingConfirmation = "awaiting_confirmation";
    public const string Paid = "paid";
    public const string PaymentRejected = "payment_rejected";
    public const string Preparing = "preparing";
    public const string ReadyForPickup = "ready_for_pickup";
    public const string OutForDelivery = "out_for_delivery";
    public const string Completed = "completed";
    public const string Cancelled = "cancelled";
    public const string Expired = "expired";

    public static readonly IReadOnlyList<string> All =
        [PendingPayment, AwaitingConfirmation, Paid, PaymentRejected, Preparing, ReadyForPickup, OutForDelivery, Completed, Cancelled, Expired];
}
