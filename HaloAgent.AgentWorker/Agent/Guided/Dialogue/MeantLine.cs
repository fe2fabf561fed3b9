using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.Languages;
using HaloAgent.Orders;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>Which product, size and number a line means that the customer said: by its words, by the cart, by what was spoken of last.</summary>
internal static class MeantLine
{
    private const int LongestEcho = 40;

    /// <summary>A said line with ids in it; what the cart makes clear is not asked.</summary>
    public static async Task<OpenLine?> OfAsync(Talk talk, SaidLine said)
    {
        var cart = await talk.CartAsync();
        if (said.Mention is not { } mention) return OfIt(talk, said, cart);
        if (mention.IsUnknown)
        {
            talk.Say(PhraseKeys.NotSold, ("heard", mention.Heard.Length <= LongestEcho ? mention.Heard : mention.Heard[..LongestEcho]));
            return null;
        }

        var products = mention.Candidates.Select(item => item.Id).ToList();
        var inCart = products.Where(id => cart.Lines.Any(line => line.ProductId == id)).ToList();
        var aboutCart = said.Action is LineAction.Remove or LineAction.Set || said.Explicit || said.Instead;
        if (aboutCart && inCart.Count > 0) products = inCart;
        // "How much is the ankara fabric? Bring 2 of the fabric": of several the one that was spoken of.
        else if (products.Count > 1 && talk.LastTouched() is { } spoken && products.Contains(spoken.Product)) products = [spoken.Product];
        if ((said.Action == LineAction.Remove || said.GivesWay) && inCart.Count == 0)
        {
            talk.Say(PhraseKeys.NotInCart, ("name", mention.Only?.Name ?? mention.Heard));
            talk.OrderMoved = true;
            return null;
        }

        if (mention is { UnknownVariant: { } unknown, Only: { } only }) talk.Say(PhraseKeys.VariantUnknown, ("name", only.Name), ("variant", unknown));
        if (said.Naira is not null && products is [var sold] && talk.Product(sold) is { } product)
        {
            talk.Say(PhraseKeys.NotByAmount, ("name", product.Name), ("price", product.Price));
            talk.AskedHowMany = true;
        }

        var asked = said.Unclear || said.Naira is not null;
        var variants = mention.Variants.Select(variant => variant.Id).ToList();
        if (said.Instead && products is [var changed] && variants.Count != 1 && Ordering.ItemOf(talk, changed) is { } item)
        {
            variants = [.. talk.Listener.VariantsNamed(item, talk.Text).Select(variant => variant.Id).Except(VariantsInCart(cart, changed))];
        }

        if (aboutCart && products is [var one] && variants.Count != 1) variants = VariantsInCart(cart, one) is [var inIt] ? [inIt] : variants;
        if (said.Doubled) return Doubled(cart, products, variants);
        return Noted(said, new OpenLine(asked ? LineAction.Mention : said.Action, asked ? null : said.Quantity, products, variants, said.Explicit));
    }

    // Of what is not there, or there in several sizes, twice as many is no number.
    private static OpenLine Doubled(CartView cart, List<Guid> products, List<Guid> variants)
    {
        var lines = cart.Lines.Where(line => products.Contains(line.ProductId) && (variants.Count == 0 || line.VariantId is { } variant && variants.Contains(variant))).ToList();
        return lines is [var only]
            ? new OpenLine(LineAction.Set, only.Quantity * 2, [only.ProductId], only.VariantId is { } size ? [size] : [], false)
            : new OpenLine(LineAction.Mention, null, products, variants, false);
    }

    private static OpenLine? OfIt(Talk talk, SaidLine said, CartView cart)
    {
        if (said.Doubled) return cart.IsEmpty ? null : Doubled(cart, talk.LastTouched() is { } touched && cart.Lines.Any(line => line.ProductId == touched.Product) ? [touched.Product] : [.. cart.Lines.Select(line => line.ProductId).Distinct()], []);
        if (talk.LastTouched() is { } last && (said.Action == LineAction.Add || (said.Action == LineAction.Set && cart.IsEmpty) || cart.Lines.Any(line => line.ProductId == last.Product)))
        {
            return Noted(said, new OpenLine(said.Action, said.Quantity, [last.Product], AnotherSize(talk, last.Product) ?? (last.Variant is { } variant ? [variant] : []), said.Explicit)
            {
                IsUnsure = said is { Action: LineAction.Add, Explicit: false, Quantity: not null },
            });
        }

        var products = cart.Lines.Select(line => line.ProductId).Distinct().ToList();
        if (products.Count == 0) return null;
        return Noted(said, new OpenLine(said.Action, said.Quantity, products, products.Count == 1 ? VariantsInCart(cart, products[0]) : [], said.Explicit));
    }

    // "I want another one in XL", of the thing in L; sizes of what else is named are theirs.
    private static IReadOnlyList<Guid>? AnotherSize(Talk talk, Guid product) =>
        Ordering.ItemOf(talk, product) is { Variants.Count: > 0 } item && talk.Heard.Lines.All(line => line.Mention is null || line.Mention.Candidates.All(one => one.Variants.Count == 0))
        && talk.Listener.NamesASize(talk.Text) && talk.Listener.VariantsNamed(item, talk.Text) is [var size] ? [size.Id] : null;

    private static OpenLine Noted(SaidLine said, OpenLine line) => line with { Note = said.Note, HasNote = said.Note is not null };

    private static List<Guid> VariantsInCart(CartView cart, Guid product) =>
        [.. cart.Lines.Where(line => line.ProductId == product).Select(line => line.VariantId).OfType<Guid>().Distinct()];
}
