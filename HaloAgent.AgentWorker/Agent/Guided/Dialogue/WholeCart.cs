using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.Orders;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>
/// Changes of the whole cart: "leave only the jollof", "double everything except the zobo", "add one more of each". What is to stay
/// ("don't remove the zobo") stays.
/// </summary>
internal static class WholeCart
{
    /// <summary>Does it; what else the burst says goes on.</summary>
    public static async Task TakeAsync(Talk talk)
    {
        var said = talk.Heard.Lines;
        if (!said.Any(line => line.OfAll || line.Only || line.Action == LineAction.Keep)) return;
        var cart = await talk.CartAsync();
        var does = !cart.IsEmpty && talk.TouchedNow == 0 && said.Any(line => line.OfAll || Stays(line, cart));
        // Of nothing, and of what was only just put in, there is nothing to keep; "just the malt and the zobo", where there is no zobo, is a wish for it.
        talk.Heard = talk.Heard with { Lines = [.. said.Where(line => !line.OfAll && !(does && Stays(line, cart))).Select(line => line.Action == LineAction.Keep ? line with { Action = LineAction.Mention } : line)] };
        if (!does) return;

        talk.Heard = talk.Heard.Without(Intent.Yes, Intent.No, Intent.AllOfThem, Intent.Done, Intent.ClearCart);
        talk.OrderMoved = true;
        await Ordering.DoAsync(talk, [.. cart.Lines.SelectMany(line => Changes(line, said))]);
    }

    private static bool Stays(SaidLine line, CartView cart) => (line.Only || line.Action == LineAction.Keep) && cart.Lines.Any(inCart => IsAbout(line, inCart));

    private static bool IsAbout(SaidLine line, CartViewLine inCart) => line.Mention is { } mention && mention.Candidates.Any(item => item.Id == inCart.ProductId)
        && (mention.Variants.Count == 0 || mention.Variants.Any(variant => variant.Id == inCart.VariantId));

    private static IEnumerable<OpenLine> Changes(CartViewLine inCart, IReadOnlyList<SaidLine> said)
    {
        if (said.FirstOrDefault(line => (line.Only || line.Action == LineAction.Keep) && IsAbout(line, inCart)) is { } kept)
        {
            if (kept.Quantity is { } some && some != inCart.Quantity) yield return Of(LineAction.Set, some);
            yield break;
        }

        // "Double everything and remove the malt": it goes, and is not doubled first.
        if (said.Any(line => line is { Action: LineAction.Remove, Quantity: null, OfAll: false } && IsAbout(line, inCart))) yield break;
        // "Just the malt and 2 zobo"
        if (said.Any(line => line.Only) && said.Any(line => IsAbout(line, inCart))) yield break;
        if (said.Any(line => line.Only)) yield return Of(LineAction.Remove, null);
        else if (said.FirstOrDefault(line => line.OfAll) is { } all) yield return Of(all.Action, all.Doubled ? inCart.Quantity * 2 : all.Quantity);

        OpenLine Of(LineAction action, int? quantity) => new(action, quantity, [inCart.ProductId], inCart.VariantId is { } variant ? [variant] : [], Explicit: false);
    }
}
