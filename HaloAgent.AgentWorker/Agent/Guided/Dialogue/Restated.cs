using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.Languages;
using HaloAgent.Orders;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>
/// A customer who repeats the order does not want it twice: the same goods in the same numbers, without an "add" or "more",
/// change nothing; with a "so …, that's all", or a "no, …" to the summary, they are what the order is to be.
/// </summary>
internal static class Restated
{
    /// <summary>"Yes, it is amala I want": a yes that only repeats the whole summary is a plain yes.</summary>
    public static async Task<bool> IsPlainYesAsync(Talk talk, IReadOnlyList<SaidLine> said)
    {
        if (!talk.Heard.Has(Intent.Yes) || talk.Heard.Has(Intent.No) || talk.Heard.IsQuestion || talk.Heard.Swaps.Count > 0 || said.Count == 0 || said.Any(line => line.Note is not null)) return false;
        var cart = await talk.CartAsync();
        return cart.SummaryShownEarlier && said.All(line => cart.Lines.Any(inCart => Repeats(line, inCart))) && cart.Lines.All(inCart => said.Any(line => Repeats(line, inCart)));

        static bool Repeats(SaidLine line, CartViewLine inCart) => line is { Action: LineAction.Add or LineAction.Mention or LineAction.Set, Explicit: false, Unclear: false, Naira: null, Mention: { } mention }
            && mention.Candidates.Any(item => item.Id == inCart.ProductId)
            && (line.Quantity is null || line.Quantity == inCart.Quantity)
            && (mention.Variants.Count == 0 || mention.Variants.Any(variant => variant.Id == inCart.VariantId));
    }

    public static async Task<IReadOnlyList<OpenLine>> WithoutAsync(Talk talk, IReadOnlyList<SaidLine> said)
    {
        List<(SaidLine Said, OpenLine Open)> lines = [];
        foreach (var line in said)
        {
            if (await MeantLine.OfAsync(talk, line) is { } open) lines.Add((line, open));
        }

        var cart = await talk.CartAsync();
        // "That senator, one XXL, and a necklace": the one that is there is only spoken of.
        if (lines.Exists(line => !IsSpokenOf(line))) lines.RemoveAll(IsSpokenOf);
        if (lines.Count > 0 && lines.TrueForAll(IsInCart))
        {
            talk.Say(PhraseKeys.AlreadySo, ("items", string.Join(", ", lines.Select(line => CartNews.Item(talk, line.Said.Quantity!.Value, NameOf(line.Open))))), ("quantity", lines[0].Said.Quantity));
            talk.OrderMoved = true;
            // Said once more with a wish: only the wish is new.
            talk.Heard = talk.Heard with { Wishes = [.. talk.Heard.Wishes, .. lines.Where(line => line.Said.Note is not null).Select(line => new SaidWish(line.Said.Note!, line.Said.Mention))] };
            return [];
        }

        var recounts = talk.Heard.Has(Intent.Restate) || (talk.Heard.Has(Intent.No) && cart.SummaryShownEarlier);
        // "Headwrap three", to a summary with two of them.
        var corrects = talk.Asked == Asked.Confirm && cart.SummaryShownEarlier;
        // "The same, but 3 jollof instead", with nothing that goes for it.
        var replaces = said.All(line => !line.GivesWay && line.Action != LineAction.Remove) && talk.Heard.Swaps.Count == 0;
        return [.. lines.Select(line => (replaces && line.Said is { Instead: true, Action: LineAction.Add, Quantity: not null, Mention.Variants.Count: 0 } && InCart(line.Open)) || ((recounts || (corrects && line.Said.IsBare)) && IsPlainAdd(line.Said) && InCart(line.Open)) ? line.Open with { Action = LineAction.Set } : line.Open)];

        bool IsInCart((SaidLine Said, OpenLine Open) line) => IsPlainAdd(line.Said) && line.Said.Quantity is { } quantity
            && line.Open.Products.Count == 1 && cart.Lines.Any(inCart => inCart.ProductId == line.Open.Products[0] && inCart.Quantity == quantity
                && (line.Open.Variants.Count == 0 || line.Open.Variants.Contains(inCart.VariantId ?? Guid.Empty)));
        // "Change that senator to XXL" does more than to speak of it.
        bool IsSpokenOf((SaidLine Said, OpenLine Open) line) => line.Said is { IsThatOne: true, Note: null } and not { Instead: true, Mention.Variants.Count: > 0 } && (IsInCart(line) || (line.Said is { Action: LineAction.Add or LineAction.Mention, Explicit: false, Quantity: null } && InCart(line.Open)));
        bool InCart(OpenLine open) => open.Products.Count == 1 && cart.Lines.Any(inCart => inCart.ProductId == open.Products[0]);
        string NameOf(OpenLine open) => cart.Lines.First(inCart => inCart.ProductId == open.Products[0]).FullName;
    }

    private static bool IsPlainAdd(SaidLine said) => said is { Action: LineAction.Add, Explicit: false, Mention: not null };
}
