using System.Globalization;
using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.Orders;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>"Change it to L", "size L instead": the thing spoken of last, in another size.</summary>
internal static class AnotherVariant
{
    /// <returns>True: it was that, and nothing else is to be done with goods.</returns>
    public static async Task<bool> TakeAsync(Talk talk)
    {
        // What an open question has taken already is no change of it.
        if (talk.TouchedNow > 0 || talk.Pending.Count > 0 || talk.Asked is Asked.Address or Asked.SavedAddress or Asked.Area) return false;
        if (!SaysNothingElse(talk.Heard)) return await TakeSentencesAsync(talk);
        if (!await ChangeAsync(talk, talk.Text)) return await IsSizeNobodyHasAsync(talk, talk.Text);

        talk.Heard = talk.Heard.WithoutLines(_ => true).WithoutPicks().Without(Intent.Yes, Intent.No, Intent.Wait);
        return true;
    }

    /// <summary>"It's not M, L is what I want", of a thing that is not ordered yet: what sounds like a complaint corrects the order.</summary>
    public static async Task<bool> IsCorrectionAsync(Talk talk)
    {
        var cart = await talk.CartAsync();
        return PartsOf(talk).Exists(part => talk.Listener.SaysNotThis(part) && cart.Lines.Any(line => Wanted(talk, line, part) is not null));
    }

    // "Not S-M, L-XL I mean. And make the headwrap 3": one sentence is a change of size, the others go on.
    private static async Task<bool> TakeSentencesAsync(Talk talk)
    {
        if ((await talk.CartAsync()).IsEmpty) return false;
        var sentences = PartsOf(talk);

        List<string> left = [];
        List<SaidLine> taken = [];
        foreach (var sentence in sentences)
        {
            var heard = talk.Listener.Hear(sentence);
            // "I want it in XXL, and remove the necklace"; behind other goods it may be of those.
            if ((talk.Listener.SaysCorrection(sentence) || (left.Count == 0 && WantsSize(talk, sentence))) && SaysNothingElse(heard.Without(Intent.Complaint)) && (await ChangeAsync(talk, sentence) || await IsSizeNobodyHasAsync(talk, sentence))) taken.AddRange(heard.Lines);
            else left.Add(sentence);
        }

        if (left.Count == sentences.Count) return false;
        talk.LeaveOnly(left);
        talk.Heard = talk.Heard.WithoutLines(taken.Contains).Without(Intent.Yes, Intent.No, Intent.Wait, Intent.Restate);
        return false;
    }

    private static bool WantsSize(Talk talk, string sentence) => talk.Listener.NamesASize(sentence) && talk.Listener.Wants(sentence) && !talk.Listener.SaysAsWell(sentence);

    // Sentences, or what stands between commas where there is only one; neighbours that speak of nothing else belong together.
    private static List<string> PartsOf(Talk talk)
    {
        var parts = talk.Listener.SentencesOf(talk.Text);
        // "Change it to M, and add a necklace": a change, and something else behind its comma.
        parts = [.. parts.SelectMany(part => parts.Count < 2 || (talk.Listener.SaysCorrection(part) && talk.Listener.Hear(part).Lines.Any(IsAnother))
            ? part.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [part])];
        List<string> joined = [];
        var before = false;
        foreach (var part in parts)
        {
            var quiet = talk.Listener.Hear(part) is { Lines.Count: 0 } heard && SaysNothingElse(heard.Without(Intent.Complaint));
            if (quiet && before) joined[^1] = $"{joined[^1]}, {part}";
            else joined.Add(part);
            before = quiet;
        }

        return joined;
    }

    private static async Task<bool> ChangeAsync(Talk talk, string text)
    {
        if (await MeantAsync(talk, text) is not { VariantId: { } had } line || Wanted(talk, line, text) is not { } wanted) return false;

        talk.OrderMoved = true;
        // "Change one to L": the others stay.
        var many = (talk.Listener.SaysOneOfThem(text) || talk.Listener.SaysInstead(text)) && Ordering.ItemOf(talk, line.ProductId) is { } item && talk.Listener.FirstCount(item, text) is { } some
            ? Math.Min(some, line.Quantity) : talk.Listener.SaysOneOfThem(text) ? 1 : line.Quantity;
        // "Make it XL and make it 3": both.
        var count = many == line.Quantity ? CountSaid(talk, line, text) : null;
        await Ordering.DoAsync(talk, [Of(LineAction.Remove, many, had), Of(LineAction.Add, count ?? many, wanted.Id)]);
        return true;

        OpenLine Of(LineAction action, int quantity, Guid variant) => new(action, quantity, [line.ProductId], [variant], Explicit: false) { Note = action == LineAction.Add ? line.Note : null };
    }

    private static int? CountSaid(Talk talk, CartViewLine line, string text) =>
        talk.Listener.Hear(text).Lines.FirstOrDefault(said => said is { Action: LineAction.Set, Mention: null, Quantity: not null })?.Quantity is { } count
            && Ordering.ItemOf(talk, line.ProductId) is { } item && talk.Listener.VariantsNamed(item, count.ToString(CultureInfo.InvariantCulture)).Count == 0 ? count : null;

    // "Not M, XXL", where there is none: no summary may look as if that were done.
    private static async Task<bool> IsSizeNobodyHasAsync(Talk talk, string text)
    {
        if (talk.Heard.IsQuestion || !talk.Listener.SaysCorrection(text) || !talk.Listener.NamesASize(text)) return false;
        if (!(await talk.CartAsync()).Lines.Any(line => line.VariantId is not null)) return false;
        talk.Heard = talk.Heard.Without(Intent.Yes, Intent.No, Intent.Wait, Intent.Restate);
        Replacing.AskLater(talk, null);
        return true;
    }

    /// <summary>"The slippers should be 42": where 42 is a size of them it is no count.</summary>
    public static IReadOnlyList<OpenLine> OrCount(Talk talk, CartView cart, OpenLine line)
    {
        if (line is not { Action: LineAction.Set, Quantity: { } number, Products: [var product] } || Ordering.ItemOf(talk, product) is not { } item) return [line];
        if (cart.Lines.Where(inCart => inCart.ProductId == product).ToList() is not [{ VariantId: { } had } only]) return [line];
        if (talk.Listener.VariantsNamed(item, number.ToString(CultureInfo.InvariantCulture)) is not [var wanted]) return [line];
        return wanted.Id == had ? [] : [line with { Action = LineAction.Remove, Quantity = null, Variants = [had] }, line with { Action = LineAction.Add, Quantity = only.Quantity, Variants = [wanted.Id] }];
    }

    /// <summary>"Make the slippers 42, two of them": a size of which none is in the cart is set in the place of the one that is.</summary>
    public static bool IsNew(CartView cart, OpenLine line) =>
        line is { Action: LineAction.Set, Products: [var product], Variants: [var wanted] } && cart.Lines.All(inCart => inCart.ProductId != product || inCart.VariantId != wanted);

    /// <summary>"Change the kaftan to XXL": in place of the one size of it that is in the cart.</summary>
    public static IReadOnlyList<OpenLine> InPlace(Talk talk, CartView cart, OpenLine line)
    {
        if (line is not { Action: LineAction.Add or LineAction.Set or LineAction.Mention, Products: [var product], Variants: [var wanted] }) return [line];
        // "To 42" is the size, and no count.
        if (line.Quantity is { } number && Ordering.ItemOf(talk, product) is { } item && talk.Listener.VariantsNamed(item, number.ToString(CultureInfo.InvariantCulture)) is [{ } named] && named.Id == wanted) line = line with { Quantity = null };
        if (cart.Lines.Where(inCart => inCart.ProductId == product).ToList() is not [{ VariantId: { } had } only] || had == wanted) return [line];
        // "One of the kaftans should be XXL": the others stay.
        var some = (line.Quantity ?? 1) < only.Quantity && SaysOneOfThem(talk, product, wanted) ? line.Quantity ?? 1 : (int?)null;
        return [line with { Action = LineAction.Remove, Quantity = some, Variants = [had] }, line with { Action = LineAction.Add, Quantity = some ?? line.Quantity ?? only.Quantity, Note = line.Note ?? only.Note }];
    }

    // In the sentence that names the size: "…, it is for one of my uncles" changes all.
    private static bool SaysOneOfThem(Talk talk, Guid product, Guid wanted) => Ordering.ItemOf(talk, product) is { } item
        && talk.Listener.SentencesOf(talk.Text).Any(sentence => talk.Listener.SaysOneOfThem(sentence) && talk.Listener.VariantsNamed(item, sentence).Any(variant => variant.Id == wanted));

    // "40" in an address, an amount or a list is no size.
    private static bool SaysNothingElse(Heard heard) =>
        !heard.IsQuestion && heard.Swaps.Count == 0 && heard.Picks.Count == 0 && heard is { Address: null, Area: null, Place: null, Amount: null }
        && !heard.Lines.Any(IsAnother) && heard.Intents.Keys.All(intent => intent is Intent.Yes or Intent.No or Intent.Restate or Intent.Wait or Intent.AllOfThem);

    // A thing named with a number, or taken out, is its own request.
    private static bool IsAnother(SaidLine said) => said.Explicit || (said.Mention is not null && !(said.Action == LineAction.Set && said.Mention.IsUnknown));

    private static CatalogVariant? Wanted(Talk talk, CartViewLine line, string text)
    {
        if (line.VariantId is not { } had || Ordering.ItemOf(talk, line.ProductId) is not { } item) return null;
        var named = talk.Listener.VariantsNamed(item, text);
        // "Give me 43 instead of the 42": the one that is there already is only spoken of.
        if (named.Count == 2 && (talk.Listener.SaysInstead(text) || IsChosenOfTwo(talk, item, text))) named = [.. named.Where(variant => variant.Id != had)];
        if (named.Count == 2) named = Made(talk, item, text) ?? named;
        if (named.Count > 0 && talk.Listener.VariantsDenied(item, text) is { Count: > 0 } denied) named = [.. named.Except(denied)];
        return named is [var wanted] && wanted.Id != had ? wanted : null;
    }

    // "I want it in M, not L": no counts, and one of the two is there.
    private static bool IsChosenOfTwo(Talk talk, CatalogItem item, string text) => talk.Listener.SaysNotThis(text) && talk.Listener.CountsOf(item, text).All(one => one.Count is null);

    // "M might be tight on me, make it L": the one that stands alone beside "make it".
    private static IReadOnlyList<CatalogVariant>? Made(Talk talk, CatalogItem item, string text) =>
        text.Split([',', '.', ';', '\n']).Where(talk.Listener.Sets).Select(part => talk.Listener.VariantsNamed(item, part)).FirstOrDefault(found => found.Count == 1);

    private static async Task<CartViewLine?> MeantAsync(Talk talk, string text)
    {
        var lines = (await talk.CartAsync()).Lines;
        // "Change the dress to L", "change his own to 6-7 years": of what can change to it, the one that is named, or the only one.
        if ((talk.Listener.SaysCorrection(text) || WantsSize(talk, text)) && lines.Where(line => Wanted(talk, line, text) is not null).ToList() is { Count: > 0 } able)
        {
            var named = able.Where(line => talk.Listener.NamesAWordOf(line.Name, text)).ToList();
            if (named is [var one]) return one;
            if (named.Count == 0 && able is [var sole]) return sole;
        }

        if (talk.LastTouched() is { } last && lines.FirstOrDefault(line => line.ProductId == last.Product && line.VariantId == last.Variant) is { } touched) return touched;
        return lines is [var only] ? only : null;
    }
}
