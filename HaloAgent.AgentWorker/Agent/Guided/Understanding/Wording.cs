using System.Globalization;
using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>
/// Rewrites the words of a clause into the plain ones the patterns know: short spellings written out, stretched words
/// shrunk, numbers as numbers, amounts as money, politeness dropped.
/// </summary>
internal sealed class Wording(Lexicon lexicon, Vocabulary vocabulary)
{
    private const decimal Thousand = 1000;

    /// <summary>The least that is said behind thousands: nobody adds five naira to two thousand.</summary>
    private const decimal SmallestPart = 50;

    private readonly PhraseTable<string[]> spellings = Texts(lexicon.Spellings);
    private readonly PhraseTable<string[]> goods = Texts(lexicon.Goods);
    private readonly PhraseTable<int> quantities = new(lexicon.Quantities);
    private readonly PhraseTable<bool> unclear = Marks(lexicon.UnclearQuantities);
    private readonly PhraseTable<bool> notNumbers = Marks(lexicon.NotNumbers);
    private readonly HashSet<string> titles = [.. lexicon.Titles];
    private readonly HashSet<string> beforeTitles = [.. lexicon.BeforeTitles];
    private readonly HashSet<string> particles = [.. lexicon.Particles];
    private readonly HashSet<string> fillers = [.. lexicon.Fillers];
    private readonly HashSet<string> articles = [.. lexicon.Articles];
    private readonly HashSet<string> currency = [.. lexicon.Currency];
    private readonly HashSet<string> thousands = [.. lexicon.Thousands];
    private readonly HashSet<string> thousandsBefore = [.. lexicon.ThousandsBefore];
    private readonly HashSet<string> joiners = [.. lexicon.Joiners];

    public Clause Plain(Clause clause) => Reworded(clause, Polite);

    /// <summary>The same with its politeness.</summary>
    public Clause Whole(Clause clause) => Reworded(clause, tokens => tokens);

    private Clause Reworded(Clause clause, Func<List<Token>, List<Token>> polite)
    {
        var tokens = Shrink(clause.Tokens);
        // A lone "n" is "no"; in company it is "and".
        if (tokens.Count > 1 || tokens[0].Text.Length > 1) tokens = Rewrite(tokens, spellings);
        tokens = Rewrite(MeasuresAhead(polite(tokens)), goods);
        tokens = Currencies(Sums(Thousands(Measures(Counts(tokens)))));
        return clause with { Tokens = tokens };
    }

    /// <summary>The words of a product's name: the same spelling, but its numbers stay words.</summary>
    public IReadOnlyList<Token> Name(IReadOnlyList<Token> tokens) => Measures(Rewrite(Rewrite(Shrink(tokens), spellings), goods));

    private List<Token> Shrink(IReadOnlyList<Token> tokens) =>
        [.. tokens.Select(token => token.Is(TokenKind.Word) ? token with { Text = Elongation.Shrink(token.Text, vocabulary) } : token)];

    private List<Token> Polite(List<Token> tokens)
    {
        var kept = tokens.Where(token => !token.Is(TokenKind.Word) || !fillers.Contains(token.Text)).ToList();
        if (kept.Count == 0) return tokens;

        while (kept.Count > 1 && Dropped(kept[^1])) kept.RemoveAt(kept.Count - 1);
        while (kept.Count > 1 && kept[0].Is(TokenKind.Word) && titles.Contains(kept[0].Text)) kept.RemoveAt(0);
        return kept;

        bool Dropped(Token last) => last.Is(TokenKind.Break) || (last.Is(TokenKind.Word)
            && (particles.Contains(last.Text) || (titles.Contains(last.Text) && !beforeTitles.Contains(kept[^2].Text))));
    }

    private List<Token> Counts(List<Token> tokens)
    {
        List<Token> counted = [];
        for (var at = 0; at < tokens.Count; at++)
        {
            var token = tokens[at];
            if (!token.Is(TokenKind.Word))
            {
                // Half a plate is a question, not a number.
                counted.Add(token.Is(TokenKind.Number) && token.Value != decimal.Truncate(token.Value) ? token with { Kind = TokenKind.Unclear } : token);
            }
            else if (notNumbers.At(tokens, at, out var length, out _))
            {
                counted.AddRange(tokens.Skip(at).Take(length).Select(Placed));
                at += length - 1;
            }
            else if (quantities.At(tokens, at, out length, out var value))
            {
                counted.Add(Joined(tokens, at, length, TokenKind.Number, value));
                at += length - 1;
            }
            else if (unclear.At(tokens, at, out length, out _))
            {
                counted.Add(Joined(tokens, at, length, TokenKind.Unclear, 0));
                at += length - 1;
            }
            else if (lexicon.Numbers.TryGetValue(token.Text, out var number))
            {
                AddNumber(counted, token, number);
            }
            else
            {
                counted.Add(articles.Contains(token.Text) ? token with { Kind = TokenKind.Article, Value = 1 } : Placed(token));
            }
        }

        return counted;
    }

    private Token Placed(Token token) =>
        lexicon.Ordinals.TryGetValue(token.Text, out var place) ? token with { Kind = TokenKind.Ordinal, Value = place } : token;

    // "twenty five" adds, "two dozen" and "five hundred" multiply, "two two" stays two numbers (two of each).
    private static void AddNumber(List<Token> counted, Token token, int number)
    {
        if (counted is [.., { Kind: TokenKind.Number } before] && before.End + 1 >= token.Start)
        {
            var joined = number is 12 or 100 && before.Value < number ? before.Value * number
                : before.Value is >= 20 and < 100 && before.Value % 10 == 0 && number < 10 && !char.IsAsciiDigit(before.Text[0]) ? before.Value + number
                : 0;
            if (joined > 0)
            {
                counted[^1] = before with { Value = joined, Text = $"{before.Text} {token.Text}", End = token.End };
                return;
            }
        }

        counted.Add(token with { Kind = TokenKind.Number, Value = number });
    }

    private List<Token> Measures(List<Token> tokens)
    {
        for (var at = 0; at + 1 < tokens.Count; at++)
        {
            if (tokens[at].Kind is TokenKind.Number or TokenKind.Unclear && char.IsAsciiDigit(tokens[at].Text[0]) && !tokens[at].Counted
                && lexicon.Measures.TryGetValue(tokens[at + 1].Text, out var measure))
            {
                tokens[at] = new Token(TokenKind.Word, tokens[at].Text + measure, 0, tokens[at].Start, tokens[at + 1].End);
                tokens.RemoveAt(at + 1);
            }
        }

        return tokens;
    }

    // "ankara fabric yadi shida"; with no thing before it, "yadi biyu" are two fabrics.
    private List<Token> MeasuresAhead(List<Token> tokens)
    {
        for (var at = 1; at + 1 < tokens.Count; at++)
        {
            var (measure, number) = (tokens[at], tokens[at + 1]);
            if (!measure.Is(TokenKind.Word) || !lexicon.MeasuresBefore.TryGetValue(measure.Text, out var unit) || !tokens[at - 1].Is(TokenKind.Word) || vocabulary.Knows(tokens[at - 1].Text)) continue;
            var value = number.Is(TokenKind.Number) ? number.Value : lexicon.Numbers.GetValueOrDefault(number.Text);
            if (value <= 0) continue;
            tokens[at] = new Token(TokenKind.Word, string.Create(CultureInfo.InvariantCulture, $"{value:0.##}{unit}"), 0, measure.Start, number.End);
            tokens.RemoveAt(at + 1);
        }

        return tokens;
    }

    // "5 thousand", "dubu biyar"; a thousand that names no number is one.
    private List<Token> Thousands(List<Token> tokens)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            var token = tokens[at];
            var next = at + 1 < tokens.Count ? tokens[at + 1] : null;
            if (token.Kind is TokenKind.Number or TokenKind.Unclear && next is { Kind: TokenKind.Word } && thousands.Contains(next.Text) && token.Value > 0)
            {
                tokens[at] = token with { Kind = TokenKind.Money, Value = token.Value * Thousand, End = next.End };
                tokens.RemoveAt(at + 1);
            }
            else if (token.Is(TokenKind.Word) && thousandsBefore.Contains(token.Text))
            {
                var counted = next is { Kind: TokenKind.Number, Value: > 0 };
                tokens[at] = token with { Kind = TokenKind.Money, Value = (counted ? next!.Value : 1) * Thousand, End = counted ? next!.End : token.End };
                if (counted) tokens.RemoveAt(at + 1);
            }
        }

        return tokens;
    }

    // "two thousand five hundred", "dubu biyu da dari biyar": only in words, because "2k, 500 zobo" are two things.
    private List<Token> Sums(List<Token> tokens)
    {
        for (var at = 0; at + 1 < tokens.Count; at++)
        {
            var rest = joiners.Contains(tokens[at + 1].Text) && at + 2 < tokens.Count ? at + 2 : at + 1;
            if (!tokens[at].Is(TokenKind.Money) || !InWords(tokens[at]) || tokens[at].Value % Thousand != 0 || !tokens[rest].Is(TokenKind.Number) || !InWords(tokens[rest])
                || tokens[rest].Value is < SmallestPart or >= Thousand) continue;
            tokens[at] = tokens[at] with { Value = tokens[at].Value + tokens[rest].Value, End = tokens[rest].End };
            tokens.RemoveRange(at + 1, rest - at);
        }

        return tokens;

        static bool InWords(Token token) => char.IsLetter(token.Text[0]);
    }

    private List<Token> Currencies(List<Token> tokens)
    {
        for (var at = 0; at + 1 < tokens.Count; at++)
        {
            var (token, next) = (tokens[at], tokens[at + 1]);
            if (token.Kind is TokenKind.Number or TokenKind.Money && next is { Kind: TokenKind.Word } && currency.Contains(next.Text))
            {
                tokens[at] = token with { Kind = TokenKind.Money, End = next.End };
                tokens.RemoveAt(at + 1);
            }
            else if (token.Is(TokenKind.Word) && currency.Contains(token.Text) && next is { Kind: TokenKind.Number or TokenKind.Money })
            {
                tokens[at] = next with { Kind = TokenKind.Money, Start = token.Start };
                tokens.RemoveAt(at + 1);
            }
        }

        return tokens;
    }

    private static List<Token> Rewrite(List<Token> tokens, PhraseTable<string[]> table)
    {
        List<Token> rewritten = [];
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].Is(TokenKind.Word) && table.At(tokens, at, out var length, out var words))
            {
                var (start, end) = (tokens[at].Start, tokens[at + length - 1].End);
                rewritten.AddRange(words.Select(word => new Token(TokenKind.Word, word, 0, start, end)));
                at += length - 1;
            }
            else
            {
                rewritten.Add(tokens[at]);
            }
        }

        return rewritten;
    }

    private static Token Joined(List<Token> tokens, int at, int length, TokenKind kind, decimal value) =>
        new(kind, string.Join(' ', tokens.Skip(at).Take(length).Select(token => token.Text)), value, tokens[at].Start, tokens[at + length - 1].End);

    private static PhraseTable<string[]> Texts(IReadOnlyDictionary<string, string> phrases) =>
        new(phrases.Select(phrase => KeyValuePair.Create(phrase.Key, phrase.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))));

    private static PhraseTable<bool> Marks(IEnumerable<string> phrases) => new(phrases.Select(phrase => KeyValuePair.Create(phrase, true)));
}
