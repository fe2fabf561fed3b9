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

        cart.Clear();
        leftOut.Clear();
        foreach (var item in last)
        {
            switch (cart.SetQuantity(item.ProductId, item.VariantId, item.Quantity))
            {
                case null:
                    break;
                case OutOfStock { Left: > 0 } some when cart.SetQuantity(item.ProductId, item.VariantId, some.Left) is null:
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

/// <param name="Name">Product and variant, as they were called then.</param>
public sealed record OrderedBefore(Guid ProductId, Guid? VariantId, string Name, int Quantity);

/// <param name="Fewer">What there was too little of, or none.</param>
public sealed record ReorderedCart(CartView Cart, IReadOnlyList<LeftOut> Fewer);

/// <param name="Left">How many are in the cart instead.</param>
public sealed record LeftOut(string Name, int Left);
