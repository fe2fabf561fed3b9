using HaloAgent.Loyalty;

namespace HaloAgent.Orders;

/// <summary>
/// What can be done with a cart: rules only, no database. Each change answers why it is refused, or null. A refused change may
/// leave the cart half changed: edit a copy (<see cref="TurnCart"/> does).
/// </summary>
public sealed class CartEditor(Cart cart, CartGoods goods, Guid turnId, DateTimeOffset now)
{
    public Cart Cart => cart;

    /// <summary>On top of what is in the cart of it.</summary>
    /// <param name="note">How the customer wants it, in their own words.</param>
    /// <returns>Refused with <see cref="OutOfStock"/>, naming what is left, when the shop has fewer than the cart would hold.</returns>
    public Failure? Add(Guid productId, Guid? variantId, int quantity, string? note = null)
    {
        var words = CustomerNote.Plain(note);
        if (words?.Length > CustomerNote.Longest)
        {
            return OrderFailures.NoteTooLong;
        }

        if (quantity is < 1 or > Cart.MaxQuantity)
        {
            return OrderFailures.QuantityOutOfRange;
        }

        if (goods.Refuse(cart, productId, variantId, cart.QuantityOf(productId, variantId) + quantity) is { } refusal)
        {
            return refusal;
        }

        cart.Add(productId, variantId, quantity, words, now);
        return cart.Lines.Count > Cart.MaxLines ? OrderFailures.TooManyLines : null;
    }

    /// <summary>Other words beside a line; null takes them away.</summary>
    /// <param name="before">What stands there.</param>
    public Failure? NoteLine(Guid productId, Guid? variantId, string? before, string? note)
    {
        var words = CustomerNote.Plain(note);
        return words?.Length > CustomerNote.Longest ? OrderFailures.NoteTooLong
            : cart.NoteLine(productId, variantId, before, words, now) ? null
            : OrderFailures.NoSuchLine;
    }

    /// <summary>A wish about the order as a whole.</summary>
    public Failure? NoteOrder(string? note) => Noted(note, cart.NoteOrder);

    /// <summary>The same with words about who gets it: what was shown of the order still stands.</summary>
    public Failure? NoteHandover(string? note) => Noted(note, cart.NoteHandover);

    private Failure? Noted(string? note, Action<string?, DateTimeOffset> put)
    {
        var words = CustomerNote.Plain(note);
        if (words?.Length > CustomerNote.Longest)
        {
            return OrderFailures.NoteTooLong;
        }

        put(words, now);
        return null;
    }

    /// <summary>Makes a line exactly this many; 0 removes it, also when the shop no longer sells it.</summary>
    public Failure? SetQuantity(Guid productId, Guid? variantId, int quantity) => quantity switch
    {
        < 0 or > Cart.MaxQuantity => OrderFailures.QuantityOutOfRange,
        _ when cart.QuantityOf(productId, variantId) == quantity => quantity == 0 ? null : goods.Refuse(cart, productId, variantId, quantity),
        0 => Removed(productId, variantId),
        _ => Put(productId, variantId, quantity),
    };

    /// <summary>Empties the cart and forgets how it was to be delivered.</summary>
    public Failure? Clear()
    {
        cart.Clear(now);
        return null;
    }

    /// <summary>
    /// Address and area may come together or one after the other; what is still missing stands in the <see cref="CartView"/>, so
    /// nothing the customer said is lost because something else is not known yet.
    /// </summary>
    /// <param name="address">As the customer wrote it; null keeps the one that stands in the cart.</param>
    /// <param name="area">What the customer called the area; null looks for it in the address.</param>
    public Failure? Deliver(string? address, string? area)
    {
        if (goods.Areas.Count == 0)
        {
            return OrderFailures.NoDelivery;
        }

        var given = string.IsNullOrWhiteSpace(address) ? null : address.Trim();
        if (given?.Length > Order.AddressLength)
        {
            return OrderFailures.AddressTooLong;
        }

        // "Ikeja" and then "12 Adeniyi Jones": the second completes the first. A whole new address names its own area.
        var found = DeliveryAreaFinder.Find(goods.Areas, area) ?? DeliveryAreaFinder.Find(goods.Areas, given);
        var kept = area is null && (given is null || cart.DeliveryAddress is null) ? cart.DeliveryArea : null;
        cart.DeliverTo(given ?? cart.DeliveryAddress, found?.Name ?? kept, now);
        return null;
    }

    /// <summary>Whether points are taken off; how many, the cart's goods decide.</summary>
    public Failure? UsePoints(bool use)
    {
        if (use && goods.Points is not { Balance: > 0 })
        {
            return LoyaltyFailures.NoPoints;
        }

        cart.UsePoints(use, now);
        return null;
    }

    /// <summary>The customer fetches the order at the shop.</summary>
    public Failure? PickUp()
    {
        cart.PickUp(now);
        return null;
    }

    /// <summary>
    /// Records what the customer is about to be asked to confirm. Only a yes in a later turn, to exactly this version and total,
    /// places the order (<see cref="PlaceOrder"/>).
    /// </summary>
    public Failure? ShowSummary()
    {
        var view = goods.View(cart, turnId);
        if (view.FirstRefusal() is { } refusal)
        {
            return refusal;
        }

        cart.ShowSummary(view.Total, turnId, now);
        return null;
    }

    private Failure? Put(Guid productId, Guid? variantId, int quantity)
    {
        if (goods.Refuse(cart, productId, variantId, quantity) is { } refusal)
        {
            return refusal;
        }

        cart.SetQuantity(productId, variantId, quantity, now);
        return null;
    }

    private Failure? Removed(Guid productId, Guid? variantId)
    {
        cart.SetQuantity(productId, variantId, 0, now);
        return null;
    }
}
