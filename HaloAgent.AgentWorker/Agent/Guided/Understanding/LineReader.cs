using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>
/// Reads what is to happen with the products of a clause. Verbs hold from where they stand to the next verb; numbers
/// belong to the product before or after them, as the customer's way of writing goes.
/// </summary>
internal sealed class LineReader(Lexicon lexicon, PatternBook patterns, Func<string, bool> isKnown, FoldedText folded)
{
    private readonly HashSet<string> joiners = [.. lexicon.Joiners];
    private readonly HashSet<string> beside = [.. lexicon.Counters, .. lexicon.Particles, .. lexicon.Titles, .. lexicon.Fillers];
    private readonly VerbFinder verbFinder = new(lexicon, patterns);
    private readonly QuantityReader quantityReader = new(lexicon);
    private readonly UnknownThings unknownThings = new(lexicon, isKnown, folded);
    private readonly SwapReader swapReader = new(patterns);
    private readonly GivingWay givingWay = new(patterns);
    private readonly CountOfIt countOfIt = new(lexicon, patterns);
    private readonly AllOfIt allOfIt = new(patterns);

    public LinesRead Read(IReadOnlyList<Token> tokens, bool question, bool wanting)
    {
        // "2 jollof, and how much is delivery?" asks nothing about the goods before it.
        var fee = patterns.Best("delivery-fee", tokens);
        var verbs = verbFinder.Find(tokens, fee);
        IReadOnlyList<PatternMatch> spans = [.. verbs.Select(verb => verb.Match)];
        var ofAll = question ? null : allOfIt.In(tokens);
        if (ofAll is { } everything && !NamesGoods(tokens)) return new LinesRead([everything.Line], [], false, [.. spans, everything.Match]);
        // "Don't change the malt to zobo"
        if (swapReader.In(tokens) is { } swapped) return IsForbidden(tokens, swapped.Match) ? new LinesRead([], [], false, [.. spans, swapped.Match]) : Swapped(tokens, swapped, spans);

        if (countOfIt.Fewer(tokens) is { } fewer) return new LinesRead([.. Beside(tokens, fewer.Match), fewer.Line], [], false, [.. spans, fewer.Match]);

        if (countOfIt.Further(tokens) is { } further) return new LinesRead([.. Beside(tokens, further.Match), further.Line], [], false, [.. spans, further.Match]);

        if (SwappedForUnknown(tokens) is { } forUnknown) return new LinesRead([], [forUnknown], false, spans);

        var things = unknownThings.Mark(tokens, verbs);
        var items = Enumerable.Range(0, things.Count).Where(at => things[at].Is(TokenKind.Item)).ToList();
        var used = new HashSet<int>();
        var everyone = quantityReader.EachOf(things, used);
        var quantities = quantityReader.Of(things, items, used);

        List<SaidLine> lines = [];
        var onlyThese = patterns.Best("only-these", things);
        // "3 zobo", "headwrap uku fa"; "1 zobo for my wife" and "and 2 zobo" say more.
        var isBare = items.Count == 1 && things.TrueForAll(token => token.Is(TokenKind.Item) || token.MayCount || token.Text.Length == 0 || beside.Contains(token.Text));
        var listed = items.Count > 1 || quantities.Any(quantity => quantity is not null);
        for (var i = 0; i < items.Count; i++)
        {
            var quantity = quantities[i] ?? everyone;
            var verb = VerbFinder.For(verbs, items[i], things, i == 0 ? 0 : items[i - 1] + 1, isAsked: question && quantity is null);
            var action = verb?.Action ?? (question && !(items[i] < fee?.First) ? LineAction.About : listed || wanting ? LineAction.Add : LineAction.Mention);
            // "Remove the jollof, not the zobo"
            if (verb?.Key == "remove-this" && i > 0 && lines[^1].Action == LineAction.Remove && patterns.BestAt("not-it", things, verb.Match.First) is not null) action = LineAction.Keep;
            // "I am looking for a dashiki, XL, one": who says how many is not only looking.
            if (action == LineAction.Availability && !question && quantity is { Count: not null }) action = LineAction.Add;
            lines.Add(verb?.Key == VerbFinder.Double && quantity is not { Count: not null }
                ? new SaidLine(LineAction.Set, things[items[i]].Mention, null) { Doubled = true }
                : Line(things[items[i]], action, quantity, verb?.Key == "add") with { IsBare = quantity is not null && !wanting && isBare && things[items[i]].Mention is { Variants.Count: 0 } });
            if (onlyThese is not null && quantity is null && VerbFinder.IsOf(onlyThese, verbs, items[i])) lines[^1] = lines[^1] with { Only = !question, Action = verb?.Action == LineAction.Remove ? LineAction.Keep : lines[^1].Action };
        }

        // "1 jollof for me and 2 for my husband"
        if (patterns.Best("more-for", things)?.Captured is [{ Mention: { } shared }, .., { MayCount: true } more] && !used.Contains(things.IndexOf(more)) && lines.FindIndex(line => line.Mention == shared) is >= 0 and var at)
        {
            lines[at] = lines[at] with { Quantity = (lines[at].Quantity ?? 1) + (int)more.Value };
        }

        if (lines.Exists(line => line.Only || line.Action == LineAction.Keep) && onlyThese is not null) spans = [.. spans, onlyThese];
        // "Double everything except the zobo"
        if (ofAll is { } all) return new LinesRead([all.Line, .. lines], [], false, [.. spans, all.Match]);

        if (lines is [{ Action: LineAction.Add, Quantity: null, Naira: null, Unclear: false } only] && QuantityReader.Offered(things, used) is { } naira) lines[0] = only with { Naira = naira };

        if (lines is [{ Action: LineAction.Add, Quantity: null, Naira: null, Unclear: false } named] && CountOfIt.BehindVerb(things, verbs, used) is { } behind) lines[0] = named with { Quantity = behind };

        if (patterns.Best("exchange", tokens) is not null) lines = [.. lines.Select(line => line with { Instead = true })];

        lines = givingWay.Marked(things, items, lines, question);

        // "remove the pepper from the suya" takes no suya out, and "no pepper in it" orders none.
        if (patterns.Best("preparation", tokens) is not null) lines.RemoveAll(line => line.Action is LineAction.Remove or LineAction.Mention or LineAction.Set);
        var uncounted = lines.Count(line => line is { Action: LineAction.Set, Quantity: null });
        // "Only 1 coconut rice, the tigernut remains 3": one has its number, the other waits for its own.
        if ((uncounted == 1 || !lines.Exists(line => line is { Action: LineAction.Set, Quantity: not null })) && countOfIt.In(tokens, lines, [.. used.Select(at => things[at])]) is { } ofIt)
        {
            Include(lines, items, ofIt);
            spans = [.. spans, ofIt.Match];
        }
        else if (countOfIt.BesideOthers(things, verbs, lines, used) is { } count)
        {
            lines.Insert(0, new SaidLine(LineAction.Add, null, count));
        }

        return new LinesRead(lines, [], verbs.Exists(verb => verb.Key is "want" or "add"), spans);
    }

    // "One more jollof and one less zobo"
    private IEnumerable<SaidLine> Beside(IReadOnlyList<Token> tokens, PatternMatch match) =>
        new[] { tokens.Take(match.First).ToList(), Behind(tokens, match.End) }.Where(NamesGoods).SelectMany(part => Read(part, question: false, wanting: false).Lines).Where(line => line.Mention is { IsUnknown: false } && (line.Quantity is not null || line.Action == LineAction.Remove));

    // "make the eba 2 and change the zobo to malt": beside a swap only what is plainly a change of its own.
    private LinesRead Swapped(IReadOnlyList<Token> tokens, (Swap Swap, PatternMatch Match) swapped, IReadOnlyList<PatternMatch> spans)
    {
        List<SaidLine> beside = [];
        List<Swap> swaps = [swapped.Swap];
        IReadOnlyList<Token> before = [.. tokens.Take(swapped.Match.First)];
        // "That moi moi, change it to meat pie"
        if (swapped.Swap.From is null && before.Where(token => token.Is(TokenKind.Item)).ToList() is [{ Mention: { IsUnknown: false } topic }] && !before.Any(token => token.Is(TokenKind.Number)) && verbFinder.Find(before, null).Count == 0)
        {
            swaps[0] = swaps[0] with { From = topic };
        }
        else if (NamesGoods(before)) beside.AddRange(Read(before, question: false, wanting: false).Lines.Where(IsChange));

        var behind = Behind(tokens, swapped.Match.End);
        while (swapReader.OfTheOthers(behind, swapped.Swap) is { } others)
        {
            swaps.Add(others.Swap);
            behind = Behind(behind, others.Match.End);
        }

        if (NamesGoods(behind))
        {
            var read = Behind(tokens, swapped.Match, behind);
            beside.AddRange(read.Lines.Where(line => IsChange(line) || (line.Mention is { IsUnknown: false } mention && (line.Quantity is not null || mention.Variants.Count > 0))));
            swaps.AddRange(read.Swaps);
        }
        // "swap the jollof for fried rice and make it 3"
        else if (countOfIt.In(behind, [], []) is { Line: { Action: LineAction.Set, Quantity: { } count } })
        {
            swaps[0] = swaps[0] with { Quantity = count };
        }

        return new LinesRead(beside, swaps, false, spans);

        static bool IsChange(SaidLine line) => line.Mention is { IsUnknown: false } && (line.Explicit || line.Action is LineAction.Remove or LineAction.Set);
    }

    private static bool NamesGoods(IReadOnlyList<Token> part) => part.Any(token => token.Is(TokenKind.Item));

    private List<Token> Behind(IReadOnlyList<Token> tokens, int end) => [.. tokens.Skip(end).SkipWhile(token => token.Is(TokenKind.Break) || joiners.Contains(token.Text))];

    // "change the zobo to malt, and the kimono to L": the verb of the swap holds for another one, or for a size, behind it.
    private LinesRead Behind(IReadOnlyList<Token> tokens, PatternMatch swap, List<Token> behind)
    {
        if (patterns.BestAt("exchange", tokens, swap.First) is not null)
        {
            var read = Read([tokens[swap.First], .. behind], question: false, wanting: false);
            if (read.Swaps.Count > 0 || read.Lines.Any(line => line is { Instead: true, Mention.Variants.Count: > 0 })) return read;
        }

        return Read(behind, question: false, wanting: false);
    }

    // "change the zobo to pizza": what the shop does not have takes nothing's place.
    private Swap? SwappedForUnknown(IReadOnlyList<Token> tokens) =>
        patterns.Best("swap-lead", tokens) is { } lead && lead.End < tokens.Count && unknownThings.At(tokens, lead.End) is { } unknown
            ? new Swap(lead.Captured.FirstOrDefault(token => token.Is(TokenKind.Item))?.Mention, unknown, null)
            : null;

    private bool IsForbidden(IReadOnlyList<Token> tokens, PatternMatch swap) =>
        Enumerable.Range(0, swap.First + 1).Any(at => patterns.BestAt("keep", tokens, at) is { } keep && keep.First <= swap.First && keep.End > swap.First);

    private static SaidLine Line(Token item, LineAction action, SaidQuantity? said, bool isExplicit) =>
        new(action, item.Mention, said?.Count, said?.Naira, said?.Unclear ?? false, isExplicit && action == LineAction.Add);

    // "the jollof, make it 3": the number is for the thing named without one.
    private static void Include(List<SaidLine> lines, List<int> items, (SaidLine Line, PatternMatch Match) ofIt)
    {
        var at = lines.Count == 1 ? 0 : lines.Count == items.Count ? items.FindLastIndex(item => item < ofIt.Match.End) : -1;
        if (at >= 0 && ofIt.Line.Action == LineAction.Set && lines[at] is { Quantity: null, Naira: null } named) lines[at] = named with { Action = LineAction.Set, Quantity = ofIt.Line.Quantity };
        else lines.Add(ofIt.Line);
    }
}

/// <param name="Verbs">Where the verbs stand.</param>
/// <param name="Wanting">The clause began an order ("I want:"), so bare lines after it continue it.</param>
internal sealed record LinesRead(IReadOnlyList<SaidLine> Lines, IReadOnlyList<Swap> Swaps, bool Wanting, IReadOnlyList<PatternMatch> Verbs);
