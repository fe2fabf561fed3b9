using System.Globalization;
using HaloAgent.AgentWorker.Agent.Guided.Understanding;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>
/// How old the children are: as the answer to "which size?", for several things in one sentence, and remembered where it is told before
/// anything is ordered. Before: what was ordered with an age has its size already.
/// </summary>
internal static class Children
{
    private const string Slot = "children";

    /// <summary>So many are remembered; nobody dresses a school here.</summary>
    private const int Most = 10;

    /// <summary>Children grow, and next month's order is for others.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>The ages of earlier messages for which nothing was chosen yet.</summary>
    public static IReadOnlyList<SaidAge> Known(TurnContext turn) =>
        turn.Memory.Slots.GetValueOrDefault(Slot)?.Split('|') is not [var told, var ages] || turn.Now - DateTimeOffset.FromUnixTimeSeconds(long.Parse(told, CultureInfo.InvariantCulture)) > Longest ? []
        : [.. ages.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split(' ')).Where(parts => parts.Length == 3).Select(parts => new SaidAge(
            int.Parse(parts[0], CultureInfo.InvariantCulture), Enum.TryParse<Sex>(parts[1], out var sex) ? sex : null, int.Parse(parts[2], CultureInfo.InvariantCulture), SaidAge.Before, OfChild: true))];

    public static async Task TakeAnswerAsync(Talk talk)
    {
        if (Known(talk.Turn).Count == 0) talk.Keep(Slot, null);
        var left = talk.Heard.Ages;
        var now = left.Where(age => age.At != SaidAge.Before).ToList();
        if (AnswersForSeveral(talk) && talk.Listener.SizesOfChildren(talk.Text) is { Count: > 1 } sizes)
        {
            now = [.. sizes];
            talk.Heard = talk.Heard.WithoutPicks();
        }

        talk.Heard = talk.Heard with { Ages = [] };
        if (now.Count > 0 && await ChooseAsync(talk, now) is { Count: > 0 } used) left = [.. left.Where(age => !used.Contains(age))];
        else if ((now.Exists(age => age.OfChild) || (talk.Heard.Has(Intent.Menu) && talk.Listener.SpeaksOfChildren(talk.Text))) && AsksForNothingElse(talk)) ShowTheirs(talk);
        if (now.Count > 0 || left.Count < Known(talk.Turn).Count) Remember(talk, [.. left.Where(age => age.OfChild).DistinctBy(age => (age.Months, age.Sex)).TakeLast(Most)]);
    }

    private static void Remember(Talk talk, List<SaidAge> ages) =>
        talk.Keep(Slot, ages.Count == 0 ? null : talk.Turn.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) + "|" + string.Join(';', ages.Select(age => string.Create(CultureInfo.InvariantCulture, $"{age.Months} {age.Sex?.ToString() ?? "-"} {age.Children}"))));

    // "My son's own is 4-5 years and my daughter's 6-7": said to the first question, it answers the next one, too.
    private static bool AnswersForSeveral(Talk talk) => talk.Asked == Asked.Line && talk.Heard is { Address: null, Lines.Count: 0 }
        && talk.Pending.Count(line => Ordering.GapOf(talk, line) == Gap.Variant && talk.Listener.IsForChildren(line.Products[0])) > 1;

    /// <summary>Sizes for what waits for one.</summary>
    private static async Task<IReadOnlyList<SaidAge>> ChooseAsync(Talk talk, IReadOnlyList<SaidAge> ages)
    {
        var waiting = talk.Pending.Select(line => (Line: line, Meant: Meant(talk, line, ages))).Where(one => one.Meant is not null).ToList();
        var shares = ChildrensSizes.Share(ages, [.. waiting.Select(one => new Wanted(talk.Listener.SexOf(one.Meant!.Products[0]), []))]);
        List<OpenLine> chosen = [];
        List<SaidAge> used = [];
        for (var i = 0; i < waiting.Count; i++)
        {
            if (shares[i].Count == 0 || Sized(talk, waiting[i].Meant!, shares[i]) is not { } sized) continue;
            chosen.AddRange(sized);
            used.AddRange(shares[i]);
            talk.Pending = [.. talk.Pending.Where(line => !ReferenceEquals(line, waiting[i].Line))];
        }

        if (chosen.Count == 0) return used;
        // "I am looking for ankara for my children", asked about before one of them was ordered.
        talk.Pending = [.. talk.Pending.Where(line => line.Action != LineAction.Mention || !line.Products.Intersect(chosen.SelectMany(one => one.Products)).Any())];
        await Ordering.DoAsync(talk, chosen);
        return used;
    }

    // "Gown", of which it was asked whose: with an age it is a child's.
    private static OpenLine? Meant(Talk talk, OpenLine line, IReadOnlyList<SaidAge> ages)
    {
        var products = line.Products.Where(talk.Listener.IsForChildren).ToList();
        if (Ordering.GapOf(talk, line) == Gap.Variant) return products.Count == 1 ? line : null;
        if (Ordering.GapOf(talk, line) != Gap.Product || line.Action == LineAction.Remove) return null;
        if (products.Count > 1) products = [.. products.Where(product => ages.Any(age => age.Sex is not null && age.Sex == talk.Listener.SexOf(product)))];
        return products.Count == 1 ? line with { Products = products } : null;
    }

    private static IReadOnlyList<OpenLine>? Sized(Talk talk, OpenLine line, IReadOnlyList<SaidAge> ages)
    {
        if (Ordering.ItemOf(talk, line.Products[0]) is not { } item || talk.Listener.SizesFor(item, line.Quantity, ages, talk.Text) is not { } sizes) return null;
        return sizes is [var (_, quantity)] && quantity is null
            ? [line with { Variants = [.. sizes[0].Variants.Select(variant => variant.Id)] }]
            : [.. sizes.Select(size => line with { Action = line.Action == LineAction.Mention && sizes.Count > 1 ? LineAction.Add : line.Action, Variants = [.. size.Variants.Select(variant => variant.Id)], Quantity = size.Count })];
    }

    private static bool AsksForNothingElse(Talk talk) =>
        !talk.Heard.HasContent && talk.Heard.Intents.Keys.All(intent => intent is Intent.Availability or Intent.Menu or Intent.Price or Intent.Greeting) && talk.Pending.All(line => line.Action == LineAction.Mention);

    // "My son is five", before anything is ordered: what there is for children.
    private static void ShowTheirs(Talk talk)
    {
        talk.Heard = talk.Heard.Without(Intent.Availability, Intent.Menu, Intent.Price);
        if (talk.Turn.Catalogue.Where(product => talk.Listener.IsForChildren(product.Id)).Select(product => product.Category).Distinct().ToList() is [var category]) Menu.ShowCategory(talk, category);
    }
}
