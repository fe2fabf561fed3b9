using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>
/// Finds the products in a clause: the longest run of words that still belongs to one name. "jollof rice and chicken"
/// is one thing where the shop sells it as one, and two where it does not.
/// </summary>
internal sealed class ItemSpotter(Tongue tongue, CatalogIndex catalog, FoldedText folded)
{
    private readonly Lexicon lexicon = tongue.Lexicon;
    private readonly HashSet<string> afterThings = [.. tongue.Lexicon.AfterThings];
    private readonly HashSet<string> counters = [.. tongue.Lexicon.Counters];
    private readonly HashSet<string> joiners = [.. tongue.Lexicon.Joiners, .. tongue.Lexicon.Partitives];

    /// <summary>The clause with every product in it as one token.</summary>
    public IReadOnlyList<Token> Mark(IReadOnlyList<Token> tokens)
    {
        var marked = Items(tokens, ofPeople: false);
        // "Do you have native for small boys?" means the boys' set only where nothing else that is named is made for them.
        if (tokens.Any(token => tongue.Children.Contains(token.Text)) && !marked.Exists(token => token.Is(TokenKind.Age) || token.Mention?.ForChildren.Count > 0)) marked = Items(tokens, ofPeople: true);
        return tongue.Variants.Attach(marked, folded);
    }

    private List<Token> Items(IReadOnlyList<Token> tokens, bool ofPeople)
    {
        List<Token> marked = [];
        for (var at = 0; at < tokens.Count;)
        {
            if (Longest(tokens, at, ofPeople) is { } span)
            {
                var item = Item(tokens, at, span);
                if (marked is [.., { Mention: { } before } last] && Both(before, item.Mention!) is { } both) marked[^1] = last with { End = item.End, Mention = both with { Heard = folded.Written(last.Start, item.End) } };
                else marked.Add(item);
                at = span.End;
            }
            else
            {
                marked.Add(tokens[at++]);
            }
        }

        return marked;
    }

    // "tilapia fish", "sakwara (pounded yam)": two names side by side that one thing bears are that thing.
    private static ProductMention? Both(ProductMention one, ProductMention other)
    {
        var common = one.Candidates.Intersect(other.Candidates).ToList();
        return common.Count == 0 ? null : one with { Candidates = common, Confidence = Math.Max(one.Confidence, other.Confidence), ForChildren = [.. one.ForChildren.Intersect(other.ForChildren)], End = other.End };
    }

    private Span? Longest(IReadOnlyList<Token> tokens, int at, bool ofPeople)
    {
        if (Words(tokens, at) is not { } first) return null;

        var span = first with { End = at + 1 };
        while (span.End < tokens.Count)
        {
            if (Narrowed(span, Words(tokens, span.End), span.End + 1) is { } longer) span = longer;
            // "For the girl and an ankara set": whom it is for begins no name that goes on behind the "and".
            else if (IsJoiner(tokens[span.End]) && !(span.End == at + 1 && tongue.Children.Contains(tokens[at].Text)) && span.End + 1 < tokens.Count
                && Narrowed(span, Words(tokens, span.End + 1), span.End + 2) is { } joined) span = joined;
            else break;
        }

        return IsMeant(span, tokens, at, ofPeople) ? span : null;
    }

    private Span? Words(IReadOnlyList<Token> tokens, int at)
    {
        var token = tokens[at];
        var word = token.Kind switch
        {
            TokenKind.Word or TokenKind.Ordinal => token.Text,
            // A number belongs to a name only together with the word that follows it there ("two piece set").
            TokenKind.Number when !token.Counted && at + 1 < tokens.Count && tokens[at + 1].Is(TokenKind.Word) => token.Text,
            _ => null,
        };
        if (word is null || (catalog.Find(word) ?? (lexicon.Alike.TryGetValue(word, out var other) ? catalog.Find(other) : null)) is not { } match) return null;
        if (token.Is(TokenKind.Number))
        {
            var followed = match.Names.Where(name => Follows(name, word, tokens[at + 1].Text)).ToList();
            return followed.Count == 0 ? null : new Span(at + 1, followed, match.Exact, [word]);
        }

        return new Span(at + 1, match.Names, match.Exact, [word]);
    }

    private static bool Follows(ProductName name, string number, string next)
    {
        for (var i = 0; i + 1 < name.Words.Count; i++)
        {
            if (name.Words[i] == number && next.StartsWith(name.Words[i + 1], StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static Span? Narrowed(Span span, Span? next, int end)
    {
        if (next is null) return null;
        var both = span.Names.Intersect(next.Names).ToList();
        // The same word again is the same thing again ("rice 2, rice 3"), unless the name repeats it ("puff puff").
        if (both.Count == 0 || (span.Words.Contains(next.Words[0]) && both.All(name => name.Words.Count(word => word == next.Words[0]) < 2))) return null;
        return new Span(end, both, span.Exact && next.Exact, [.. span.Words, .. next.Words]);
    }

    // Everyday words ("good", "order", "small") name a product only when they are its whole name or have company.
    private bool IsMeant(Span span, IReadOnlyList<Token> tokens, int at, bool ofPeople) =>
        (tokens[at].Kind != TokenKind.Number || span.Words.Count > 1)
        && (span.Words.Any(word => !tongue.Vocabulary.Knows(word) || (ofPeople && IsMeantBy(word, tokens, at))) || span.Names.Any(name => name.Words.Count == span.Words.Count) || IsCountedThing(span, tokens) || IsOfAChild(span, tokens));

    // "Something for boys"; in "a bag for my girls" two words say for whom it is.
    private bool IsMeantBy(string person, IReadOnlyList<Token> tokens, int at) =>
        tongue.Children.Contains(person) && !tongue.Everyday.Contains(person) && !(at > 1 && afterThings.Contains(tokens[at - 1].Text) && afterThings.Contains(tokens[at - 2].Text));

    // "A dress for my daughter"
    private bool IsOfAChild(Span span, IReadOnlyList<Token> tokens) =>
        catalog.Children.Any && span.Words is [var word] && lexicon.Alike.ContainsKey(word) && tokens.Any(token => token.Is(TokenKind.Age) || tongue.Children.Contains(token.Text));

    // "2 bags" where the shop sells bags; in "2 bags of rice" they only count.
    private bool IsCountedThing(Span span, IReadOnlyList<Token> tokens) =>
        span.Words is [var word] && counters.Contains(word) && span.Names.Any(name => word.StartsWith(name.Words[^1], StringComparison.Ordinal) && !IsCounted(name))
        && (span.End == tokens.Count || !lexicon.Partitives.Contains(tokens[span.End].Text));

    // The pieces of a "three-piece" are not sold one by one.
    private bool IsCounted(ProductName name) => name.Words is [.., var count, _] && lexicon.Numbers.ContainsKey(count);

    private Token Item(IReadOnlyList<Token> tokens, int at, Span span)
    {
        var whole = span.Names.Where(name => name.Words.Distinct().Count() == span.Words.Distinct().Count()).ToList();
        var names = whole.Count > 0 ? whole : span.Names;
        var candidates = names.OrderBy(name => name.Words.Count).Select(name => name.Item).Distinct().ToList();
        var confidence = (whole.Count > 0 ? 1.0 : 0.85) - (span.Exact ? 0 : 0.15) - (candidates.Count > 1 ? 0.2 : 0);
        var (start, end) = (tokens[at].Start, tokens[span.End - 1].End);
        var mention = new ProductMention(candidates, folded.Written(start, end), [], null, confidence) { ForChildren = catalog.Children.Named(span.Words), At = start, End = end };
        return new Token(TokenKind.Item, "", 0, start, end) { Mention = mention };
    }

    private bool IsJoiner(Token token) => token.Is(TokenKind.Word) && joiners.Contains(token.Text);

    private sealed record Span(int End, IReadOnlyList<ProductName> Names, bool Exact, IReadOnlyList<string> Words);
}
