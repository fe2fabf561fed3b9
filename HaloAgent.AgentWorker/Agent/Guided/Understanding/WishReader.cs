namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>Finds the wishes in a clause ("without pepper", "make it a bit loose", "I am allergic to groundnut") and the words that belong to them.</summary>
internal sealed class WishReader(Tongue tongue, CatalogIndex catalog, Func<string, bool> isKnown, FoldedText folded)
{
    private const string Without = "wish-without";
    private const string Lead = "wish-lead";
    private const string Allergy = "matter-allergy";
    private const string When = "when";

    /// <summary>What says of the goods before a colour that they are not wanted: "I don't want the dress in red", "not in blue".</summary>
    private static readonly string[] Refusals = ["remove", "remove-this", "not-this"];

    /// <summary>Beside these a time is not when the order is wanted: "I will pay tomorrow", "are you open on Sunday".</summary>
    private static readonly Intent[] OtherTimes =
        [Intent.PayLater, Intent.Paid, Intent.PaymentDetails, Intent.Goodbye, Intent.Hours, Intent.OrderStatus, Intent.Complaint, Intent.Wait, Intent.Person, Intent.OffTopic, Intent.CancelOrder, Intent.RepeatOrder];

    /// <summary>Words between a lead and what it is about: "no <b>too much</b> pepper".</summary>
    private const int MostBetween = 2;

    /// <summary>Words behind a wish that still belong to it: "with pepper <b>after all</b>".</summary>
    private const int LongestTail = 3;

    private readonly HashSet<string> ingredients = [.. tongue.Lexicon.Ingredients];
    private readonly HashSet<string> joiners = [.. tongue.Lexicon.Joiners];
    private readonly HashSet<string> polite = [.. tongue.Lexicon.Titles, .. tongue.Lexicon.Fillers];
    private readonly HandoverReader handover = new(tongue, isKnown);

    /// <param name="tokens">With the goods marked.</param>
    /// <param name="asks">It is a question: about goods it wishes nothing, unless it is a request in the form of one.</param>
    public WishesRead Read(IReadOnlyList<Token> tokens, bool asks)
    {
        var onlyAllergies = asks && tongue.Patterns.BestAt("wish-request", tokens, 0) is null;
        var tellsWhen = !asks && tongue.Patterns.Best(When, tokens) is not null && tongue.Patterns.Best("not-when", tokens) is null && tongue.Patterns.Best("name-lead", tokens) is null
            && !tongue.Patterns.IntentsIn(tokens).Exists(one => OtherTimes.Contains(one.Intent));
        List<SaidWish> wishes = [];
        List<Token> rest = [];
        List<(int First, int End)> handovers = [];
        var done = 0;
        for (var at = 0; at < tokens.Count; at++)
        {
            var span = AllergyAt(tokens, at, done) ?? (onlyAllergies ? null : HandoverAt(tokens, at)) ?? (tellsWhen ? WhenAt(tokens, at) : null) ?? (onlyAllergies ? null : WishAt(tokens, at, done));
            if (span is null) continue;
            var wish = Wish(tokens, span);
            if (!span.IsHandover && NamesVariant(tokens, span, wish.About)) continue;
            wishes.Add(wish);
            if (span.IsHandover) handovers.Add((span.First, span.End));
            rest.AddRange(tokens.Skip(done).Take(span.First - done));
            (done, at) = (span.End, span.End - 1);
        }

        return new WishesRead(wishes, wishes.Count == 0 ? tokens : [.. rest, .. tokens.Skip(done)], handovers);
    }

    /// <summary>Whether words only name what is in a thing: the "chicken" of a rice with chicken.</summary>
    public static bool AreIngredients(Tongue tongue, IReadOnlyList<string> words) =>
        words.Count > 0 && words.All(word => tongue.Lexicon.Ingredients.Contains(word) || tongue.Lexicon.Ingredients.Contains(tongue.Stems.Of(word)));

    // From the beginning of its part of the sentence: whose allergy it is belongs to it.
    private Span? AllergyAt(IReadOnlyList<Token> tokens, int at, int done)
    {
        if (tongue.Patterns.BestAt(Allergy, tokens, at) is not { } match) return null;
        var first = at;
        while (first > done && tokens[first - 1].Kind is TokenKind.Word or TokenKind.Article && !joiners.Contains(tokens[first - 1].Text)) first--;
        var end = match.End;
        // "Allergic to nuts": what only sounds like the tigernut drink is what it is about.
        var named = tokens.Skip(end).TakeWhile(token => token.Is(TokenKind.Word)).Count() + end;
        while (end < tokens.Count && !tokens[end].Is(TokenKind.Break) && ((end == named && tokens[end].Mention is { Confidence: < 1 }) || !BeginsOther(tokens, end))) end++;
        return new Span(first, end, IsAllergy: true);
    }

    private Span? WishAt(IReadOnlyList<Token> tokens, int at, int done)
    {
        if (EndOfWish(tokens, at) is not { } end) return null;
        while (Continued(tokens, end) is { } longer) end = longer;
        return new Span(at > done && IsCountOf(tokens, at - 1) ? at - 1 : at, WithTail(tokens, end));
    }

    private Span? HandoverAt(IReadOnlyList<Token> tokens, int at) => handover.From(tokens, at) is { } found ? new Span(found.First, found.End, IsHandover: true) : null;

    // "for tomorrow, by 1 pm"
    private Span? WhenAt(IReadOnlyList<Token> tokens, int at)
    {
        if (tongue.Patterns.BestAt(When, tokens, at) is not { } match) return null;
        var end = match.End;
        while (end < tokens.Count && (tongue.Patterns.BestAt(When, tokens, end) ?? (tokens[end].Is(TokenKind.Break) && end + 1 < tokens.Count ? tongue.Patterns.BestAt(When, tokens, end + 1) : null)) is { } more) end = more.End;
        return new Span(at, end, IsWhen: true);
    }

    private int? EndOfWish(IReadOnlyList<Token> tokens, int at)
    {
        var whole = tongue.Patterns.BestAt("preparation", tokens, at) is { } said && !Counts(tokens, said) ? said.End : (int?)null;
        var colour = tongue.Patterns.BestAt("colour", tokens, at) is { } named && !Counts(tokens, named) && !IsRefused(tokens, at) ? named.End : (int?)null;
        // "ata die": what there is to be of it may stand behind it.
        var after = at + 1 < tokens.Count && IsIngredient(tokens[at]) ? tongue.Patterns.BestAt("wish-after", tokens, at + 1)?.End : null;
        var without = tongue.Patterns.BestAt(Without, tokens, at) is { } taking ? EndOfThing(tokens, taking.End, FollowsGoods(tokens, at)) : null;
        var other = tongue.Patterns.BestAt(Lead, tokens, at) is { } lead ? EndOfThing(tokens, lead.End, NamesGoodsBehind(tokens, lead.End)) : null;
        return new[] { whole, colour, after, without, other }.Max();
    }

    // In the same part of the sentence, however far before it: the colour then only says which one.
    private bool IsRefused(IReadOnlyList<Token> tokens, int colour)
    {
        for (var at = colour; at >= 0 && !tokens[at].Is(TokenKind.Break); at--)
        {
            if (Refusals.Any(refusal => tongue.Patterns.BestAt(refusal, tokens, at) is { } match && match.End > at)) return true;
        }

        return false;
    }

    /// <param name="afterGoods">"2 jollof without ogiri": what is said there is in the jollof, whatever else has that name.</param>
    private int? EndOfThing(IReadOnlyList<Token> tokens, int from, bool afterGoods)
    {
        for (var at = from; at < tokens.Count && at - from <= MostBetween; at++)
        {
            if (IsIngredient(tokens[at]) || (afterGoods && (IsPartOfGoods(tokens[at].Mention) || (tokens[at].Is(TokenKind.Word) && !isKnown(tokens[at].Text))))) return at + 1;
            if (!tokens[at].Is(TokenKind.Word) && !tokens[at].Is(TokenKind.Article) && !tokens[at].Is(TokenKind.Unclear)) return null;
        }

        return null;
    }

    // "no pepper and onion", "no pepper no onion"
    private int? Continued(IReadOnlyList<Token> tokens, int end)
    {
        if (end >= tokens.Count) return null;
        if (IsIngredient(tokens[end])) return end + 1;
        if (end + 1 < tokens.Count && joiners.Contains(tokens[end].Text)) return IsIngredient(tokens[end + 1]) ? end + 2 : EndOfWish(tokens, end + 1);
        return EndOfWish(tokens, end);
    }

    private int WithTail(IReadOnlyList<Token> tokens, int end)
    {
        var tail = end;
        while (tail < tokens.Count && tokens[tail].Is(TokenKind.Word) && !joiners.Contains(tokens[tail].Text)) tail++;
        var closes = tail == tokens.Count || tokens[tail].Is(TokenKind.Break);
        return closes && tail - end is > 0 and <= LongestTail && tongue.Patterns.IntentsIn([.. tokens.Skip(end).Take(tail - end)]).Count == 0 ? tail : end;
    }

    // "In red" chooses where the thing comes in red, and wishes where it does not.
    private bool NamesVariant(IReadOnlyList<Token> tokens, Span span, ProductMention? about)
    {
        var named = about is null ? catalog.VariantWords : about.Candidates.SelectMany(item => item.Variants).SelectMany(variant => tongue.Variants.Words(variant.Name)).ToHashSet(StringComparer.Ordinal);
        return named.Count > 0 && tokens.Skip(span.First).Take(span.End - span.First).Any(token => token.Is(TokenKind.Word) && token.Text.Length > CatalogIndex.ShortSize && named.Contains(token.Text));
    }

    // "make it 2, and hot" is more than one thing.
    private static bool Counts(IReadOnlyList<Token> tokens, PatternMatch match) =>
        tokens.Skip(match.First).Take(match.End - match.First).Any(token => token.Kind is TokenKind.Number or TokenKind.Money or TokenKind.Break);

    // "2 jollof, one without pepper"
    private bool IsCountOf(IReadOnlyList<Token> tokens, int at) =>
        tokens[at].Kind is TokenKind.Number or TokenKind.Article && at > 1 && (tokens[at - 1].Is(TokenKind.Break) || joiners.Contains(tokens[at - 1].Text))
        && tokens.Take(at).Any(token => token.Is(TokenKind.Item));

    private bool BeginsOther(IReadOnlyList<Token> tokens, int at) =>
        tokens[at].Is(TokenKind.Item) || (joiners.Contains(tokens[at].Text) && at + 1 < tokens.Count && tokens[at + 1].Kind is TokenKind.Number or TokenKind.Article or TokenKind.Item)
        || tongue.Patterns.BestAt("want", tokens, at) is not null;

    private static bool FollowsGoods(IReadOnlyList<Token> tokens, int at) =>
        at > 0 && (tokens[at - 1].Is(TokenKind.Item) || (at > 1 && tokens[at - 1].Is(TokenKind.Break) && tokens[at - 2].Is(TokenKind.Item)));

    // "extra meat to the egusi": the meat is what goes into it, whatever else has that name.
    private bool NamesGoodsBehind(IReadOnlyList<Token> tokens, int from) =>
        tokens.Skip(from + 1).Any(token => token.Mention is { IsUnknown: false } mention && !IsPartOfGoods(mention)) && from < tokens.Count && IsPartOfGoods(tokens[from].Mention);

    private bool IsIngredient(Token token) => token.Is(TokenKind.Word) && (ingredients.Contains(token.Text) || ingredients.Contains(tongue.Stems.Of(token.Text)));

    private bool IsPartOfGoods(ProductMention? mention) => mention is { Confidence: < 1 } && AreIngredients(tongue, tongue.WordsOf(mention.Heard));

    /// <summary>About the thing inside it, else the one before it, else the one it leads to ("no pepper in the suya").</summary>
    private SaidWish Wish(IReadOnlyList<Token> tokens, Span span)
    {
        var text = folded.Written(span.IsHandover ? BeginOf(tokens, span.First) : tokens[span.First].Start, tokens[span.End - 1].End);
        if (span.IsAllergy || span.IsWhen || span.IsHandover) return new SaidWish(text, null, span.IsAllergy) { IsWhen = span.IsWhen, IsHandover = span.IsHandover, IsCallBack = span.IsHandover && IsCallBack([.. tokens.Skip(span.First).Take(span.End - span.First)]) };
        var inside = tokens.Skip(span.First).Take(span.End - span.First).Select(token => token.Mention).FirstOrDefault(mention => mention is { IsUnknown: false } && !IsPartOfGoods(mention));
        var before = tokens.Take(span.First).Select(token => token.Mention).LastOrDefault(mention => mention is { IsUnknown: false });
        var after = tokens.Skip(span.End).SkipWhile(token => token.Kind is TokenKind.Word or TokenKind.Article).FirstOrDefault();
        // "Make it blue and remove the necklace": that is said of the necklace, and not how it is to be made.
        var another = Enumerable.Range(span.End, tokens.Count - span.End).TakeWhile(at => tokens[at] != after).Any(at => tongue.Patterns.BestAt("remove", tokens, at) is not null);
        var last = after is { Mention: { IsUnknown: false } named } && tokens[span.End] != after && !another ? named : null;
        return new SaidWish(text, inside ?? before ?? last) { NamesThingLast = inside is null && before is null && last is not null };
    }

    // "Mama Sade, 0803 …", "abeg call me": forms of address and politeness are no tokens any more.
    private int BeginOf(IReadOnlyList<Token> tokens, int first)
    {
        var begin = tokens[first].Start;
        if (first > 0 && !tokens[first - 1].Is(TokenKind.Break)) return begin;
        for (var word = begin; word > 0;)
        {
            var end = word;
            while (end > 0 && folded.Text[end - 1] == ' ') end--;
            word = end;
            while (word > 0 && char.IsLetter(folded.Text[word - 1])) word--;
            if (word == end || !polite.Contains(folded.Text[word..end])) break;
            begin = word;
        }

        return begin;
    }

    private bool IsCallBack(IReadOnlyList<Token> said) =>
        said.Any(token => token.IsPhone) && tongue.Patterns.Best("handover", said) is null && tongue.Patterns.IntentsIn(said).Exists(one => one.Intent == Intent.Person);

    private sealed record Span(int First, int End, bool IsAllergy = false, bool IsWhen = false, bool IsHandover = false);
}
