namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>
/// Finds how old somebody is: "3 years", "turning four", "omo odun marun", "dan shekara bakwai", "di afo ato". Such a number counts nothing,
/// and no count is such a number. "2-3 years" is the name of a size and stays what it is.
/// </summary>
internal sealed class AgeReader(PatternBook patterns)
{
    private const string InYears = "age";
    private const string InMonths = "age-months";
    private const string None = "not-age";

    /// <summary>Whoever is older wears no sizes of children.</summary>
    private const int OldestYears = 17;
    private const int OldestMonths = 60;

    /// <summary>The same words, with every age as one token.</summary>
    /// <param name="text">The folded text in which they stand.</param>
    public IReadOnlyList<Token> Mark(IReadOnlyList<Token> tokens, string text)
    {
        HashSet<int> none = [.. Enumerable.Range(0, tokens.Count).SelectMany(at => patterns.BestAt(None, tokens, at) is { } match ? Enumerable.Range(match.First, match.End - match.First) : [])];
        List<Token> marked = [];
        for (var at = 0; at < tokens.Count;)
        {
            if (!none.Contains(at) && AgesAt(tokens, at) is { } ages && !IsOfRange(tokens, at, text) && !IsOfRange(tokens, ages.End, text))
            {
                marked.AddRange(ages.Tokens);
                at = ages.End;
            }
            else
            {
                marked.Add(tokens[at++]);
            }
        }

        return marked;
    }

    /// <summary>The same words, with every size that is named by two ages as one token: "the girl 2-3, the boy 6-7 years".</summary>
    public static IReadOnlyList<Token> MarkSizes(IReadOnlyList<Token> tokens, string text)
    {
        List<Token> marked = [];
        for (var at = 0; at < tokens.Count; at++)
        {
            var isSize = at + 1 < tokens.Count && IsOfRange(tokens, at + 1, text) && tokens[at + 1].Value is > 0 and <= OldestYears;
            marked.Add(isSize ? new Token(TokenKind.Age, tokens[at + 1].Text, tokens[at].Value * SaidAge.MonthsOfYear, tokens[at].Start, tokens[at + 1].End) : tokens[at]);
            if (isSize) at++;
        }

        return marked;
    }

    /// <summary>The ages that the name of a size stands for: "2-3 years".</summary>
    public AgeRange? Range(IReadOnlyList<Token> name)
    {
        if (Enumerable.Range(0, name.Count).Select(at => AgesAt(name, at)).FirstOrDefault(found => found is not null) is not { } ages) return null;
        var numbers = name.Where(token => token.Is(TokenKind.Number)).Select(token => (int)token.Value).ToList();
        var unit = ages.OfYears ? SaidAge.MonthsOfYear : 1;
        return numbers switch
        {
            [var only] => new AgeRange(only * unit, (only * unit) + unit - 1),
            [var from, var to] when from < to => new AgeRange(from * unit, (to * unit) + unit - 1),
            _ => null,
        };
    }

    private Ages? AgesAt(IReadOnlyList<Token> tokens, int at)
    {
        var (years, months) = (patterns.BestAt(InYears, tokens, at), patterns.BestAt(InMonths, tokens, at));
        var ofYears = (years?.Words ?? 0) >= (months?.Words ?? 0);
        if ((ofYears ? years : months) is not { } match) return null;

        var numbers = match.Captured.Where(token => token.Is(TokenKind.Number)).ToList();
        if (numbers.Count == 0 || numbers.Exists(number => number.Counted || number.Value <= 0 || number.Value > (ofYears ? OldestYears : OldestMonths))) return null;
        List<Token> ages = [.. numbers.Select(number => new Token(TokenKind.Age, "", number.Value * (ofYears ? SaidAge.MonthsOfYear : 1), number.Start, number.End))];
        ages[0] = ages[0] with { Start = tokens[match.First].Start };
        ages[^1] = ages[^1] with { End = tokens[match.End - 1].End };
        return new Ages(ages, match.End, ofYears);
    }

    // "2-3 years", "shekara 2-3"; in "x2 (4 years)" nothing joins the two.
    private static bool IsOfRange(IReadOnlyList<Token> tokens, int at, string text) =>
        at > 0 && at < tokens.Count && IsDigits(tokens[at]) && IsDigits(tokens[at - 1]) && text.AsSpan(tokens[at - 1].End, tokens[at].Start - tokens[at - 1].End).Contains('-');

    private static bool IsDigits(Token token) => token.Is(TokenKind.Number) && char.IsAsciiDigit(token.Text[0]);

    private sealed record Ages(IReadOnlyList<Token> Tokens, int End, bool OfYears);
}

/// <summary>The ages a size is made for, in months.</summary>
internal sealed record AgeRange(int From, int To)
{
    public bool Holds(SaidAge age) => age.Months >= From && age.Months <= To && (age.To is not { } to || (to >= From && to <= To));
}
