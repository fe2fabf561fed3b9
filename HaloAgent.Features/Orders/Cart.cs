using HaloAgent.Data;

namespace HaloAgent.Orders;

/// <summary>
/// What a contact is about to order. It belongs to the contact, so that it is the same on every channel. Each change raises
/// its version; a confirmation is good only for exactly the summary that was shown.
/// </summary>
public sealed class Cart
{
    public const int MaxLines = 50;
    public const int MaxQuantity = 1000;

    private Cart()
    {
    }

    public Guid ContactId { get; private set; }

    public Guid BusinessId { get; private set; }

    public IReadOnlyList<CartLine> Lines { get; private set; } = [];

    public FulfillmentType? Fulfillment { get; private set; }

    [Encrypted]
    public string? DeliveryAddress { get; private set; }

    /// <summary>One of the shop's delivery areas, by its first name.</summary>
    public string? DeliveryArea { get; private set; }

    /// <summary>A wish about the order as a whole, in the customer's own words (<see cref="CustomerNote"/>).</summary>
    [Encrypted]
    public string? Note { get; private set; }

    /// <summary>The customer wants to pay with points, as far as there are any.</summary>
    public bool UsesPoints { get; private set; }

    public int Version { get; private set; }

    /// <summary>What the customer was last asked to confirm.</summary>
    public CartSummaryShown? SummaryShown { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public static Cart Empty(Guid businessId, Guid contactId, DateTimeOffset now) => new() { BusinessId = businessId, ContactId = contactId, UpdatedAt = now };

    /// <summary>As it was stored.</summary>
    internal static Cart Restore(
        Guid businessId, Guid contactId, IReadOnlyList<CartLine> lines, FulfillmentType? fulfillment, string? address, string? area, string? note, bool usesPoints, int version,
        CartSummaryShown? summaryShown, DateTimeOffset updatedAt) => new()
        {
            BusinessId = businessId,
            ContactId = contactId,
            Lines = lines,
            Fulfillment = fulfillment,
            DeliveryAddress = address,
            DeliveryArea = area,
            Note = note,
            UsesPoints = usesPoints,
            Version = version,
            SummaryShown = summaryShown,
            UpdatedAt = updatedAt,
        };

    /// <summary>To be changed without changing this one.</summary>
    internal Cart Copy() => (Cart)MemberwiseClone();

    /// <summary>Of this thing, whatever is noted beside it.</summary>
    public int QuantityOf(Guid productId, Guid? variantId) => Lines.Where(line => line.Is(productId, variantId)).Sum(line => line.Quantity);

    /// <summary>On top of the line with the same note; another wish is another line.</summary>
    public void Add(Guid productId, Guid? variantId, int quantity, string? note, DateTimeOffset now)
    {
        Lines = Joined([.. Lines, new CartLine(productId, variantId, quantity, note)]);
        Changed(now);
    }

    /// <summary>Makes it so many in all; 0 removes it. Of several lines the last one grows or shrinks, and what is noted beside the others stands.</summary>
    public void SetQuantity(Guid productId, Guid? variantId, int quantity, DateTimeOffset now)
    {
        List<CartLine> lines = [.. Lines];
        var more = quantity - QuantityOf(productId, variantId);
        if (more > 0 && !lines.Exists(line => line.Is(productId, variantId))) lines.Add(new CartLine(productId, variantId, 0));
        for (var at = lines.Count - 1; at >= 0 && more != 0; at--)
        {
            if (!lines[at].Is(productId, variantId)) continue;
            var changed = Math.Max(0, lines[at].Quantity + more);
            more -= changed - lines[at].Quantity;
            lines[at] = lines[at] with { Quantity = changed };
        }

        Lines = [.. lines.Where(line => line.Quantity > 0)];
        Changed(now);
    }

    /// <summary>Puts other words beside a line.</summary>
    /// <param name="before">What stands there: it tells the line from others of the same thing.</param>
    /// <returns>False: there is no such line.</returns>
    public bool NoteLine(Guid productId, Guid? variantId, string? before, string? note, DateTimeOffset now)
    {
        if (!Lines.Any(IsIt)) return false;
        Lines = Joined([.. Lines.Select(line => IsIt(line) ? line with { Note = note } : line)]);
        Changed(now);
        return true;

        bool IsIt(CartLine line) => line.Is(productId, variantId) && line.Note == before;
    }

    public void NoteOrder(string? note, DateTimeOffset now)
    {
        Note = note;
        Changed(now);
    }

    /// <summary>
    /// Who gets it, and whom to call. That changes neither goods nor price: a summary that was shown before still says what is ordered, and a yes
    /// beside it counts.
    /// </summary>
    public void NoteHandover(string? note, DateTimeOffset now)
    {
        var shown = SummaryShown?.Version == Version ? SummaryShown : null;
        NoteOrder(note, now);
        SummaryShown = shown is null ? null : shown with { Version = Version };
    }

    public void DeliverTo(string? address, string? area, DateTimeOffset now)
    {
        (Fulfillment, DeliveryAddress, DeliveryArea) = (FulfillmentType.Delivery, address, area);
        Changed(now);
    }

    public void UsePoints(bool use, DateTimeOffset now)
    {
        UsesPoints = use;
        Changed(now);
    }

    public void PickUp(DateTimeOffset now)
    {
        Fulfillment = FulfillmentType.Pickup;
        Changed(now);
    }

    public void Clear(DateTimeOffset now)
    {
        (Lines, Fulfillment, DeliveryAddress, DeliveryArea, Note, UsesPoints) = ([], null, null, null, null, false);
        Changed(now);
    }

    public void ShowSummary(Money total, Guid turnId, DateTimeOffset now)
    {
        SummaryShown = new CartSummaryShown(Version, total, turnId);
        UpdatedAt = now;
    }

    private static IReadOnlyList<CartLine> Joined(IReadOnlyList<CartLine> lines) =>
        [.. lines.GroupBy(line => (line.ProductId, line.VariantId, line.Note)).Select(same => same.First() with { Quantity = same.Sum(line => line.Quantity) })];

    private void Changed(DateTimeOffset now)
    {
        Version++;
        SummaryShown = null;
        UpdatedAt = now;
    }
}

/// <param name="Note">How the customer wants it, in their own words (<see cref="CustomerNote"/>).</param>
public sealed record CartLine(Guid ProductId, Guid? VariantId, int Quantity, string? Note = null)
{
    public bool Is(Guid productId, Guid? variantId) => ProductId == productId && VariantId == variantId;
}

/// <param name="TurnId">The turn that showed it: the yes has to come in a later one, so that no message confirms its own summary.</param>
public sealed record CartSummaryShown(int Version, Money Total, Guid TurnId);
