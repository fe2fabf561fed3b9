using HaloAgent.AgentWorker.Agent.Guided.Dialogue;
using HaloAgent.Orders;

namespace HaloAgent.AgentWorker.Agent.Llama.Tools;

/// <summary>
/// Which tools a model is given now: only what the state of cart and orders allows, and what is seldom wanted only where a word of the
/// customer hints at it. Small models lose their way among many tools, and each one is paid for in every call.
/// </summary>
internal static class ToolOffer
{
    public static async Task<IReadOnlyList<ModelTool>> ForAsync(ModelTalk talk)
    {
        List<ModelTool> offered = [CatalogModelTools.Search, CatalogModelTools.Show, CatalogModelTools.Details, CartModelTools.Add];
        var cart = await talk.Talk.CartAsync();
        offered.AddRange(OfCart(talk, cart));
        offered.AddRange(OfOrders(talk, await talk.OrdersAsync(), cart));
        if (await talk.IsConfirmedAsync()) offered.Add(OrderModelTools.Place);
        offered.AddRange([ShopModelTools.Information, ShopModelTools.Escalate, ShopModelTools.Decline]);
        offered.AddRange(OfCustomer(talk));
        return offered;
    }

    private static IEnumerable<ModelTool> OfCart(ModelTalk talk, CartView cart)
    {
        if (!cart.IsEmpty)
        {
            yield return CartModelTools.Change;
            yield return CartModelTools.Clear;
            yield return CartModelTools.View;
        }

        // Also with an empty cart: "2 jollof, bring it to Ikeja" says both at once.
        yield return CartModelTools.PickUp;
        if (talk.Talk.Shop.DeliveryAreas.Count == 0) yield break;
        yield return CartModelTools.Deliver;
        yield return ShopModelTools.Quote;
    }

    private static IEnumerable<ModelTool> OfOrders(ModelTalk talk, OpenOrders orders, CartView cart)
    {
        var any = orders.Open.Count > 0;
        if (any || orders.LastEnded is not null) yield return OrderModelTools.Status;
        // Whatever is open can be cancelled, or a person asked to cancel it; what has ended cannot.
        if (any) yield return OrderModelTools.Cancel;
        if (orders.Open.Any(order => order.Status.IsUnpaid())) yield return OrderModelTools.PaymentDetails;
        if (talk.IsClaimed) yield return OrderModelTools.ClaimPayment;
        if (cart.IsEmpty && (any || orders.LastEnded is not null)) yield return OrderModelTools.Repeat;
    }

    private static IEnumerable<ModelTool> OfCustomer(ModelTalk talk)
    {
        var text = talk.Talk.Text;
        if (ToolHints.Name.IsIn(text)) yield return ContactModelTools.SaveName;
        if (ToolHints.Language.IsIn(text)) yield return ContactModelTools.SetLanguage;
        if (ToolHints.Messages.IsIn(text)) yield return ContactModelTools.HowToStop;
        if (ToolHints.Offers.IsIn(text) || talk.Talk.Asked == Asked.Offers) yield return ContactModelTools.Offers;
        if (ToolHints.Data.IsIn(text)) yield return ContactModelTools.Data;
        if (talk.Talk.Shop.Loyalty is not null && ToolHints.Points.IsIn(text)) yield return ContactModelTools.Points;
    }
}
