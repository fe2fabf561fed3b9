namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>Gathers, clause by clause, what one burst says.</summary>
internal sealed class Hearing
{
    /// <summary>"and the fried rice,"</summary>
    private const int LongestTopic = 5;

    private readonly Tongue tongue;
    private readonly CatalogIndex catalog;
    private readonly CategoryFinder categories;
    private readonly PlaceFinder places;
    private readonly ItemSpotter spotter;
    private readonly LineReader lineReader;
    private readonly Steps steps;
    private readonly WhereTo whereTo;
    private readonly WishReader wishReader;
    private readonly NameReader nameReader;
    private readonly PickReader pickReader;
    private readonly SaidNumbers numbers;
    private readonly InsideQuestion inside;
    private readonly MatterReader matterReader;

    private readonly Dictionary<Intent, double> intents = [];
    private readonly List<SaidLine> lines = [];
    private readonly List<Swap> swaps = [];
    private readonly List<SaidWish> wishes = [];
    private readonly SortedSet<Matter> matters = [];
    private readonly List<int> picks = [];
    private readonly Dictionary<int, int> pickQuantities = [];
    private string? category;
    private long? orderNumber;
    private decimal? amount;
    private string? name;
    private bool isQuestion;
    private bool wanting;
    private int personWords;
    private bool asksHowLong;

    public Hearing(Tongue tongue, CatalogIndex catalog, PlaceFinder places, FoldedText folded, bool hasPolicies)
    {
        (this.tongue, this.catalog, this.places) = (tongue, catalog, places);
        categories = new CategoryFinder(tongue, catalog);
        spotter = new ItemSpotter(tongue, catalog, folded);
        lineReader = new LineReader(tongue.Lexicon, tongue.Patterns, IsKnown, folded);
        steps = new Steps(tongue.Lexicon, tongue.Patterns);
        wishReader = new WishReader(tongue, catalog, IsKnown, folded);
        pickReader = new PickReader(tongue.Lexicon, tongue.Patterns);
        numbers = new SaidNumbers(tongue.Patterns);
        inside = new InsideQuestion(tongue);
        matterReader = new MatterReader(tongue.Patterns, hasPolicies);
        nameReader = new NameReader(tongue.Patterns, IsKnown, folded);
        whereTo = new WhereTo(tongue, places, folded, NamesGoods, OrdersGoods);
    }

    public void Take(Clause clause)
    {
        if (clause.Tokens.Count == 0) return;

        // "When you reach call me, 2 malt too" asks nothing.
        var question = clause.EndsAsQuestion || (tongue.Patterns.BestAt("handover", clause.Tokens, 0) is null && tongue.Patterns.BestAt("question", clause.Tokens, 0) is not null) || AsksAboutATopic(clause.Tokens);
        if (whereTo.In(clause.Tokens) is { } cut)
        {
            if (whereTo.Take(cut, question) is { } bringing) intents.TryAdd(bringing, 1);
            if (cut.Before.Count > 0) Read(cut.Before, question);
            // What an address takes nothing away from is read as it is.
            if (cut.After.Count == clause.Tokens.Count) Read(cut.After, question);
            else if (cut.After.Count > 0) Take(clause with { Tokens = WithoutLeadingBreaks(cut.After) });
        }
        else
        {
            Read(clause.Tokens, question);
        }
    }

    public Heard Result()
    {
        matters.UnionWith(matterReader.Together());
        // First the intents; then numbers that count goods after all are no picks any more.
        var settled = SettledIntents.Of(intents, HeardBeside());
        var (counted, swapped) = GivingWay.Across(CountedBehind.In(lines, picks), swaps);
        return Told(settled, counted, swapped);
    }

    private Beside HeardBeside() => new(lines, picks, wishes.Count > 0, matters, whereTo.Address is not null, isQuestion, personWords);

    private Heard Told(Dictionary<Intent, double> settled, IReadOnlyList<SaidLine> counted, IReadOnlyList<Swap> swapped) => new()
    {
        Intents = settled,
        Lines = counted,
        Swaps = swapped,
        Wishes = wishes,
        Matters = [.. matters],
        OnlyReturns = matterReader.OnlyReturns,
        Picks = picks,
        PickQuantities = pickQuantities,
        Address = whereTo.Address,
        Place = whereTo.Place,
        Area = whereTo.Area,
        Category = category,
        OrderNumber = orderNumber,
        Amount = amount,
        CalledName = name,
        IsQuestion = isQuestion,
        AsksHowLong = asksHowLong,
    };

    private void Read(IReadOnlyList<Token> tokens, bool question)
    {
        // Nothing but the name of a category: its goods are to be shown, whatever else has that word in its name.
        if (catalog.Categories.FirstOrDefault(known => known.Words.SequenceEqual(tokens.Select(token => tongue.Stems.Of(token.Text)))) is { } whole)
        {
            category ??= whole.Name;
            return;
        }

        // "3 jollof, no wait, 2 jollof"
        if (tongue.Patterns.Best("correction", tokens) is { First: > 0 } correction && correction.End < tokens.Count && NamesGoods([.. tokens.Take(correction.First)]))
        {
            ReadCorrected([.. tokens.Take(correction.First)], [.. tokens.Skip(correction.End)], question);
            return;
        }

        var marked = spotter.Mark(tokens);
        if (steps.In(marked) is { } joint)
        {
            Read(Before(tokens, marked[joint.End]), question);
            Read([.. tokens.Skip(Before(tokens, marked[joint.Next]).Count)], question);
            return;
        }

        var wants = tongue.Patterns.Best("want", marked) is not null;
        var asks = question && !wants;
        var wished = wishReader.Read(marked, asks);
        // "I don't want pepper on the suya": what wants is a part of the wish.
        var stillWants = wished.Wishes.Count == 0 ? wants : wants && tongue.Patterns.Best("want", wished.Rest) is not null;
        var read = wished.Without(lineReader.Read(wished.Rest, asks, stillWants || wanting));
        var heard = wished.WithoutCalls(IntentsOf(marked, read));
        if (asks && inside.Asks(marked, heard))
        {
            read = inside.Without(read);
            // "And the malt, wetin dey inside?" asks for no cart, and "is there sugar in it?" not whether it can be had.
            heard.RemoveAll(match => match.Intent is Intent.Menu || match.Intent == (read.Lines.Count > 0 ? Intent.ShowCart : Intent.Availability));
            if (read.Lines.Count == 0) intents.TryAdd(Intent.Inside, 1);
        }

        read = ByTheWay.Without(read, heard);
        var grave = matterReader.In(marked, heard, asks);
        matters.UnionWith(grave);

        var howLong = tongue.Patterns.Best("how-long", marked);
        // "How long will 2 jollof take": spoken of, and not ordered.
        if (howLong is not null) read = read with { Lines = [.. read.Lines.Where(line => line.Mention is not { } mention || mention.At < marked[howLong.First].Start || mention.At >= marked[howLong.End - 1].End)] };

        // Goods named in a question about an order, in a complaint or with a payment are not ordered again.
        if (grave.TrueForAll(matter => matter == Matter.Allergy) && !heard.Exists(match => (match.Intent == Intent.OrderStatus && howLong?.Overlaps(match.Match) != true) || match.Intent is Intent.Complaint or Intent.Terms || (match.Intent == Intent.Paid && !wants)))
        {
            lines.AddRange(read.Lines);
            swaps.AddRange(read.Swaps);
            wishes.AddRange(wished.Wishes);
        }
        else if (grave.Count == 0 && heard.Exists(match => match.Intent == Intent.Complaint))
        {
            swaps.AddRange(read.Swaps.Select(swap => swap with { InComplaint = true }));
        }

        // "How many minutes will you take to bring it": no fee is asked for. After the goods: what is ordered in the same breath stays ordered.
        if (howLong is not null)
        {
            heard.RemoveAll(one => one.Intent is Intent.Delivery or Intent.Yes || (one.Intent is Intent.DeliveryFee or Intent.Price && one.Match.Overlaps(howLong)));
            heard.Add((Intent.OrderStatus, howLong));
            asksHowLong = true;
        }

        foreach (var (intent, match) in heard)
        {
            var confidence = Math.Min(1, 0.6 + (0.4 * match.Words / marked.Count));
            intents[intent] = Math.Max(confidence, intents.GetValueOrDefault(intent));
            if (intent == Intent.Person) personWords = Math.Max(personWords, match.Words);
        }

        // "Kuna kai Abuja?", "can you send to Abuja?"
        if (read.Lines.Count == 0 && whereTo.NamesTown(marked))
        {
            if (asks && heard.TrueForAll(one => one.Intent is Intent.Delivery or Intent.Availability or Intent.DeliveryFee)) intents.TryAdd(Intent.DeliveryFee, 1);
            if (intents.ContainsKey(Intent.DeliveryFee)) whereTo.TakeTown(marked);
        }

        name ??= nameReader.In(tokens);
        isQuestion |= asks;
        wanting |= read.Wanting;
        whereTo.TakeArea(marked);
        category ??= categories.In(marked) is { } named && !read.Lines.Any(line => line.IsAsked && line.Mention?.Only?.Category == named) ? named : null;
        orderNumber ??= numbers.OrderIn(marked, ordersGoods: read.Lines.Count > 0);
        if (heard.Exists(match => match.Intent == Intent.Paid)) amount ??= numbers.AmountIn(marked, orderNumber);
        if (read.Lines.Count == 0 && orderNumber is null) TakePicks(wished.Rest);
    }

    private void ReadCorrected(IReadOnlyList<Token> before, IReadOnlyList<Token> after, bool question)
    {
        Read(WithoutEndingBreaks(before), question);
        var taken = lines.Count;
        var rest = WithoutLeadingBreaks(after);
        if (rest.Count > 0) Read(rest, question);
        // "No wait, 2": of what was named last.
        if (lines.Count == taken && taken > 0 && picks is [var number] && number > 0)
        {
            picks.Clear();
            lines[^1] = lines[^1] with { Quantity = number };
        }

        // What was corrected in it has taken some out already.
        taken = Math.Min(taken, lines.Count);
        var again = lines.Skip(taken).Where(line => line.Quantity is not null).Select(line => line.Mention?.Only).OfType<CatalogItem>().ToList();
        for (var at = taken - 1; at >= 0; at--)
        {
            if (lines[at] is { Action: LineAction.Add or LineAction.Mention, Mention.Only: { } item } && again.Contains(item)) lines.RemoveAt(at);
        }
    }

    private List<(Intent Intent, PatternMatch Match)> IntentsOf(IReadOnlyList<Token> tokens, LinesRead read)
    {
        var found = tongue.Patterns.IntentsIn(tokens);
        NotMeant.Forget(tongue.Patterns, tokens, found);
        // What stands inside something longer is only a part of its words: "paid" in "not yet paid", "no" in "no zobo"; of a yes that is said in several ways
        // ("no wahala, everything correct") in each of them.
        return found.FindAll(one => !found.Exists(other => IsInside(one.Match, other.Match)) && !read.Verbs.Any(verb => IsInside(one.Match, verb))
            && !(one.Intent == Intent.No && tongue.Patterns.MatchesOf(Intent.Yes, tokens).Any(yes => IsInside(one.Match, yes))));
    }

    private static bool IsInside(PatternMatch one, PatternMatch other) => one.IsWithin(other) && other.Words > one.Words;

    // "And the tigernut, does it have sugar"
    private bool AsksAboutATopic(IReadOnlyList<Token> tokens)
    {
        var end = tokens.TakeWhile(token => !token.Is(TokenKind.Break)).Count();
        return end is > 0 and <= LongestTopic && end + 1 < tokens.Count && tongue.Patterns.BestAt("question", [.. tokens.Skip(end + 1)], 0) is not null
            && !tokens.Take(end).Any(token => token.Kind is TokenKind.Number or TokenKind.Article) && NamesGoods([.. tokens.Take(end)]);
    }

    private bool NamesGoods(IReadOnlyList<Token> tokens) => spotter.Mark(tokens).Any(token => token.Is(TokenKind.Item));

    // A thing and its count side by side at the very beginning, whichever comes first.
    private bool OrdersGoods(IReadOnlyList<Token> tokens) => spotter.Mark(tokens) is
        [{ Kind: TokenKind.Number or TokenKind.Article }, { Kind: TokenKind.Item }, ..] or [{ Kind: TokenKind.Item }, { Kind: TokenKind.Number }, ..];

    private bool IsKnown(string word) => !tongue.OtherGoods.Contains(word) && IsExplained(word);

    private bool IsExplained(string word) => tongue.Vocabulary.Knows(word) || tongue.Vocabulary.Knows(tongue.Stems.Of(word)) || places.Knows(word) || categories.Of(word) is not null;

    private void TakePicks(IReadOnlyList<Token> tokens)
    {
        var picked = pickReader.In(tokens);
        picks.AddRange(picked.Places);
        foreach (var (place, quantity) in picked.Quantities) pickQuantities[place] = quantity;
    }

    private static List<Token> Before(IReadOnlyList<Token> tokens, Token place) => [.. tokens.TakeWhile(token => token.Start < place.Start)];

    private static List<Token> WithoutEndingBreaks(IReadOnlyList<Token> tokens) => [.. tokens.Reverse().SkipWhile(token => token.Is(TokenKind.Break)).Reverse()];

    private List<Token> WithoutLeadingBreaks(IReadOnlyList<Token> tokens) => [.. tokens.SkipWhile(token => token.Is(TokenKind.Break) || tongue.Lexicon.Continuers.Contains(token.Text))];
}
