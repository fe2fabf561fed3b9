using System.Globalization;
using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>The answer to "which one?", "which size?" and "how many?".</summary>
internal static class LineAnswer
{
    private const int LongestYes = 6;

    public static async Task TakeAsync(Talk talk)
    {
        // "Ok, bring 3" and, in further messages, "add puff-puff 2", "chapman 1": the first is the answer, the others are new.
        var messages = talk.Text.Split('\n', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (messages is not [var first, var others] || talk.Listener.Hear(others) is not { Lines.Count: > 0 } rest || !IsAnswerAlone(talk.Listener.Hear(first)))
        {
            await AnswerAsync(talk);
            return;
        }

        var (whole, answer) = (talk.Heard, talk.Listener.Hear(first));
        talk.LeaveOnly([first]);
        talk.Heard = whole with { Lines = answer.Lines, Swaps = [], Picks = answer.Picks, PickQuantities = answer.PickQuantities };
        await AnswerAsync(talk);
        talk.LeaveOnly([others]);
        talk.Heard = talk.Heard with { Lines = rest.Lines, Swaps = rest.Swaps, Picks = rest.Picks, PickQuantities = rest.PickQuantities };
    }

    // A number, a size, "it": no other thing by its name.
    private static bool IsAnswerAlone(Heard heard) =>
        heard is { Swaps.Count: 0, Address: null, IsQuestion: false } && heard.Lines.All(line => line.Mention is null && line.Action is LineAction.Add or LineAction.Set) && (heard.Lines.Count > 0 || heard.BareNumber is not null);

    private static async Task AnswerAsync(Talk talk)
    {
        var line = talk.Pending[0];
        // "No, a kaftan M", to "which size?" of the dashiki: that one is not wanted.
        if (talk.Heard.Has(Intent.No) && line.Products is [var refused] && talk.Heard.Lines.Any(said => said.Mention is { IsUnknown: false }) && talk.Heard.Lines.All(said => !IsAbout(said, refused)))
        {
            talk.Heard = talk.Heard.Without(Intent.No);
            talk.Pending = [.. talk.Pending.Skip(1)];
            return;
        }

        if (Ordering.GapOf(talk, line) == Gap.Variant && Ordering.ItemOf(talk, line.Products[0]) is { } open) talk.Heard = talk.Heard with { Lines = [.. talk.Heard.Lines.Select(said => OfIts(talk, open, said))] };
        // "One each", to the first of several questions how many.
        if (talk.Pending.Count > 1 && !talk.Heard.IsQuestion && talk.Listener.EachOf(talk.Text) is { } each and < (int)QuantityReader.SmallestAmount && talk.Pending.All(open => Ordering.GapOf(talk, open) == Gap.Quantity))
        {
            var all = talk.Pending;
            talk.Pending = [];
            talk.Heard = talk.Heard.WithoutPicks().WithoutLines(said => said.Mention is null);
            await Ordering.DoAsync(talk, [.. all.Select(open => open with { Action = Ordered(open), Quantity = each })]);
        }
        else if (Ordering.GapOf(talk, line) == Gap.Product && line.Products.Count > 1 && talk.Take(Intent.AllOfThem))
        {
            talk.Pending = [.. talk.Pending.Skip(1)];
            talk.Heard = talk.Heard.WithoutPicks().WithoutLines(_ => true);
            await Ordering.DoAsync(talk, [.. line.Products.Select(product => line with { Action = LineAction.Add, Products = [product], Quantity = line.Quantity ?? 1 })]);
        }
        else if (InSeveralVariants(talk, line) is { } several)
        {
            talk.Pending = [.. talk.Pending.Skip(1)];
            talk.Heard = talk.Heard.WithoutPicks().WithoutLines(said => IsAbout(said, line.Products[0]));
            await Ordering.DoAsync(talk, several);
        }
        else if (SeveralOf(talk, line) is { } chosen)
        {
            talk.Pending = [.. talk.Pending.Skip(1)];
            talk.Heard = talk.Heard.WithoutPicks().WithoutLines(_ => true) with { Category = null };
            await Ordering.DoAsync(talk, chosen);
        }
        else if (line.Action == LineAction.Mention && IsFarewell(talk.Heard))
        {
            // "Okay, thanks, I will come back" to a price orders nothing.
            talk.Heard = talk.Heard.Without(Intent.Yes, Intent.Done);
            talk.Pending = [.. talk.Pending.Skip(1)];
        }
        else if (GoesOn(talk.Heard) && line.Action == LineAction.Mention && (await talk.CartAsync()).Lines.Any(inCart => line.Products.Contains(inCart.ProductId)))
        {
            // What is in the cart, was named once more and is not counted by who goes on, stays as it is.
            talk.Pending = [.. talk.Pending.Skip(1)];
        }
        else if (Known(talk, line) is { } known)
        {
            talk.Pending = [.. talk.Pending.Skip(1)];
            await Ordering.DoAsync(talk, [known]);
        }
        else if (talk.Heard.Has(Intent.Done) && !talk.Heard.Has(Intent.No) && talk.Heard.Lines.Count == 0 && line.Action != LineAction.Mention)
        {
            // "That's all", of what was ordered and has no size yet: it is not dropped, but asked again.
            talk.Heard = talk.Heard.Without(Intent.Done, Intent.Yes);
            talk.OrderMoved = true;
        }
        else if (talk.Heard.HasAny(Intent.No, Intent.Done) && talk.Heard.Lines.Count == 0)
        {
            talk.Heard = talk.Heard.Without(Intent.No, Intent.Done);
            talk.Pending = [.. talk.Pending.Skip(1)];
            talk.OrderMoved = true;
            if ((await talk.CartAsync()).IsEmpty) talk.Say(PhraseKeys.WhatCanIDo);
        }
        else if (Ordering.GapOf(talk, line) == Gap.Product && talk.Heard.Lines is [{ Mention: null, Quantity: { } many, Action: LineAction.Add or LineAction.Set }])
        {
            // "Price of suya" and "give me 2", where there are two: of which is still asked.
            talk.Heard = talk.Heard.WithoutLines(_ => true);
            talk.Pending = [line with { Action = Ordered(line), Quantity = many }, .. talk.Pending.Skip(1)];
            talk.OrderMoved = true;
        }
        else if (talk.Heard.Lines.Any(said => !said.IsAsked))
        {
            // Something else was ordered instead: what was only mentioned is forgotten.
            talk.Pending = [.. talk.Pending.Where(open => open.Action != LineAction.Mention && !Names(talk.Heard, open))];
        }
    }

    // "2 beef", to "which shawarma, beef or chicken?": where other goods bear that name too, the one that was asked about is meant.
    private static SaidLine OfIts(Talk talk, CatalogItem open, SaidLine said) =>
        said.Mention is { IsUnknown: false } mention && !IsAbout(said, open.Id) && talk.Listener.VariantsNamed(open, mention.Heard) is [var variant] && mention.Heard.Equals(variant.Name, StringComparison.OrdinalIgnoreCase)
            ? said with { Mention = mention with { Candidates = [open], Variants = [variant] } } : said;

    // "2 beef and 1 chicken", to "which suya?": each is one of those that were asked about.
    private static List<OpenLine>? SeveralOf(Talk talk, OpenLine line)
    {
        if (Ordering.GapOf(talk, line) != Gap.Product || talk.Heard is not { Lines: { Count: > 1 } said, Swaps.Count: 0, IsQuestion: false }) return null;
        var ofThem = said.Select(one => (Said: one, Products: one.Mention?.Candidates.Select(item => item.Id).Intersect(line.Products).ToList() ?? [])).ToList();
        if (ofThem.Exists(one => one.Products.Count != 1 || one.Said.IsAsked || one.Said.Action == LineAction.Remove) || ofThem.Select(one => one.Products[0]).Distinct().Count() != ofThem.Count) return null;
        // "Beef and chicken", of two, is one of each.
        if (ofThem.Exists(one => one.Said.Quantity is null) && line.Quantity != ofThem.Count) return null;
        return [.. ofThem.Select(one => line with { Action = Ordered(line), Products = one.Products, Quantity = one.Said.Quantity ?? 1, Variants = [.. one.Said.Mention!.Variants.Select(variant => variant.Id)] })];
    }

    // "Two. One L, the other XXL", beside whatever else is ordered.
    private static IReadOnlyList<OpenLine>? InSeveralVariants(Talk talk, OpenLine line)
    {
        if (Ordering.GapOf(talk, line) is not (Gap.Variant or Gap.Quantity)) return null;
        if (SeveralVariants.Before(talk.Text, talk.Heard.Lines.Where(said => !IsAbout(said, line.Products[0]))) is not { } own) return null;
        var quantity = line.Quantity ?? talk.Heard.Lines.FirstOrDefault(said => said.Mention is null)?.Quantity ?? talk.Heard.BareNumber;
        return SeveralVariants.Of(talk, line with { Action = Ordered(line), Quantity = quantity }, own, isAnswer: true);
    }

    private static bool IsFarewell(Heard heard) => heard.HasAny(Intent.Thanks, Intent.Goodbye) && !heard.HasContent && !heard.HasAny(Intent.Pickup, Intent.Delivery);

    private static OpenLine? Known(Talk talk, OpenLine line) => Ordering.GapOf(talk, line) switch
    {
        Gap.Product => WithProduct(talk, line),
        Gap.Variant => WithVariant(talk, line),
        Gap.Quantity => WithQuantity(talk, line),
        _ => null,
    };

    private static OpenLine? WithProduct(Talk talk, OpenLine line)
    {
        if (talk.Heard.Picks is [var pick] && talk.Picked(pick) is { Kind: Listed.Product } picked && Guid.TryParse(picked.Id, out var id) && line.Products.Contains(id))
        {
            var quantity = talk.Heard.PickQuantities.TryGetValue(pick, out var many) ? many : line.Quantity;
            talk.Heard = talk.Heard.WithoutPicks();
            return line with { Products = [id], Quantity = quantity, Action = many > 0 ? Ordered(line) : line.Action };
        }

        if (talk.Heard.Lines is not [{ Mention: { } mention } said]) return null;
        var meant = mention.Candidates.Select(item => item.Id).Intersect(line.Products).ToList();
        if (meant.Count == 0 || meant.Count == line.Products.Count || said.IsAsked) return null;

        talk.Heard = talk.Heard.WithoutLines(_ => true) with { Category = null };
        return line with
        {
            Action = said.Quantity is null && said.Action == LineAction.Mention ? line.Action : Ordered(line),
            Products = meant,
            // "The jollof one" counts nothing; "and 2 headwraps" does.
            Quantity = said.Quantity is > 1 ? said.Quantity : line.Quantity ?? said.Quantity,
            Variants = [.. mention.Variants.Select(variant => variant.Id)],
        };
    }

    private static OpenLine? WithVariant(Talk talk, OpenLine line)
    {
        var item = Ordering.ItemOf(talk, line.Products[0]);
        if (item is null) return null;

        var open = line.Variants.Count > 0 ? line.Variants : [.. item.Variants.Select(variant => variant.Id)];
        var beside = talk.Heard.Lines.Where(said => said.Mention?.Only?.Id == item.Id).SelectMany(said => said.Mention!.Variants).Select(variant => variant.Id).Intersect(open).ToList();
        var named = beside.Count > 0 ? beside : Named(talk, item, open);
        if (named.Count == 0 && talk.Heard.Picks is [var pick] && talk.Picked(pick) is { Kind: Listed.Variant } picked && Guid.TryParse(picked.Id, out var id)) named = [id];
        if (named.Count == 0 || (named.Count == open.Count && open.Count > 1)) return null;

        var about = talk.Heard.Lines.Where(said => said.Action is LineAction.Mention or LineAction.Add or LineAction.Set && IsAbout(said, item.Id)).ToList();
        talk.Heard = talk.Heard.WithoutPicks().WithoutLines(about.Contains);
        // Beside a word nobody knows ("3, all size M, for my groomsmen") the number is still its own.
        var count = about.Select(said => said.Quantity).OfType<int>().Distinct().ToList() is [var said] ? said : line.Quantity is null && SeveralVariants.Said(talk, item, talk.Text) is [var (_, many)] ? many : null;
        if (count is null && line.Quantity is null && talk.Listener.TrailingCount(talk.Text) is { } trailing && talk.Listener.VariantsNamed(item, trailing.ToString(CultureInfo.InvariantCulture)).Count == 0) count = trailing;
        return count is null ? line with { Variants = named } : line with { Action = Ordered(line), Variants = named, Quantity = count };
    }

    /// <summary>The sizes an answer names; with other goods beside it, those of its first part: "4-5 years, and a boys' set 6-7 years".</summary>
    private static List<Guid> Named(Talk talk, CatalogItem item, IReadOnlyList<Guid> open)
    {
        var whole = In(talk.Text);
        return whole.Count < 2 || talk.Heard.Lines.All(said => IsAbout(said, item.Id))
            ? whole
            : talk.Text.Split(['.', ',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(In).FirstOrDefault(part => part.Count == 1) ?? whole;

        List<Guid> In(string text) => [.. talk.Listener.VariantsNamed(item, text).Select(variant => variant.Id).Intersect(open)];
    }

    // What is not known by its name is taken for the thing that was asked about.
    private static bool IsAbout(SaidLine said, Guid product) => said.Mention is not { IsUnknown: false } mention || mention.Candidates.Any(item => item.Id == product);

    private static OpenLine? WithQuantity(Talk talk, OpenLine line)
    {
        if (talk.Heard.BareNumber is { } number)
        {
            talk.Heard = talk.Heard.WithoutPicks();
            return line with { Action = Ordered(line), Quantity = number };
        }

        // "2 of the first one", where there is only one.
        if (talk.Listed.Count == 0 && talk.Heard is { Picks: [(1 or -1) and var place] } && talk.Heard.PickQuantities.TryGetValue(place, out var many))
        {
            talk.Heard = talk.Heard.WithoutPicks();
            return line with { Action = Ordered(line), Quantity = many };
        }

        if (talk.Heard.Lines.FirstOrDefault(said => said is { Mention: null, Quantity: not null }) is { } counted)
        {
            talk.Heard = talk.Heard.WithoutLines(said => said == counted);
            // "1 M" where L was asked about is M.
            var variants = Ordering.ItemOf(talk, line.Products[0]) is { } item && Named(talk, item, [.. item.Variants.Select(variant => variant.Id)]) is [var named] ? [named] : line.Variants;
            return line with { Action = Ordered(line), Quantity = counted.Quantity, Variants = variants };
        }

        // "One in 4-5 years", where that size was spoken of already.
        if (line.Variants.Count > 0 && SeveralVariants.Before(talk.Text, talk.Heard.Lines.Where(said => !IsAbout(said, line.Products[0]))) is { } own
            && Ordering.ItemOf(talk, line.Products[0]) is { } sized && SeveralVariants.Said(talk, sized, own) is [var (size, count)] && count is not null)
        {
            talk.Heard = talk.Heard.WithoutLines(said => IsAbout(said, sized.Id));
            return line with { Action = Ordered(line), Quantity = count, Variants = [size.Id] };
        }

        // Whoever goes on to where it is to be brought means one; the summary says so before anything is ordered.
        if (GoesOn(talk.Heard)) return line with { Action = Ordered(line), Quantity = 1 };
        if (!talk.Heard.Has(Intent.Yes) || talk.Heard.HasContent || (line.Action == LineAction.Mention && !IsPlainYes(talk))) return null;
        talk.Heard = talk.Heard.Without(Intent.Yes);
        return line with { Action = Ordered(line), Quantity = 1 };
    }

    // "Alright, I will think about it": a yes to what was only asked about is short and says nothing else.
    private static bool IsPlainYes(Talk talk) =>
        talk.Heard.IsOnly(Intent.Yes) && talk.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length <= LongestYes;

    private static bool GoesOn(Heard heard) =>
        heard.Lines.Count == 0 && !heard.IsQuestion && !heard.HasAny(Intent.DeliveryFee, Intent.No, Intent.Done) && (heard.HasAny(Intent.Pickup, Intent.Delivery) || heard.Address is not null);

    private static LineAction Ordered(OpenLine line) => line.Action == LineAction.Mention ? LineAction.Add : line.Action;

    private static bool Names(Heard heard, OpenLine open) =>
        heard.Lines.Any(line => line.Mention is not null && line.Mention.Candidates.Any(item => open.Products.Contains(item.Id)));
}
