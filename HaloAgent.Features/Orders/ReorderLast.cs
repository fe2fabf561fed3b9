namespace HaloAgent.Orders;

/// <summary>"Same as last time": fills a cart with what the contact ordered last, at today's prices, as far as the shop still has it.</summary>
public static class ReorderLast
{
    /// <param name="last">The items of the last order, in its order; empty when there was none.</param>
    /// <param name="leftOut">Receives what there was too little of.</param>
    public static Failure? Fill(CartEditor cart, IReadOnlyList<OrderedBefore> last, List<LeftOut> leftOut)
    {
        if (last.Count == 0)
        {
            return OrderFailures.NothingOrderedYet;
        }

        var about = cart.Cart.Note;
        cart.Clear();
        if (about is not null)
        {
            cart.NoteOrder(about);
        }

        leftOut.Clear();
        foreach (var item in last)
        {
            switch (cart.Add(item.ProductId, item.VariantId, item.Quantity, item.Note))
            {
                case null:
                    break;
                case OutOfStock { Left: > 0 } some when cart.Add(item.ProductId, item.VariantId, some.Left - cart.Cart.QuantityOf(item.ProductId, item.VariantId), item.Note) is null:
                    leftOut.Add(new LeftOut(some.Name, some.Left));
                    break;
                default:
                    leftOut.Add(new LeftOut(item.Name, 0));
                    break;
            }
        }

        return cart.Cart.Lines.Count > 0 ? null : OrderFailures.NothingOfLastOrderLeft;
    }
}

/// <param name="Note">How the customer wanted it.</param>
/// <param name="Name">Product and variant, as they were called then.</param>
public sealed record OrderedBefore(Guid ProductId, Guid? VariantId, string Name, int Quantity, string? Note = null);

/// <param name="Fewer">What there was too little of, or none.</param>
public sealed record ReorderedCart(CartView Cart, IReadOnlyList<LeftOut> Fewer);

/// <param name="Left">How many are in the cart instead.</param>
public sealed record LeftOut(string Name, int Left);
