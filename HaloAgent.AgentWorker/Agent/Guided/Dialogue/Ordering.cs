using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.AgentWorker.Orders;
using HaloAgent.Languages;
using HaloAgent.Orders;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>What is missing before something can be done with a product.</summary>
internal enum Gap
{
    None,
    Product,
    Variant,
    Quantity,
}

/// <summary>Puts into the cart what was ordered, takes out what was not wanted, and keeps what is not clear yet.</summary>
internal static class Ordering
{
    private const string OfferSlot = "offer";

    public static async Task TakeAsync(Talk talk)
    {
        Replacing.TakeAnswer(talk);
        await WholeCart.TakeAsync(talk);
        if (talk.Take(Intent.RepeatOrder)) await RepeatAsync(talk);
        else if (await SomeOfThem.TakeAsync(talk) || await AnotherVariant.TakeAsync(talk)) return;

        var said = WithoutEchoes([.. talk.Heard.Lines.Where(line => !line.IsAsked)]);
        var swaps = talk.Heard.Swaps;
        (said, swaps) = Counted(said, swaps);
        if (said.Count == 0 && swaps.Count == 0) return;

        if (await Restated.IsPlainYesAsync(talk, said))
        {
            talk.Heard = talk.Heard.WithoutLines(said.Contains) with { Category = null };
            return;
        }

        said = await Replacing.WithoutOpenAsync(talk, await WithoutReferencesAsync(talk, AboutWhatWasAsked(talk, said)));
        if (said.Count == 0 && swaps.Count == 0)
        {
            talk.Heard = talk.Heard.WithoutLines(line => !line.IsAsked);
            return;
        }

        var placed = await PlacedOrder.StaysAsync(talk, said);
        // Also when nothing of it can be done: a yes beside it confirms nothing.
        talk.OrderMoved |= placed != PlacedOrderSpokenOf.OnlyToTakeOut;
        talk.Heard = talk.Heard.WithoutLines(line => !line.IsAsked) with { Swaps = [], Category = null };
        if (placed == PlacedOrderSpokenOf.OnlyToTakeOut) return;

        var lines = await Restated.WithoutAsync(talk, said);
        lines = SeveralVariants.Split(talk, SeveralVariants.Sized(talk, lines, said), said);
        lines = [.. lines.Select(line => IsOrderedAsItStands(talk, line) ? line with { Action = LineAction.Add } : line)];
        // "Zobo or malt": it is asked which.
        if (lines is [{ Action: LineAction.Add, Quantity: null, Products: [var one] }, { Action: LineAction.Add, Quantity: null, Products: [var other] }] && one != other && talk.Listener.SaysEither(talk.Text)) lines = [lines[0] with { Products = [one, other], Variants = [] }];
        var cart = await talk.CartAsync();
        var exchanged = said.Where(line => line is { Instead: true, Mention: not null }).SelectMany(line => line.Mention!.Candidates).Select(item => item.Id).ToHashSet();
        // "I love how you make the jollof" only speaks of it.
        lines = [.. lines.Select(line => line is { Action: LineAction.Set, Quantity: null, Variants.Count: 0, Products: [var product] } && !exchanged.Contains(product) && cart.Lines.All(inCart => inCart.ProductId != product) ? line with { Action = LineAction.Mention } : line)];
        await DoAsync(talk, [.. lines.SelectMany(line => IsOfSeveralSizes(lines, line) ? [line] : exchanged.Overlaps(line.Products) || line is { Action: LineAction.Mention, Quantity: null } || AnotherVariant.IsNew(cart, line) ? AnotherVariant.InPlace(talk, cart, line) : AnotherVariant.OrCount(talk, cart, line)), .. await Replacing.LinesOfAsync(talk, swaps)]);
        if (placed == PlacedOrderSpokenOf.BesideNew) await PlacedOrder.TellOfNewAsync(talk);
    }

    // "Make the dashiki two, one L, one XL": neither takes the place of the other.
    private static bool IsOfSeveralSizes(IReadOnlyList<OpenLine> lines, OpenLine line) =>
        line is { Action: LineAction.Set, Products: [var product], Variants: [var size] } && lines.Any(other => other is { Action: LineAction.Set, Products: [var same], Variants: [var another] } && same == product && another != size);

    // "Kimono jacket size S-M, pickup": who says the size and how to get it orders one.
    private static bool IsOrderedAsItStands(Talk talk, OpenLine line) =>
        line is { Action: LineAction.Mention, Quantity: null, Products.Count: 1, Variants.Count: 1 } && !talk.Heard.IsQuestion && (talk.Heard.HasAny(Intent.Pickup, Intent.Delivery) || talk.Heard.Address is not null);

    // "Do you have jollof? I want 2": of the one thing that was asked about in the same breath.
    private static List<SaidLine> AboutWhatWasAsked(Talk talk, List<SaidLine> said)
    {
        var asked = talk.Heard.Lines.Where(line => line.IsAsked).Select(line => line.Mention).OfType<ProductMention>().ToList();
        return asked is [{ Only: { } thing } first, ..] && asked.TrueForAll(mention => mention.Only?.Id == thing.Id)
            ? [.. said.Select(line => line.Mention is null ? line with { Mention = Sized(talk, first, thing) } : line)]
            : said;
    }

    // "Do you have dashiki? XL, I want 2"
    private static ProductMention Sized(Talk talk, ProductMention asked, CatalogItem thing) =>
        asked.Variants.Count == 0 && talk.Listener.VariantsNamed(thing, talk.Text) is [var size] ? asked with { Variants = [size] } : asked;

    // "I will pick up the pies": what is in the cart already is only spoken of.
    private static async Task<List<SaidLine>> WithoutReferencesAsync(Talk talk, List<SaidLine> said)
    {
        if (!said.Exists(IsReference) || (!talk.Heard.HasAny(Intent.Pickup, Intent.Delivery, Intent.SavedAddress, Intent.Paid, Intent.Thanks) && talk.Heard.Address is null)) return said;
        var cart = await talk.CartAsync();
        return [.. said.Where(line => !IsReference(line) || !line.Mention!.Candidates.Any(item => cart.Lines.Any(inCart => inCart.ProductId == item.Id)))];

        static bool IsReference(SaidLine line) => line.Action == LineAction.Mention && IsVague(line);
    }

    // "2 ankara shirts for men", "soup, 2 pepper soup": a thing named once more, without a number or a size of its own, is not another one.
    private static List<SaidLine> WithoutEchoes(IReadOnlyList<SaidLine> said) =>
        [.. said.Where((line, i) => !IsVague(line) || !said.Where((other, j) => j != i && IsTheSame(other, line) && (j < i || !IsVague(other))).Any())];

    // "Oga no dey drink zobo. Comot one zobo, put malt for am": the one that was counted goes, and not all of them. What comes in its place and is named once more is the same.
    private static (List<SaidLine> Said, IReadOnlyList<Swap> Swaps) Counted(List<SaidLine> said, IReadOnlyList<Swap> swaps)
    {
        if (swaps.Count == 0) return (said, swaps);
        said = [.. said.Where(line => !(IsVague(line) && swaps.Any(swap => IsOne(line, swap.To) || (swap.From is { } from && IsOne(line, from)))))];
        List<Swap> left = [];
        foreach (var swap in swaps)
        {
            if (swap.From is { } from && said.Find(line => line is { Action: LineAction.Remove, Quantity: not null } && IsOne(line, from)) is { } counted)
            {
                said.Add(new SaidLine(LineAction.Add, swap.To, swap.Quantity ?? counted.Quantity));
            }
            else
            {
                left.Add(swap);
            }
        }

        return (said, left);

        static bool IsOne(SaidLine line, ProductMention mention) => line.Mention is { IsUnknown: false } own && own.Candidates.Intersect(mention.Candidates).Any();
    }

    private static bool IsVague(SaidLine line) => line is { Mention: { IsUnknown: false, Variants.Count: 0 }, Quantity: null, Naira: null, Unclear: false };

    private static bool IsTheSame(SaidLine clear, SaidLine vague) =>
        (clear.Action == vague.Action || (vague.Action == LineAction.Mention && clear.Action is LineAction.Add or LineAction.Remove or LineAction.Set)) && clear.Mention?.Only is { } only && vague.Mention!.Candidates.Any(item => item.Id == only.Id);

    /// <summary>The products picked from a list: one without a number is asked for it, several are taken once each.</summary>
    public static async Task ChooseAsync(Talk talk, IReadOnlyList<(Guid Product, int? Quantity)> picked)
    {
        talk.Pending = [.. talk.Pending.Where(open => open.Action != LineAction.Mention)];
        talk.OrderMoved = true;
        if (picked is [(var only, null)]) talk.Pending = [new OpenLine(LineAction.Mention, null, [only], [], false), .. talk.Pending];
        else await DoAsync(talk, [.. picked.Select(pick => new OpenLine(LineAction.Add, pick.Quantity, [pick.Product], [], false))]);
    }

    public static async Task TakeOfferAsync(Talk talk)
    {
        var offered = OpenLine.Read(talk.Slot(OfferSlot));
        talk.Keep(OfferSlot, null);
        // "Only 2 of M are left." "Then two of M and one of L."
        if (offered is [var one] && SeveralVariants.Of(talk, one with { Quantity = null }, talk.Text, isAnswer: true) is { } sizes)
        {
            talk.Heard = talk.Heard.WithoutLines(said => said.Mention is not { } mention || mention.Candidates.Any(item => one.Products.Contains(item.Id))).WithoutPicks().Without(Intent.Yes);
            await DoAsync(talk, sizes);
            return;
        }

        // "Only 2 are left. Shall I put the 2?" "Give me 1."
        if (offered is [var left] && talk.Listed.Count == 0 && talk.Heard.BareNumber is { } count)
        {
            talk.Heard = talk.Heard.WithoutPicks().Without(Intent.Yes);
            await DoAsync(talk, [left with { Quantity = count }]);
            return;
        }

        if (talk.Heard.HasContent) return;
        if (talk.Take(Intent.Yes)) await DoAsync(talk, offered);
        else if (talk.Take(Intent.No)) talk.OrderMoved = true;
    }

    /// <summary>Does what can be done, and leaves the rest to be asked.</summary>
    public static async Task DoAsync(Talk talk, IReadOnlyList<OpenLine> lines)
    {
        var done = new CartNews();
        List<OpenLine> open = [];
        // What was chosen from a list and is clear by now goes first.
        foreach (var line in lines)
        {
            if (GapOf(talk, line) == Gap.None) await DoAsync(talk, line, done);
            else open.Add(line);
        }

        // "One boys' set", and asked for its size, beside the girl's: "the boy's is 6-7 years" is that one.
        talk.Pending = [.. open, .. talk.Pending.Where(waiting => !lines.Any(line => IsSized(line, waiting)))];
        talk.OrderMoved |= lines.Count > 0;
        done.Tell(talk);
    }

    private static bool IsSized(OpenLine line, OpenLine waiting) => line is { Products: [var sized], Variants: [_] } && waiting is { Products: [var product], Variants.Count: 0 } && sized == product;

    public static Gap GapOf(Talk talk, OpenLine line)
    {
        if (line.Products.Count != 1) return Gap.Product;
        if (talk.Product(line.Products[0]) is { Variants.Count: > 0 } && line.Variants.Count != 1) return Gap.Variant;
        return line.Action == LineAction.Mention ? Gap.Quantity : Gap.None;
    }

    public static CatalogItem? ItemOf(Talk talk, Guid id) => talk.Product(id) is { } product ? CatalogItem.Of(product) : null;

    private static async Task DoAsync(Talk talk, OpenLine line, CartNews done)
    {
        var (product, variant) = (line.Products[0], line.Variants is [var one] ? one : (Guid?)null);
        var name = NameOf(talk, product, variant);
        var had = (await talk.CartAsync()).Lines.Where(inCart => inCart.ProductId == product && inCart.VariantId == variant).Sum(inCart => inCart.Quantity);
        if (line.Action == LineAction.Remove && had == 0)
        {
            talk.Say(PhraseKeys.NotInCart, ("name", name));
            return;
        }

        var note = await Wishes.OfAsync(talk, line);
        var made = note is null ? name : $"{name} {OrderBlock.Quoted(CustomerNote.Plain(note) ?? "")}";
        var wanted = line.Action switch
        {
            LineAction.Remove => line.Quantity is { } fewer ? Math.Max(0, had - fewer) : 0,
            // Named without a number it stays as it is.
            LineAction.Set => line.Quantity ?? Math.Max(1, had),
            _ => had + (line.Quantity ?? 1),
        };
        var outcome = line.Action == LineAction.Add
            ? await talk.CallAsync(new AddToCartCall(product, variant, line.Quantity ?? 1, note))
            : await talk.CallAsync(new SetCartQuantityCall(product, variant, wanted));
        talk.Touch(product, variant);
        if (outcome.Succeeded && line is { Action: LineAction.Add, Quantity: null }) ImpliedOne.Note(talk, product, variant);
        if (!outcome.Succeeded) Refused(talk, line, name, had, outcome.Failure);
        else if (wanted == 0) done.Removed(talk, name);
        else if (had == 0 || line.Action == LineAction.Add) done.Added(talk, line.Action == LineAction.Add ? line.Quantity ?? 1 : wanted, made);
        else done.Changed(talk, wanted, made);
        if (outcome.Succeeded && line is { IsUnsure: true, Action: LineAction.Add, Quantity: { } some } && had > 0) done.Grown(talk, some, wanted, name);
        if (outcome.Succeeded && wanted > 0 && line.Action != LineAction.Add && note is not null) await Wishes.NoteAsync(talk, product, variant, note);
    }

    private static void Refused(Talk talk, OpenLine line, string name, int had, Failure failure)
    {
        switch (failure)
        {
            case OutOfStock { Left: 0 }:
                talk.Say(PhraseKeys.SoldOut, ("name", name));
                break;
            case OutOfStock some when some.Left <= had:
                talk.Say(PhraseKeys.CartHasAllLeft, ("left", some.Left), ("name", name));
                break;
            case OutOfStock some:
                talk.Say(PhraseKeys.OnlyLeft, ("left", some.Left), ("name", name));
                talk.Keep(OfferSlot, OpenLine.Write([line with { Action = LineAction.Set, Quantity = some.Left }]));
                talk.Ask(Asked.Offer);
                break;
            case var refused when refused == OrderFailures.NoteTooLong:
                talk.Say(PhraseKeys.NoteTooLong);
                break;
            case { Code: "invalid" }:
                talk.Say(PhraseKeys.QuantityTooBig, ("most", Cart.MaxQuantity));
                break;
            case { Code: "too_many_lines" }:
                talk.Say(PhraseKeys.TooManyLines);
                break;
            default:
                talk.Say(PhraseKeys.NotSold, ("heard", name));
                break;
        }
    }

    private static async Task RepeatAsync(Talk talk)
    {
        var filled = await talk.CallAsync(new ReorderLastCall());
        if (!filled.Succeeded)
        {
            talk.Say(filled.Failure == OrderFailures.NothingOfLastOrderLeft ? PhraseKeys.ReorderNothingLeft : PhraseKeys.ReorderNothing);
            talk.Digress();
            return;
        }

        talk.Say(PhraseKeys.Reordered);
        if (filled.Value.Fewer.Count > 0)
        {
            var fewer = filled.Value.Fewer.Select(line => line.Left > 0
                ? talk.Phrase(PhraseKeys.ReorderedLeft, ("name", line.Name), ("left", line.Left))
                : talk.Phrase(PhraseKeys.ReorderedNone, ("name", line.Name)));
            talk.Say(PhraseKeys.ReorderedFewer, ("items", string.Join(", ", fewer)));
        }

        talk.OrderMoved = true;
    }

    public static string NameOf(Talk talk, Guid productId, Guid? variantId)
    {
        var product = talk.Product(productId);
        var variant = product?.Variants.FirstOrDefault(one => one.Id == variantId);
        return variant is null ? product?.Name ?? "" : $"{product!.Name} ({variant.Name})";
    }
}
