using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>How many, or how much money's worth, is said of one thing.</summary>
internal sealed record SaidQuantity(int? Count, decimal? Naira, bool Unclear);

/// <summary>Gives every number of a clause to the thing it counts.</summary>
internal sealed class QuantityReader(Lexicon lexicon)
{
    /// <summary>"500" never counts plates: from here on a bare number is naira.</summary>
    public const decimal SmallestAmount = 50;

    private const int MostCounted = 100_000;

    private readonly HashSet<string> counters = [.. lexicon.Counters];
    private readonly HashSet<string> beforeThings = [.. lexicon.BeforeThings];
    private readonly HashSet<string> afterThings = [.. lexicon.AfterThings];
    private readonly HashSet<string> each = [.. lexicon.Each];
    private readonly HashSet<string> ages = [.. lexicon.Ages];
    private readonly HashSet<string> partitives = [.. lexicon.Partitives];
    private readonly TrailingCount trailing = new(lexicon);

    /// <summary>What is said of each item; <paramref name="used"/> learns which tokens said it.</summary>
    public SaidQuantity?[] Of(List<Token> tokens, List<int> items, HashSet<int> used)
    {
        var follow = NumbersFollow(tokens, items);
        var found = new SaidQuantity?[items.Count];
        for (var i = 0; i < items.Count; i++)
        {
            found[i] = follow || IsArticleBefore(items[i]) ? After(items[i]) ?? Before(items[i]) : Before(items[i]) ?? After(items[i]);
        }

        // "the necklace, she says, just 1"
        if (found is [null] && trailing.In(tokens) is { } last && last > items[0] && used.Add(last)) found[0] = Measured(tokens[last], counted: true);
        return found;

        // "make the moi moi be 5": an article says less than a number.
        bool IsArticleBefore(int item)
        {
            var at = item - 1;
            while (at >= 0 && tokens[at].Is(TokenKind.Word) && IsBetween(tokens[at].Text)) at--;
            return at >= 0 && tokens[at].Is(TokenKind.Article);
        }

        SaidQuantity? Before(int item)
        {
            var counted = false;
            for (var at = item - 1; at >= 0; at--)
            {
                if (IsQuantity(tokens[at])) return used.Add(at) ? Measured(tokens[at], counted) : null;
                // "Two five year old gowns"
                if (tokens[at].Is(TokenKind.Age)) continue;
                if (!tokens[at].Is(TokenKind.Word) || !IsBetween(tokens[at].Text)) return null;
                counted |= counters.Contains(tokens[at].Text);
            }

            return null;
        }

        SaidQuantity? After(int item)
        {
            var counted = false;
            for (var at = item + 1; at < tokens.Count; at++)
            {
                if (IsAge(at)) return null;
                if (IsQuantity(tokens[at]) && (!tokens[at].Is(TokenKind.Article) || IsLastCount(at)))
                {
                    if (!follow && LeadsToItem(at)) return null;
                    counted |= at + 1 < tokens.Count && counters.Contains(tokens[at + 1].Text);
                    return used.Add(at) ? Measured(tokens[at], counted) : null;
                }

                if (tokens[at].Is(TokenKind.Break) && (tokens[at].Text == ":" || (IsLastCount(at + 1) && (item == items[^1] || HasCounter(at + 1))))) continue;
                if (!tokens[at].Is(TokenKind.Word) || !IsBehind(tokens[at].Text)) return null;
                counted |= counters.Contains(tokens[at].Text);
            }

            return null;
        }

        // "egusi, one plate", "six yards, five, for the wedding": a count behind the comma, and nothing of its own behind the count.
        bool IsLastCount(int at)
        {
            while (at < tokens.Count && tokens[at].Is(TokenKind.Word) && (counters.Contains(tokens[at].Text) || afterThings.Contains(tokens[at].Text))) at++;
            return at < tokens.Count && tokens[at].Kind is TokenKind.Number or TokenKind.Article
                && tokens.Skip(at + 1).SkipWhile(token => token.Is(TokenKind.Word) && (counters.Contains(token.Text) || afterThings.Contains(token.Text) || partitives.Contains(token.Text))).FirstOrDefault() is null or { Kind: TokenKind.Break };
        }

        // "Pounded yam, two plates, and water": behind the first of several a bare number would be anybody's.
        bool HasCounter(int at) => tokens.Skip(at).TakeWhile(token => !token.Is(TokenKind.Break)).Any(token => token.Is(TokenKind.Word) && counters.Contains(token.Text));

        // "a gown for my 3 year old"
        bool IsAge(int at) => at + 1 < tokens.Count && tokens[at].Is(TokenKind.Number) && ages.Contains(tokens[at + 1].Text);

        bool LeadsToItem(int number)
        {
            for (var at = number + 1; at < tokens.Count; at++)
            {
                if (tokens[at].Is(TokenKind.Item)) return true;
                if (!tokens[at].Is(TokenKind.Word) || !IsBetween(tokens[at].Text)) return false;
            }

            return false;
        }
    }

    /// <summary>"2 each", "one of each", "2 2": so many of everything.</summary>
    public SaidQuantity? EachOf(IReadOnlyList<Token> tokens, HashSet<int> used)
    {
        for (var at = 0; at + 1 < tokens.Count; at++)
        {
            if (CountAt(tokens, at) is not { } count) continue;
            var last = at + 1 + (at + 2 < tokens.Count && partitives.Contains(tokens[at + 1].Text) ? 1 : 0);
            var isEach = tokens[last].Is(TokenKind.Word) && each.Contains(tokens[last].Text);
            if (!isEach && !(last == at + 1 && tokens[at].Is(TokenKind.Number) && tokens[last].Is(TokenKind.Number) && tokens[last].Value == count)) continue;
            used.UnionWith(Enumerable.Range(at, last - at + 1));
            return new SaidQuantity((int)Math.Min(count, MostCounted), null, false);
        }

        return null;
    }

    // "one" before "of each" is no count by itself.
    private decimal? CountAt(IReadOnlyList<Token> tokens, int at) =>
        tokens[at].Kind is TokenKind.Number or TokenKind.Article ? tokens[at].Value
        : tokens[at].Is(TokenKind.Word) && lexicon.Numbers.TryGetValue(tokens[at].Text, out var word) ? word : null;

    /// <summary>A price the customer names for the one thing of the clause, wherever it stands: "the jollof, sell it to me for 1000".</summary>
    public static decimal? Offered(List<Token> tokens, HashSet<int> used) =>
        tokens.Where((token, at) => !used.Contains(at) && (token.Is(TokenKind.Money) || token is { Kind: TokenKind.Number, Counted: false, Value: >= SmallestAmount })).FirstOrDefault()?.Value;

    // "rice 2, beans 1" against "2 rice, 1 beans": the first pair decides.
    private bool NumbersFollow(List<Token> tokens, List<int> items)
    {
        if (items.Count == 0) return false;
        for (var at = items[0] - 1; at >= 0; at--)
        {
            if (IsQuantity(tokens[at])) return false;
            if (!tokens[at].Is(TokenKind.Word) || !IsBetween(tokens[at].Text)) break;
        }

        var next = items[0] + 1;
        // "rice guda 2, zobo guda 3": the counter comes first.
        while (next + 1 < tokens.Count && tokens[next].Is(TokenKind.Word) && counters.Contains(tokens[next].Text)) next++;
        return next < tokens.Count && tokens[next].Kind is TokenKind.Number or TokenKind.Money or TokenKind.Hash or TokenKind.Unclear;
    }

    private static SaidQuantity Measured(Token token, bool counted) => token.Kind switch
    {
        TokenKind.Unclear => new SaidQuantity(null, null, true),
        TokenKind.Money => new SaidQuantity(null, token.Value, false),
        _ when token.Value >= SmallestAmount && !counted && !token.Counted => new SaidQuantity(null, token.Value, false),
        _ => new SaidQuantity((int)Math.Min(token.Value, MostCounted), null, false),
    };

    private bool IsBetween(string word) => word.Length == 0 || counters.Contains(word) || beforeThings.Contains(word);

    private bool IsBehind(string word) => counters.Contains(word) || afterThings.Contains(word);

    private static bool IsQuantity(Token token) =>
        token.Kind is TokenKind.Number or TokenKind.Article or TokenKind.Money or TokenKind.Unclear || (token.Is(TokenKind.Hash) && token.Value >= SmallestAmount);
}
