using System.Globalization;
using System.Text.RegularExpressions;
using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>Cuts folded text into tokens and clauses. Digits are told apart here: counts, money, measures, phones.</summary>
internal sealed partial class Scanner(Lexicon lexicon)
{
    private readonly HashSet<string> abbreviations = [.. lexicon.Abbreviations];

    public IReadOnlyList<Clause> Scan(FoldedText folded)
    {
        var text = folded.Text;
        List<Clause> clauses = [];
        List<Token> tokens = [];
        var start = 0;
        for (var at = 0; at < text.Length;)
        {
            var sign = text[at];
            if (sign is '\n' or '?' or '!' || (sign == '.' && EndsSentence(text, at, tokens)))
            {
                Close(at, sign == '?');
                at++;
            }
            else if (sign is ',' or ';' or ':')
            {
                tokens.Add(new Token(TokenKind.Break, sign.ToString(), 0, at, ++at));
            }
            else if (Piece(text, at) is { } found)
            {
                tokens.AddRange(found.Tokens);
                at = found.End;
            }
            else
            {
                at++;
            }
        }

        Close(text.Length, false);
        return clauses;

        void Close(int end, bool question)
        {
            if (tokens.Count > 0) clauses.Add(new Clause(tokens, question, start, end));
            else if (question && clauses.Count > 0) clauses[^1] = clauses[^1] with { EndsAsQuestion = true };
            tokens = [];
            start = end + 1;
        }
    }

    // "No. 12", "opp. Mobil" and "3.5" go on; a full stop before a space or the end does not.
    private bool EndsSentence(string text, int at, List<Token> tokens)
    {
        var followed = at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]);
        if (followed) return text[at + 1] == '.';
        return tokens is not [.., { Kind: TokenKind.Word } last] || !abbreviations.Contains(last.Text);
    }

    private (IReadOnlyList<Token> Tokens, int End)? Piece(string text, int at)
    {
        if (char.IsAsciiLetter(text[at])) return Letters(text, at);
        if (char.IsAsciiDigit(text[at]) || text[at] is '+') return Phone(text, at) ?? Digits(text, at, at);
        return text[at] switch
        {
            '₦' when FirstDigit(text, at + 1) is { } digit => AsMoney(Digits(text, digit, at)),
            '#' when FirstDigit(text, at + 1) is { } digit => AsHash(Digits(text, digit, at)),
            '*' when FirstDigit(text, at + 1) is { } digit && digit == at + 1 => AsCount(Digits(text, digit, at)),
            _ when char.IsLetter(text[at]) => Foreign(text, at),
            _ => Sign(text, at),
        };
    }

    private (IReadOnlyList<Token>, int)? Sign(string text, int at) =>
        lexicon.Signs.TryGetValue(text[at].ToString(), out var word) ? One(TokenKind.Word, word, 0, at, at + 1) : null;

    private (IReadOnlyList<Token>, int)? Phone(string text, int at)
    {
        var match = PhoneShape().Match(text, at);
        return match.Success && match.Index == at ? One(TokenKind.LongNumber, string.Concat(match.Value.Where(char.IsAsciiDigit)), 0, at, at + match.Length)
            : Sign(text, at);
    }

    private (IReadOnlyList<Token>, int)? Letters(string text, int at)
    {
        var end = at;
        while (end < text.Length && (char.IsAsciiLetter(text[end]) || (text[end] == '\'' && end + 1 < text.Length && char.IsAsciiLetter(text[end + 1])))) end++;
        var word = text[at..end].Replace("'", "", StringComparison.Ordinal);
        if (end == text.Length || !char.IsAsciiDigit(text[end])) return One(TokenKind.Word, word, 0, at, end);

        // "x3" counts, "n5000" is money, "no12" is a house, everything else ("b3", a reference) stays one word.
        if (word == "x") return AsCount(Digits(text, end, at));
        if (word is "n" or "ngn") return AsMoney(Digits(text, end, at));
        if (abbreviations.Contains(word)) return One(TokenKind.Word, word, 0, at, end);
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || (text[end] == '-' && end + 1 < text.Length && char.IsAsciiLetterOrDigit(text[end + 1])))) end++;
        return One(TokenKind.Word, text[at..end], 0, at, end);
    }

    // Letters of other scripts carry no meaning here, but they are words.
    private static (IReadOnlyList<Token>, int) Foreign(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        return One(TokenKind.Word, text[at..end], 0, at, end);
    }

    private (IReadOnlyList<Token>, int)? Digits(string text, int digit, int start)
    {
        var match = NumberShape().Match(text, digit);
        var end = match.Index + match.Length;
        var digits = match.Value.Replace(",", "", StringComparison.Ordinal);
        if (digits.Count(char.IsAsciiDigit) > 8) return One(TokenKind.LongNumber, digits, 0, start, end);

        var value = decimal.Parse(digits, CultureInfo.InvariantCulture);
        var tail = end;
        while (tail < text.Length && char.IsAsciiLetter(text[tail])) tail++;
        var suffix = text[end..tail];
        if (text.AsSpan(end).StartsWith("/=")) return One(TokenKind.Money, digits, value, start, end + 2);
        return suffix switch
        {
            "" => One(TokenKind.Number, digits, value, start, end),
            "k" => One(TokenKind.Money, digits, value * 1000, start, tail),
            "m" => One(TokenKind.Money, digits, value * 1_000_000, start, tail),
            "n" => One(TokenKind.Money, digits, value, start, tail),
            _ when lexicon.Currency.Contains(suffix) => One(TokenKind.Money, digits, value, start, tail),
            _ when lexicon.OrdinalEndings.Contains(suffix) => One(TokenKind.Ordinal, digits, value, start, tail),
            "x" => ([new Token(TokenKind.Number, digits, value, start, tail) { Counted = true }], tail),
            _ when lexicon.Measures.TryGetValue(suffix, out var measure) => One(TokenKind.Word, digits + measure, 0, start, tail),
            _ when tail < text.Length && char.IsAsciiDigit(text[tail]) => Code(text, start),
            { Length: 1 } when end - start <= 4 && suffix != "a" => One(TokenKind.Word, digits + suffix, 0, start, tail),
            _ => One(TokenKind.Number, digits, value, start, end),
        };
    }

    private static (IReadOnlyList<Token>, int) Code(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end])) end++;
        return One(TokenKind.Word, text[at..end], 0, at, end);
    }

    private static int? FirstDigit(string text, int at)
    {
        while (at < text.Length && text[at] == ' ') at++;
        return at < text.Length && char.IsAsciiDigit(text[at]) ? at : null;
    }

    private static (IReadOnlyList<Token>, int)? AsMoney((IReadOnlyList<Token> Tokens, int End)? found) => As(found, TokenKind.Money);
    private static (IReadOnlyList<Token>, int)? AsHash((IReadOnlyList<Token> Tokens, int End)? found) => As(found, TokenKind.Hash);

    private static (IReadOnlyList<Token>, int)? AsCount((IReadOnlyList<Token> Tokens, int End)? found) =>
        found is { Tokens: [{ Kind: TokenKind.Number } number] } ? ([number with { Counted = true }], found.Value.End) : found;

    private static (IReadOnlyList<Token>, int)? As((IReadOnlyList<Token> Tokens, int End)? found, TokenKind kind) =>
        found is { Tokens: [{ Kind: TokenKind.Number } number] } ? ([number with { Kind = kind }], found.Value.End) : found;

    private static (IReadOnlyList<Token>, int) One(TokenKind kind, string text, decimal value, int start, int end) =>
        ([new Token(kind, text, value, start, end)], end);

    // Nigerian numbers as people type them, the wrong "+234 0803 …" included.
    [GeneratedRegex(@"\G(?:(?:\+|00)?234[ -]?0?|0)[789][01]\d(?:[ -]?\d){7}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex PhoneShape();

    [GeneratedRegex(@"\G(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?", RegexOptions.CultureInvariant)]
    private static partial Regex NumberShape();
}
