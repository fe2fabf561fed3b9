using HaloAgent.Languages;
using HaloAgent.Orders;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>The cart while it is being filled; the summary that is confirmed is <see cref="OrderBlock"/>'s.</summary>
internal static class CartShown
{
    public static void Say(Talk talk, CartView cart)
    {
        if (cart.IsEmpty)
        {
            talk.Say(PhraseKeys.CartEmpty);
            return;
        }

        // A whole order is shown as the summary that is confirmed, and once.
        talk.OrderMoved = true;
        if (cart.Missing.Count == 0 && cart.TooFew.Count == 0) return;

        List<string> lines = [talk.Phrase(PhraseKeys.Cart)];
        lines.AddRange(cart.Lines.Select(line => talk.Phrase(PhraseKeys.CartLine, ("quantity", line.Quantity), ("name", line.FullName), ("total", line.Total)) + (line.Note is { } note ? " " + OrderBlock.Quoted(note) : "")));
        if (cart.Note is { } about) lines.Add(OrderBlock.Quoted(about));
        lines.Add(talk.Phrase(PhraseKeys.CartTotal, ("total", cart.Total)));
        talk.SayText(string.Join('\n', lines));
        talk.TotalSaid = true;
    }
}
