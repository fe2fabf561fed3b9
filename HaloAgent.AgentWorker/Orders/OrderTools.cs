using HaloAgent.AgentWorker.Agent.Tools;
using HaloAgent.Orders;

namespace HaloAgent.AgentWorker.Orders;

public sealed record ReadCartCall : IToolCall<CartView>;

/// <param name="Note">How the customer wants it, in their own words.</param>
public sealed record AddToCartCall(Guid ProductId, Guid? VariantId, int Quantity, string? Note = null) : IToolCall<CartView>;

/// <param name="Quantity">0 takes it out.</param>
public sealed record SetCartQuantityCall(Guid ProductId, Guid? VariantId, int Quantity) : IToolCall<CartView>;

/// <param name="Before">What stands beside the line now.</param>
/// <param name="Note">What is to stand there: the customer's own words, or null.</param>
public sealed record NoteCartLineCall(Guid ProductId, Guid? VariantId, string? Before, string? Note) : IToolCall<CartView>;

/// <param name="Note">A wish about the whole order, in the customer's own words.</param>
public sealed record NoteOrderCall(string? Note) : IToolCall<CartView>;

/// <param name="Note">All that is to stand beside the order, the words about who gets it among them.</param>
public sealed record NoteHandoverCall(string? Note) : IToolCall<CartView>;

/// <param name="Use">False: they are kept for another time.</param>
public sealed record UsePointsCall(bool Use) : IToolCall<CartView>;

public sealed record ClearCartCall : IToolCall<CartView>;

public sealed record ChooseDeliveryCall(string? Address, string? Area) : IToolCall<CartView>;

public sealed record ChoosePickupCall : IToolCall<CartView>;

/// <param name="Place">An area or an address, as the customer wrote it.</param>
public sealed record QuoteDeliveryCall(string? Place) : IToolCall<DeliveryQuote>;

/// <param name="Wanted">Goods with their numbers, as the customer asked about them.</param>
public sealed record QuoteGoodsCall(IReadOnlyList<CartLine> Wanted) : IToolCall<GoodsQuote>;

public sealed record ShowSummaryCall : IToolCall<CartView>;

public sealed record PlaceOrderCall : IToolCall<OrderFacts>;

public sealed record ReorderLastCall : IToolCall<ReorderedCart>;

public sealed record FindOpenOrdersCall : IToolCall<OpenOrders>;

/// <param name="OrderId">Null: the only one that is open.</param>
public sealed record CancelOrderCall(Guid? OrderId, string? Reason) : IToolCall<CancelledOrder>;

/// <summary>Station 9: what a brain may do with carts and orders. Thin: each one calls its use case, or edits the turn's cart.</summary>
internal static class OrderTools
{
    public static ToolCatalogue AddOrderTools(this ToolCatalogue tools) => tools
        .AddForCart<ReadCartCall, CartView>("read_cart", "What the customer has chosen so far, at today's prices.", changes: false, (cart, _, cancel) =>
            cart.ReadAsync(cancel))
        .AddForCart<AddToCartCall, CartView>("add_to_cart", "Adds a product that the customer asked for, on top of what is in the cart of it.", changes: true, (cart, call, cancel) =>
            cart.ChangeAsync(edit => edit.Add(call.ProductId, call.VariantId, call.Quantity, call.Note), cancel))
        .AddForCart<SetCartQuantityCall, CartView>("set_cart_quantity", "Makes a line of the cart exactly this many; 0 removes it.", changes: true, (cart, call, cancel) =>
            cart.ChangeAsync(edit => edit.SetQuantity(call.ProductId, call.VariantId, call.Quantity), cancel))
        .AddForCart<NoteCartLineCall, CartView>("note_cart_line", "Puts the customer's own words beside a line: how they want it.", changes: true, (cart, call, cancel) =>
            cart.ChangeAsync(edit => edit.NoteLine(call.ProductId, call.VariantId, call.Before, call.Note), cancel))
        .AddForCart<NoteOrderCall, CartView>("note_order", "Puts the customer's own words beside the order as a whole.", changes: true, (cart, call, cancel) =>
            cart.ChangeAsync(edit => edit.NoteOrder(call.Note), cancel))
        .AddForCart<NoteHandoverCall, CartView>("note_handover", "Puts beside the order, in the customer's own words, who gets it. A summary that was shown still stands.", changes: true, (cart, call, cancel) =>
            cart.ChangeAsync(edit => edit.NoteHandover(call.Note), cancel))
        .AddForCart<UsePointsCall, CartView>("use_points", "The customer pays with loyalty points as far as they go, or keeps them after all.", changes: true, (cart, call, cancel) =>
            cart.ChangeAsync(edit => edit.UsePoints(call.Use), cancel))
        .AddForCart<ClearCartCall, CartView>("clear_cart", "Empties the cart.", changes: true, (cart, _, cancel) =>
            cart.ChangeAsync(edit => edit.Clear(), cancel))
        .AddForCart<ChooseDeliveryCall, CartView>("choose_delivery", "The order is to be brought; address and area as the customer wrote them.", changes: true, (cart, call, cancel) =>
            cart.ChangeAsync(edit => edit.Deliver(call.Address, call.Area), cancel))
        .AddForCart<ChoosePickupCall, CartView>("choose_pickup", "The customer fetches the order at the shop.", changes: true, (cart, _, cancel) =>
            cart.ChangeAsync(edit => edit.PickUp(), cancel))
        .AddForCart<ShowSummaryCall, CartView>("show_summary", "Shows the customer the summary to be confirmed. Only their yes in a later message places the order.", changes: true, (cart, _, cancel) =>
            cart.ChangeAsync(edit => edit.ShowSummary(), cancel))
        .AddForCart<ReorderLastCall, ReorderedCart>("reorder_last", "Fills the cart with what the customer ordered last.", changes: true, ReorderAsync)
        .Add<QuoteDeliveryCall, DeliveryQuote>("quote_delivery", "What bringing an order to a place costs.", changes: false, (services, run, call, cancel) =>
            services.GetRequiredService<QuoteDelivery>().HandleAsync(run.BusinessId, call.Place, cancel))
        .Add<QuoteGoodsCall, GoodsQuote>("quote_goods", "What some goods come to at today's prices, without putting them into the cart.", changes: false, (services, run, call, cancel) =>
            services.GetRequiredService<QuoteGoods>().HandleAsync(run.BusinessId, call.Wanted, cancel))
        .Add<PlaceOrderCall, OrderFacts>("place_order", "Places exactly the order whose summary the customer has just confirmed.", changes: true, (services, run, _, cancel) =>
            services.GetRequiredService<PlaceOrder>().HandleAsync(run.BusinessId, run.ContactId, run.ConversationId, run.TurnId, cancel),
            recall: (services, run, recorded, cancel) => services.GetRequiredService<PlaceOrder>().RecallAsync(run.BusinessId, recorded, cancel))
        .Add<FindOpenOrdersCall, OpenOrders>("find_open_orders", "The customer's open orders with their status, and the last one that has ended.", changes: false, (services, run, _, cancel) =>
            services.GetRequiredService<FindOpenOrders>().HandleAsync(run.BusinessId, run.ContactId, cancel))
        .Add<CancelOrderCall, CancelledOrder>("cancel_order", "Cancels an order the customer no longer wants; once it may be paid, the shop is asked.", changes: true, (services, run, call, cancel) =>
            services.GetRequiredService<CancelOrder>().HandleAsync(run.BusinessId, run.ContactId, run.ConversationId, call.OrderId, call.Reason, cancel));

    private static async Task<Outcome<ReorderedCart>> ReorderAsync(TurnCart cart, ReorderLastCall call, CancellationToken cancellationToken)
    {
        var last = await cart.LastOrderedAsync(cancellationToken);
        List<LeftOut> left = [];
        var filled = await cart.ChangeAsync(edit => ReorderLast.Fill(edit, last, left), cancellationToken);
        return filled.Map(view => new ReorderedCart(view, left));
    }
}
