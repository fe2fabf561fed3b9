using HaloAgent.Data;

namespace HaloAgent.Payments;

/// <summary>A customer's claim to have paid an order, and what a person (or later a verified gateway event) decided about it.</summary>
public sealed class Payment
{
    private readonly List<Receipt> receipts = [];

    private Payment()
    {
    }

    public Guid Id { get; private set; }

    public Guid BusinessId { get; private set; }

    public Guid OrderId { get; private set; }

    public PaymentStatus Status { get; private set; }

    /// <summary>As the customer typed it, if they typed one.</summary>
    [Encrypted]
    public string? ClaimedReference { get; private set; }

    /// <summary>Null: none typed. False: typed, but not this order's.</summary>
    public bool? ReferenceMatches { get; private set; }

    public Money? ClaimedAmount { get; private set; }

    public DateTimeOffset ClaimedAt { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public string? DecidedBy { get; private set; }

    [Encrypted]
    public string? Reason { get; private set; }

    public IReadOnlyList<Receipt> Receipts => receipts;

    public static Payment Claim(Guid businessId, Guid orderId, string? reference, bool? matches, Money? amount, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        BusinessId = businessId,
        OrderId = orderId,
        Status = PaymentStatus.Claimed,
        ClaimedReference = reference,
        ReferenceMatches = matches,
        ClaimedAmount = amount,
        ClaimedAt = now,
    };

    /// <summary>A later message of the same claim may name the reference that the first one left out.</summary>
    public void AddReference(string reference, bool matches) => (ClaimedReference, ReferenceMatches) = (reference, matches);

    /// <summary>A later message of the same claim says how much it was; the newest word counts.</summary>
    public void Name(Money amount) => ClaimedAmount = amount;

    public void Attach(Receipt receipt) => receipts.Add(receipt);

    public void Approve(Actor by, DateTimeOffset now) => Decide(PaymentStatus.Approved, by, null, now);

    public void Reject(Actor by, string reason, DateTimeOffset now) => Decide(PaymentStatus.Rejected, by, reason, now);

    private void Decide(PaymentStatus status, Actor by, string? reason, DateTimeOffset now) =>
        (Status, DecidedBy, Reason, DecidedAt) = (status, by.Name, reason, now);
}

public enum PaymentStatus
{
    Claimed,
    Approved,
    Rejected,
}

/// <summary>A picture or document that a customer sent as proof. Evidence for a person, never proof for us.</summary>
public sealed class Receipt
{
    private Receipt()
    {
    }

    public Guid Id { get; private set; }

    public Guid PaymentId { get; private set; }

    public Guid MediaAssetId { get; private set; }

    public DateTimeOffset ReceivedAt { get; private set; }

    public static Receipt Of(Guid mediaAssetId, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        MediaAssetId = mediaAssetId,
        ReceivedAt = now,
    };
}
