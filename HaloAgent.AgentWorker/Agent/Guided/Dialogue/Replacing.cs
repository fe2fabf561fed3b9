using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>
/// "Change that zobo": in place of what? And "change it to pizza", where there is none. A change that could not be made is said to be not
/// made and is asked for; a summary instead would look finished.
/// </summary>
internal static class Replacing
{
    private const string Slot = "replaced";

    /// <summary>What goes and what comes, for each swap that can be made.</summary>
    public static async Task<IReadOnlyList<OpenLine>> LinesOfAsync(Talk talk, IReadOnlyList<Swap> swaps)
    {
        List<OpenLine> lines = [];
        foreach (var swap in swaps)
        {
            var from = await MeantLine.OfAsync(talk, new SaidLine(LineAction.Remove, swap.From ?? await OfSeveralAsync(talk, swap), null));
            // "It", with nothing in the cart, is only a wish for the new one, and so is what comes with its own number.
            if (from is null && swap is { From: not null, Quantity: null })
            {
                AskLater(talk, null);
                continue;
            }

            var had = from is null ? (int?)null : (await talk.CartAsync()).Lines.Where(line => from.Products.Contains(line.ProductId)).Sum(line => line.Quantity);
            var some = swap.Of ?? (swap.IsHalf ? had / 2 : swap.IsRest ? had - lines.Where(line => line.Action == LineAction.Remove && line.Products.SequenceEqual(from!.Products)).Sum(line => line.Quantity ?? had) : null);
            // Half of three, or the others of one, are no number.
            if (from is not null && (some <= 0 || (swap.IsHalf && had % 2 != 0)))
            {
                AskLater(talk, from.Products is [var whole] ? whole : null);
                continue;
            }

            if (from is { } going && some is not null) from = going with { Quantity = some };
            var there = (await talk.CartAsync()).Lines.FirstOrDefault(line => swap.To.Candidates.Any(item => item.Id == line.ProductId));
            var sets = swap.IsOfTwoWishes && there is not null && (swap.Sets || swap.Quantity == there.Quantity);
            var coming = new SaidLine(sets ? LineAction.Set : LineAction.Add, swap.To, sets ? swap.Quantity : swap.Quantity ?? some ?? had);
            if (await MeantLine.OfAsync(talk, coming) is not { } to || (!sets && IsSoldOut(talk, to)))
            {
                // What there is none of takes nothing's place.
                AskLater(talk, from?.Products is [var kept] ? kept : null);
                continue;
            }

            // "Make the senator XXL and remove the necklace", with a senator in L: its size, and nothing in the necklace's place.
            if (swap is { IsOfTwoWishes: true, Quantity: null } && from is not null && AnotherVariant.InPlace(talk, await talk.CartAsync(), to with { Quantity = null }) is [var old, var another])
            {
                lines.AddRange([from, old, another]);
                continue;
            }

            // "change it to 3 jollof" where it is jollof: another number, not another thing.
            if (swap.From is null && from is not null && from.Products.SequenceEqual(to.Products)) lines.Add(to with { Action = LineAction.Set });
            else lines.AddRange(from is null ? [to] : [from, to]);
        }

        return lines;
    }

    // "Change one to fried rice", with two jollof and one zobo: of the jollof.
    private static async Task<ProductMention?> OfSeveralAsync(Talk talk, Swap swap) => swap.Of is { } some
        && (await talk.CartAsync()).Lines.Where(line => line.Quantity > some).ToList() is [{ VariantId: null } line] && Ordering.ItemOf(talk, line.ProductId) is { } item
        ? new ProductMention([item], item.Name, [], null, 1) : null;

    /// <summary>"It's not zobo, malt is what I want", with the zobo in the cart: nothing of it has come yet, so that it is no complaint.</summary>
    public static async Task<bool> IsCorrectionAsync(Talk talk)
    {
        var swaps = talk.Heard.Swaps.Where(swap => swap.InComplaint).ToList();
        if (swaps.Count == 0) return false;
        var lines = (await talk.CartAsync()).Lines;
        return swaps.TrueForAll(swap => swap.From is { } from && lines.Any(line => from.Candidates.Any(item => item.Id == line.ProductId)));
    }

    /// <summary>Asks at the end of the reply, instead of showing what would look finished.</summary>
    /// <param name="product">What something else is to take the place of; null when that is not clear.</param>
    public static void AskLater(Talk talk, Guid? product)
    {
        talk.Keep(Slot, (product ?? Guid.Empty).ToString("N"));
        talk.OrderMoved = true;
    }

    /// <returns>Whether there was a change to ask about.</returns>
    public static bool Ask(Talk talk)
    {
        if (talk.Slot(Slot) is null) return false;
        talk.Say(PhraseKeys.ChangeNotMade);
        talk.Ask(Asked.Change);
        return true;
    }

    /// <summary>Takes what was named alone, right after the question, as what comes in place of the other.</summary>
    public static void TakeAnswer(Talk talk)
    {
        var kept = talk.Slot(Slot);
        talk.Keep(Slot, null);
        if (talk.Asked != Asked.Change || !Guid.TryParseExact(kept, "N", out var product) || Ordering.ItemOf(talk, product) is not { } item || talk.Heard.Swaps.Count > 0) return;
        if (talk.Heard.Lines is not [{ Action: LineAction.Add or LineAction.Set or LineAction.Mention, Mention: { } mention, Naira: null, Unclear: false } line] || mention.Candidates.Contains(item)) return;
        talk.Heard = talk.Heard.WithoutLines(_ => true) with { Swaps = [new Swap(new ProductMention([item], item.Name, [], null, 1), mention, line.Quantity)] };
    }

    /// <summary>Without what is to be something else, where nobody said what: that is asked.</summary>
    public static async Task<List<SaidLine>> WithoutOpenAsync(Talk talk, List<SaidLine> said)
    {
        var cart = await talk.CartAsync();
        var open = said.FindAll(line => IsOpen(line) && line.Mention!.Candidates.Any(IsInCart));
        if (open.Count == 0) return said;
        AskLater(talk, open[0].Mention!.Candidates.First(IsInCart).Id);
        return [.. said.Where(line => !open.Exists(one => ReferenceEquals(one, line)))];

        bool IsInCart(CatalogItem item) => cart.Lines.Any(inCart => inCart.ProductId == item.Id);

        // "Change the shirt. I want XL": of the same thing another size.
        bool IsOpen(SaidLine line) => line is { GivesWay: true, Action: LineAction.Set } && !line.Mention!.Candidates.Any(item => item.Variants.Count > 0 && talk.Listener.VariantsNamed(item, talk.Text).Count > 0);
    }

    private static bool IsSoldOut(Talk talk, OpenLine line)
    {
        if (line.Products is not [var only] || talk.Product(only) is not { } product || Menu.Stock(product) > 0) return false;
        talk.Say(PhraseKeys.SoldOut, ("name", product.Name));
        return true;
    }
}
