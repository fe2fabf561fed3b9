using System.Globalization;
using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.AgentWorker.Orders;
using HaloAgent.Conversations;
using HaloAgent.Languages;
using HaloAgent.Orders;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>
/// Puts how a thing is to be made beside its line, in the customer's own words, and what is said of no one line beside the order. A new
/// wish joins the old one; if it speaks of the same ingredient, it takes its place.
/// </summary>
internal static class Wishes
{
    private const int MostPast = 12;
    private const string ToldSlot = "told";
    private static readonly TimeSpan SameDay = TimeSpan.FromHours(12);

    /// <summary>Gives the lines of this burst the wishes that were said of them.</summary>
    public static async Task AttachAsync(Talk talk)
    {
        await ReadRemovalsAsync(talk);
        foreach (var wish in talk.Heard.Wishes.Where(wish => !wish.IsOfOrder).ToList())
        {
            if (AnswersLine(talk, wish)) continue;
            var lines = talk.Heard.Lines.ToList();
            var put = await PutAsync(talk, lines, wish);
            talk.Heard = talk.Heard with { Lines = lines, Wishes = put ? [.. talk.Heard.Wishes.Where(other => other != wish)] : talk.Heard.Wishes };
        }
    }

    /// <summary>What is left of them belongs to the cart, to the open question, or to an order that is placed already.</summary>
    public static async Task TakeAsync(Talk talk)
    {
        var left = WithOneHandover([.. await ToldBeforeAsync(talk), .. talk.Heard.Wishes]);
        talk.Heard = talk.Heard with { Wishes = [] };
        foreach (var wish in left)
        {
            if (!wish.IsOfOrder && talk.Pending.Any(open => IsAbout(wish, open.Products))) MarkPending(talk, wish);
            else if (!wish.IsOfOrder && await LineOfAsync(talk, wish) is { } line) await NoteAsync(talk, line, wish.Text);
            else if (!wish.IsAllergy && await IsTooLateAsync(talk)) await PassOnAsync(talk);
            else if ((wish.IsWhen || wish.IsHandover) && (await talk.CartAsync()).IsEmpty) talk.Keep(ToldSlot, talk.Turn.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
            else await NoteOrderAsync(talk, wish);
        }
    }

    // "My papa will collect it. Call him on 0803 …" is noted once.
    private static IReadOnlyList<SaidWish> WithOneHandover(IReadOnlyList<SaidWish> wishes)
    {
        var handovers = wishes.Where(wish => wish.IsHandover).ToList();
        return handovers.Count < 2 ? wishes : [.. wishes.Where(wish => !wish.IsHandover), handovers[^1] with { Text = string.Join("; ", handovers.Select(wish => wish.Text).Distinct()) }];
    }

    // "Deliver it by 2": with the time goes what it was said of.
    private static async Task PassOnAsync(Talk talk)
    {
        await People.CallAsync(talk, EscalationReason.Other, PhraseKeys.NotePassedOn, PhraseKeys.NotePassedOn);
        talk.Heard = talk.Heard.Without(Intent.Delivery);
    }

    /// <summary>What was wished of goods that are all out again is not wished of the next; what somebody must not get stays.</summary>
    public static async Task ForgetWithTheLastLineAsync(Talk talk)
    {
        if ((await talk.CartAsync()) is { IsEmpty: true, Note: { } note } && !talk.Listener.Hear(note).Matters.Contains(Matter.Allergy)) await talk.CallAsync(new NoteOrderCall(null));
    }

    /// <summary>"I want to order for tomorrow 2pm, my brother will pick it up", and then the goods: such words are heard once more where they stand, in the log.</summary>
    private static async Task<IReadOnlyList<SaidWish>> ToldBeforeAsync(Talk talk)
    {
        if (talk.Slot(ToldSlot) is not { } told || (await talk.CartAsync()).IsEmpty) return [];
        talk.Keep(ToldSlot, null);
        // Yesterday's "tomorrow" is today.
        if (talk.Turn.Now - DateTimeOffset.FromUnixTimeSeconds(long.Parse(told, CultureInfo.InvariantCulture)) > SameDay) return [];
        var said = (await talk.RecentAsync(MostPast)).Where(message => message.FromCustomer).SelectMany(message => talk.Listener.Hear(message.Text).Wishes).ToList();
        var when = talk.Heard.Wishes.Any(wish => wish.IsWhen) ? null : said.FindLast(wish => wish.IsWhen);
        return [.. new[] { when, said.FindLast(wish => wish.IsHandover) }.OfType<SaidWish>()];
    }

    /// <summary>Puts words beside the last line of a thing.</summary>
    public static async Task NoteAsync(Talk talk, Guid product, Guid? variant, string text)
    {
        if ((await talk.CartAsync()).Lines.LastOrDefault(line => line.ProductId == product && line.VariantId == variant) is { } line) await NoteAsync(talk, line, text);
    }

    /// <summary>
    /// What was wished of a line that had to be asked about. The working memory holds no words of the customer, only that there were some:
    /// they are heard once more where they stand, in the log.
    /// </summary>
    public static async Task<string?> OfAsync(Talk talk, OpenLine line)
    {
        if (line.Note is not null || !line.HasNote) return line.Note;
        foreach (var message in (await talk.RecentAsync(MostPast)).Where(message => message.FromCustomer).Reverse())
        {
            var said = talk.Listener.Hear(message.Text).Wishes.Where(wish => !wish.IsOfOrder && IsAbout(wish, line.Products)).Select(wish => wish.Text).ToList();
            if (said.Count > 0) return string.Join(", ", said);
        }

        return null;
    }

    // "No chicken", of the rice with chicken in the cart: what is only in a thing takes no thing out.
    private static async Task ReadRemovalsAsync(Talk talk)
    {
        if (talk.Heard.Lines is not [{ Action: LineAction.Remove, Quantity: null, Mention: { IsUnknown: false, Confidence: < 1 } mention }]
            || !talk.Listener.AreIngredients(mention.Heard) || (await talk.CartAsync()) is not { IsEmpty: false } cart) return;
        var inCart = cart.Lines.Where(line => mention.Candidates.Any(item => item.Id == line.ProductId)).ToList();
        if (inCart.Exists(line => line.Name.StartsWith(mention.Heard, StringComparison.OrdinalIgnoreCase))) return;
        var about = inCart is [var only] ? Ordering.ItemOf(talk, only.ProductId) : null;
        var wish = new SaidWish(talk.Text, about is null ? null : new ProductMention([about], about.Name, [], null, 1));
        talk.Heard = talk.Heard.Without(Intent.No) with { Lines = [], Wishes = [.. talk.Heard.Wishes, wish] };
    }

    private static async Task<bool> PutAsync(Talk talk, List<SaidLine> lines, SaidWish wish)
    {
        var at = wish.About is { } about
            ? LineAbout(lines, about)
            : lines.Count(IsOrdered) == 1 ? lines.FindIndex(IsOrdered) : -1;
        if (at < 0 && (wish.About is null || !await IsNewAsync(talk, wish.About))) return false;
        if (at < 0) lines.Add(new SaidLine(LineAction.Mention, wish.About, null) { Note = wish.Text });
        else if (lines[at] is { Action: LineAction.Mention, Quantity: null, Mention: { } named } && await IsInCartAsync(talk, named))
        {
            // "And the bag, I want it blue": the bag in the cart is only spoken of.
            lines.RemoveAt(at);
            return false;
        }
        else lines[at] = lines[at] with { Note = Both(talk, lines[at].Note, wish.Text) };
        return true;
    }

    // "One suya, and put no onion in that suya": the one that is ordered, and not the word that speaks of it.
    private static int LineAbout(List<SaidLine> lines, ProductMention about)
    {
        var counted = lines.FindLastIndex(line => line.Quantity is not null && IsAbout(line));
        return counted >= 0 ? counted : lines.FindLastIndex(IsAbout);

        bool IsAbout(SaidLine line) => IsOrdered(line) && line.Mention is { } mention && mention.Candidates.Intersect(about.Candidates).Any();
    }

    private static bool IsOrdered(SaidLine line) => line.Action is LineAction.Add or LineAction.Set or LineAction.Mention && line.Mention is not { IsUnknown: true };

    // Said with the answer to "which one?" or "how many?": the line is not there yet.
    private static bool AnswersLine(Talk talk, SaidWish wish) => talk.Asked == Asked.Line && talk.Pending is [var open, ..] && IsAbout(wish, open.Products);

    private static bool IsAbout(SaidWish wish, IReadOnlyList<Guid> products) => wish.About is not { } about || about.Candidates.Any(item => products.Contains(item.Id));

    private static async Task<bool> IsInCartAsync(Talk talk, ProductMention mention) =>
        (await talk.CartAsync()).Lines.Any(line => mention.Candidates.Any(item => item.Id == line.ProductId));

    private static async Task<bool> IsNewAsync(Talk talk, ProductMention about) => !await IsInCartAsync(talk, about) && !await IsTooLateAsync(talk);

    private static async Task<bool> IsTooLateAsync(Talk talk) =>
        (await talk.CartAsync()).IsEmpty && talk.Pending.Count == 0 && await talk.CallAsync(new FindOpenOrdersCall()) is { Succeeded: true, Value.Open.Count: > 0 };

    private static void MarkPending(Talk talk, SaidWish wish)
    {
        var at = talk.Pending.ToList().FindIndex(open => IsAbout(wish, open.Products));
        talk.Pending = [.. talk.Pending.Select((open, i) => i == at ? open with { Note = Both(talk, open.Note, wish.Text), HasNote = true } : open)];
        talk.OrderMoved = true;
    }

    private static async Task<CartViewLine?> LineOfAsync(Talk talk, SaidWish wish)
    {
        var lines = (await talk.CartAsync()).Lines;
        if (wish.About is { } about) return lines.LastOrDefault(line => about.Candidates.Any(item => item.Id == line.ProductId));
        if (lines is [var only]) return only;
        return talk.TouchedNow == 1 && talk.Last is { } last ? lines.LastOrDefault(line => line.ProductId == last.Product && line.VariantId == last.Variant) : null;
    }

    private static async Task NoteAsync(Talk talk, CartViewLine line, string text)
    {
        var noted = await talk.CallAsync(new NoteCartLineCall(line.ProductId, line.VariantId, line.Note, Both(talk, line.Note, text)));
        Tell(talk, noted.Succeeded ? $"{line.FullName} {OrderBlock.Quoted(CustomerNote.Plain(Both(talk, line.Note, text)) ?? "")}" : null);
    }

    private static async Task NoteOrderAsync(Talk talk, SaidWish wish)
    {
        var before = (await talk.CartAsync()).Note;
        // "Sorry, for 3pm": the time before it holds no more.
        if (wish.IsWhen && before is not null) before = Left(before.Split("; ").Where(part => talk.Listener.Hear(part) is { } heard && (heard.Matters.Contains(Matter.Allergy) || !heard.Wishes.Any(other => other.IsWhen))));
        // "No, my sister will receive it": so do other words about the same.
        if (wish.IsHandover && before is not null) before = Left(before.Split("; ").Where(part => talk.Listener.HandoverIn(part) is not { } kind || kind != talk.Listener.HandoverIn(wish.Text)));
        var text = before is null || wish.IsAllergy ? Joined(before, wish.Text) : Both(talk, before, wish.Text);
        var noted = await talk.CallAsync<CartView>(wish.IsHandover ? new NoteHandoverCall(text) : new NoteOrderCall(text));
        var orderMoved = talk.OrderMoved;
        Tell(talk, noted.Succeeded ? OrderBlock.Quoted(CustomerNote.Plain(text) ?? "") : null);
        // "Yes. My brother will receive it": what was agreed to stands.
        if (wish.IsHandover && noted.Succeeded && talk.Heard.Has(Intent.Yes)) talk.OrderMoved = orderMoved;
    }

    private static void Tell(Talk talk, string? noted)
    {
        if (noted is null) talk.Say(PhraseKeys.NoteTooLong);
        else talk.Say(PhraseKeys.NoteTaken, ("note", noted));
        talk.OrderMoved = true;
    }

    private static string Both(Talk talk, string? before, string now) =>
        before is not null && talk.Listener.IngredientsIn(before).Intersect(talk.Listener.IngredientsIn(now)).Any() ? now : Joined(before, now);

    private static string? Left(IEnumerable<string> parts) => string.Join("; ", parts) is { Length: > 0 } left ? left : null;

    private static string Joined(string? before, string now) =>
        before is null ? now : before.Contains(now, StringComparison.OrdinalIgnoreCase) ? before : $"{before}; {now}";
}
