namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>
/// Hears that a thing is to go ("no more zobo", "I won't eat amala again") or to be something else ("change that zobo"), and puts what
/// the same burst asks for in its place, in whichever sentence it stands.
/// </summary>
internal sealed class GivingWay(PatternBook patterns)
{
    /// <param name="things">The clause, with its goods marked.</param>
    /// <param name="items">Where the goods stand, in the order of their lines.</param>
    public List<SaidLine> Marked(List<Token> things, List<int> items, List<SaidLine> lines, bool question)
    {
        // "Won't you have zobo again?" asks.
        var gone = question ? [] : patterns.GoodsIn("gone", things);
        var replaced = patterns.GoodsIn("replaced", things);
        var spokenOf = patterns.GoodsIn("that-one", things);
        return [.. lines.Select((line, i) => Mark(line, things[items[i]]))];

        SaidLine Mark(SaidLine line, Token thing)
        {
            if (line.Action == LineAction.Keep || line.Mention is null or { IsUnknown: true }) return line;
            if (gone.Contains(thing)) return line with { Action = LineAction.Remove, Quantity = null, Explicit = false, GivesWay = true };
            // "Zobo ba na so, malt nake so": what is wanted has its verb behind it.
            if (gone.Count > 0 && line.Action == LineAction.Remove && IsWanted(things, thing)) return line with { Action = LineAction.Add };
            // "Change the shirt, I wear XL" names its size.
            if (replaced.Contains(thing) && line.Mention.Variants.Count == 0) return line with { Action = LineAction.Set, Quantity = null, Explicit = false, GivesWay = true };
            return spokenOf.Contains(thing) ? line with { IsThatOne = true } : line;
        }
    }

    private bool IsWanted(List<Token> things, Token thing)
    {
        var at = things.IndexOf(thing) + 1;
        while (at < things.Count && things[at].Is(TokenKind.Number)) at++;
        return at < things.Count && patterns.BestAt("want", things, at) is not null;
    }

    /// <summary>One thing that goes and one that comes are one in place of the other; several are what they are, each for itself.</summary>
    public static (IReadOnlyList<SaidLine> Lines, IReadOnlyList<Swap> Swaps) Across(IReadOnlyList<SaidLine> lines, IReadOnlyList<Swap> swaps)
    {
        var leaving = lines.Where(IsLeaving).ToList();
        if (leaving.Count == 0) return (lines, swaps);

        // "No more eba. Replace it by two amala"
        if (leaving is [{ } only] && swaps is [{ From: null } swap] && IsAnother(swap.To, leaving)) return ([.. lines.Where(line => line != only)], [swap with { From = only.Mention }]);

        var coming = lines.Where(line => !leaving.Contains(line) && IsComing(line) && !IsOfItself(line) && IsAnother(line.Mention!, leaving)).ToList();
        if (coming.Count == 0) return (lines, swaps);
        // "Leave that zobo, give me chapman instead. And add 1 malt"
        var pair = coming.Count(line => line.Instead) == 1 ? coming.FindAll(line => line.Instead) : coming;
        if (leaving is [var goes] && pair is [{ Naira: null, Unclear: false, Note: null } comes] && swaps.Count == 0 && (goes.GivesWay || goes.Instead || comes.Instead))
        {
            return ([.. lines.Where(line => line != goes && line != comes)], [new Swap(goes.Mention, comes.Mention!, comes.Quantity) { IsOfTwoWishes = true, Sets = comes.Action == LineAction.Set }]);
        }

        return ([.. lines.Select(line => line.GivesWay ? line with { Action = LineAction.Remove } : line)], swaps);
    }

    private static bool IsLeaving(SaidLine line) =>
        line is { Quantity: null, Naira: null, Mention: { IsUnknown: false } } && (line.GivesWay || line.Action == LineAction.Remove);

    private static bool IsComing(SaidLine line) => line is { Mention: not null, Doubled: false, Action: LineAction.Add or LineAction.Set or LineAction.Mention };

    // "Change the slippers to 42, and remove the bag": another size of them, and nothing in the bag's place.
    private static bool IsOfItself(SaidLine line) => line is { Instead: true, Mention: { Only.Variants.Count: > 0 } mention }
        && (line.Action == LineAction.Set || (line.Quantity is null && mention.Variants.Count > 0 && (line.Action == LineAction.Mention || line.IsThatOne)));

    private static bool IsAnother(ProductMention mention, List<SaidLine> leaving) => !leaving.Exists(line => line.Mention!.Candidates.Intersect(mention.Candidates).Any());
}
