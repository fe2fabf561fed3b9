using System.Globalization;
using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.Orders;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>"Change it to L", "size L instead": the thing spoken of last, in another size.</summary>
internal static class AnotherVariant
{
    /// <returns>True: it was that.</returns>
    public static async Task<bool> TakeAsync(Talk talk)
    {
        // What an open question has taken already is no change of it.
        if (talk.TouchedNow > 0 || talk.Pending.Count > 0 || !SaysNothingElse(talk.Heard) || talk.Asked is Asked.Address or Asked.SavedAddress or Asked.Area) return false;
        if (await MeantAsync(talk) is not { VariantId: { } had } line || Wanted(talk, line) is not { } wanted) return false;

        talk.Heard = talk.Heard.WithoutLines(_ => true).WithoutPicks().Without(Intent.Yes, Intent.No, Intent.Wait);
        talk.OrderMoved = true;
        // "Change one to L": the others stay.
        var many = talk.Listener.SaysOneOfThem(talk.Text) ? 1 : talk.Listener.SaysInstead(talk.Text) && Ordering.ItemOf(talk, line.ProductId) is { } item && talk.Listener.FirstCount(item, talk.Text) is { } some
            ? Math.Min(some, line.Quantity) : line.Quantity;
        await Ordering.DoAsync(talk, [Of(LineAction.Remove, many, had), Of(LineAction.Add, many, wanted.Id)]);
        return true;

        OpenLine Of(LineAction action, int quantity, Guid variant) => new(action, quantity, [line.ProductId], [variant], Explicit: false) { Note = action == LineAction.Add ? line.Note : null };
    }

    /// <summary>"The slippers should be 42": where 42 is a size of them it is no count.</summary>
    public static IReadOnlyList<OpenLine> OrCount(Talk talk, CartView cart, OpenLine line)
    {
        if (line is not { Action: LineAction.Set, Quantity: { } number, Products: [var product] } || Ordering.ItemOf(talk, product) is not { } item) return [line];
        if (cart.Lines.Where(inCart => inCart.ProductId == product).ToList() is not [{ VariantId: { } had } only]) return [line];
        if (talk.Listener.VariantsNamed(item, number.ToString(CultureInfo.InvariantCulture)) is not [var wanted]) return [line];
        return wanted.Id == had ? [] : [line with { Action = LineAction.Remove, Quantity = null, Variants = [had] }, line with { Action = LineAction.Add, Quantity = only.Quantity, Variants = [wanted.Id] }];
    }

    /// <summary>"Change the kaftan to XXL": in place of the one size of it that is in the cart.</summary>
    public static IReadOnlyList<OpenLine> InPlace(CartView cart, OpenLine line)
    {
        if (line is not { Action: LineAction.Add or LineAction.Set or LineAction.Mention, Products: [var product], Variants: [var wanted] }) return [line];
        if (cart.Lines.Where(inCart => inCart.ProductId == product).ToList() is not [{ VariantId: { } had } only] || had == wanted) return [line];
        return [line with { Action = LineAction.Remove, Quantity = null, Variants = [had] }, line with { Action = LineAction.Add, Quantity = line.Quantity ?? only.Quantity, Note = line.Note ?? only.Note }];
    }

    // "40" in an address, an amount or a list is no size.
    private static bool SaysNothingElse(Heard heard) =>
        !heard.IsQuestion && heard.Swaps.Count == 0 && heard.Picks.Count == 0 && heard is { Address: null, Area: null, Place: null, Amount: null }
        && !heard.Lines.Any(IsAnother) && heard.Intents.Keys.All(intent => intent is Intent.Yes or Intent.No or Intent.Restate or Intent.Wait);

    // A thing named with a number, or taken out, is its own request.
    private static bool IsAnother(SaidLine said) => said.Mention is not null && !(said.Action == LineAction.Set && said.Mention.IsUnknown);

    private static CatalogVariant? Wanted(Talk talk, CartViewLine line)
    {
        if (line.VariantId is not { } had || Ordering.ItemOf(talk, line.ProductId) is not { } item) return null;
        var named = talk.Listener.VariantsNamed(item, talk.Text);
        // "Give me 43 instead of the 42": the one that is there already is only spoken of.
        if (named.Count == 2 && (talk.Listener.SaysInstead(talk.Text) || IsChosenOfTwo(talk, item))) named = [.. named.Where(variant => variant.Id != had)];
        return named is [var wanted] && wanted.Id != had ? wanted : null;
    }

    // "I want it in M, not L": no counts, and one of the two is there.
    private static bool IsChosenOfTwo(Talk talk, CatalogItem item) => talk.Listener.CountsOf(item, talk.Text).All(one => one.Count is null) && talk.Listener.SaysNotThis(talk.Text);

    private static async Task<CartViewLine?> MeantAsync(Talk talk)
    {
        var lines = (await talk.CartAsync()).Lines;
        // "Change the dress to L", "change his own to 6-7 years": of what can change to it, the one that is named, or the only one.
        if (talk.Listener.SaysInstead(talk.Text) && lines.Where(line => Wanted(talk, line) is not null).ToList() is { Count: > 0 } able)
        {
            var named = able.Where(line => talk.Listener.NamesAWordOf(line.Name, talk.Text)).ToList();
            if (named is [var one]) return one;
            if (named.Count == 0 && able is [var sole]) return sole;
        }

        if (talk.LastTouched() is { } last && lines.FirstOrDefault(line => line.ProductId == last.Product && line.VariantId == last.Variant) is { } touched) return touched;
        return lines is [var only] ? only : null;
    }
}
