namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>
/// A way to say something. <c>word</c> or <c>this|that</c> match a word, a trailing <c>?</c> makes it optional,
/// <c>..</c> skips up to four tokens, <c>^</c> and <c>$</c> are the ends of the clause, <c>@item</c>, <c>@number</c>,
/// <c>@money</c>, <c>@order</c> (an order's number) and <c>@break</c> match a token by kind. What begins with <c>=</c> must
/// stand there but is not taken in.
/// </summary>
internal sealed class Pattern
{
    private const int WidestGap = 4;

    private readonly Element[] elements;

    public Pattern(string text)
    {
        Text = text;
        elements = [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Element.Parse)];
        Anchor = elements.Where(element => element.IsPlainWord).MinBy(element => element.Words.Length)?.Words ?? [];
        Opening = elements.FirstOrDefault(element => element.Kind != ElementKind.Start) is { IsPlainWord: true } first ? first.Words : [];
    }

    public string Text { get; }

    /// <summary>One of these words stands in everything the pattern fits; empty when it needs none.</summary>
    public IReadOnlyList<string> Anchor { get; }

    /// <summary>The pattern begins with one of these words; empty when it may begin otherwise.</summary>
    public IReadOnlyList<string> Opening { get; }

    /// <summary>A word of it, and no word that it only passes over.</summary>
    public bool Names(Token token) => elements.Any(element => element.Kind is ElementKind.Token or ElementKind.Ahead && element.Fits(token));

    /// <summary>The first place where the pattern fits, or null.</summary>
    public PatternMatch? In(IReadOnlyList<Token> tokens)
    {
        for (var at = 0; at < Math.Max(1, tokens.Count); at++)
        {
            if (At(tokens, at) is { } match) return match;
        }

        return null;
    }

    public PatternMatch? At(IReadOnlyList<Token> tokens, int at)
    {
        List<Token>? captured = null;
        return Walk(0, at, tokens, ref captured, 0) is { } end ? new PatternMatch(at, end.At, end.Words, captured ?? []) : null;
    }

    private (int At, int Words)? Walk(int element, int at, IReadOnlyList<Token> tokens, ref List<Token>? captured, int words)
    {
        if (element == elements.Length) return (at, words);

        var wanted = elements[element];
        switch (wanted.Kind)
        {
            case ElementKind.Start:
                return at == 0 ? Walk(element + 1, at, tokens, ref captured, words) : null;
            case ElementKind.End:
                return at == tokens.Count ? Walk(element + 1, at, tokens, ref captured, words) : null;
            case ElementKind.Ahead:
                return at < tokens.Count && wanted.Fits(tokens[at]) ? Walk(element + 1, at, tokens, ref captured, words) : null;
            case ElementKind.Gap:
                for (var skip = 0; skip <= WidestGap && at + skip <= tokens.Count; skip++)
                {
                    if (Walk(element + 1, at + skip, tokens, ref captured, words) is { } found) return found;
                }

                return null;
            default:
                if (at < tokens.Count && wanted.Fits(tokens[at]))
                {
                    if (wanted.Captures) (captured ??= []).Add(tokens[at]);
                    if (Walk(element + 1, at + 1, tokens, ref captured, words + 1) is { } found) return found;
                    if (wanted.Captures) captured!.RemoveAt(captured.Count - 1);
                }

                return wanted.Optional ? Walk(element + 1, at, tokens, ref captured, words) : null;
        }
    }

    private enum ElementKind
    {
        Token,
        Ahead,
        Gap,
        Start,
        End,
    }

    private sealed record Element(ElementKind Kind, string[] Words, TokenKind[] Tokens, bool Optional)
    {
        public bool Captures => Tokens.Length > 0;

        public bool IsPlainWord => Kind == ElementKind.Token && Tokens.Length == 0 && !Optional;

        public static Element Parse(string text)
        {
            var optional = text.Length > 1 && text[^1] == '?';
            var ahead = text.Length > 1 && text[0] == '=';
            var choices = text[(ahead ? 1 : 0)..(optional ? ^1 : ^0)].Split('|');
            return text switch
            {
                "^" => new(ElementKind.Start, [], [], false),
                "$" => new(ElementKind.End, [], [], false),
                ".." => new(ElementKind.Gap, [], [], false),
                _ => new(ahead ? ElementKind.Ahead : ElementKind.Token, [.. choices.Where(choice => choice[0] != '@')], [.. choices.Where(choice => choice[0] == '@').SelectMany(KindsOf)], optional),
            };
        }

        public bool Fits(Token token) =>
            Tokens.Contains(token.Kind) || (token.Kind is not (TokenKind.Item or TokenKind.Break) && Words.Contains(token.Text));

        private static TokenKind[] KindsOf(string sign) => sign switch
        {
            "@item" => [TokenKind.Item],
            "@number" => [TokenKind.Number],
            "@money" => [TokenKind.Money],
            "@order" => [TokenKind.Number, TokenKind.Hash, TokenKind.LongNumber],
            "@break" => [TokenKind.Break],
            _ => throw new FormatException($"A pattern knows no {sign}."),
        };
    }
}

/// <param name="First">The first token of the match.</param>
/// <param name="End">The token after the match.</param>
/// <param name="Words">How many tokens were named, gaps aside: the weight of the match.</param>
/// <param name="Captured">The tokens matched by kind, in order.</param>
internal sealed record PatternMatch(int First, int End, int Words, IReadOnlyList<Token> Captured)
{
    public bool Overlaps(PatternMatch other) => First < other.End && other.First < End;

    public bool IsWithin(PatternMatch other) => other.First <= First && other.End >= End;
}
