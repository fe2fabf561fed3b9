namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>
/// Who takes a word back in the same breath is taken at the last one: "make it 5, sorry 6" is "make it 6", "remove the jollof, I mean the
/// zobo" is "remove the zobo", "add 1 malt, no leave it" is nothing. The text itself is mended, before anything is read from it, so that
/// whoever reads it later knows no more of the word that was taken back.
/// </summary>
internal sealed class SecondThoughts(Tongue tongue, CatalogIndex catalog)
{
    /// <summary>"3 zobo, no 4, sorry 5"; more than that is no order.</summary>
    private const int Most = 6;

    private static readonly string[] keys = ["second-thought", "second-number", "taken-back"];
    private static readonly string[] verbs = ["add", "remove", "set", "want"];

    /// <summary>What can be taken back without a word of what holds instead.</summary>
    private static readonly string[] changing = ["add", "remove", "set", "set-last", "more-of-it", "less-of-it", "swap", "swap-it", "swap-lead"];
    private static readonly char[] digits = [.. "0123456789"];

    private readonly HashSet<string> unmeaning =
    [
        .. tongue.Lexicon.Counters, .. tongue.Lexicon.BeforeThings, .. tongue.Lexicon.AfterThings, .. tongue.Lexicon.Particles, .. tongue.Lexicon.Titles, .. tongue.Lexicon.Fillers,
        .. tongue.Lexicon.Articles,
    ];

    private readonly HashSet<string> particles = [.. tongue.Lexicon.Particles];
    private readonly HashSet<string> streets = [.. tongue.Lexicon.AddressWords];
    private readonly HashSet<string> joiners = [.. tongue.Lexicon.Joiners, .. tongue.Lexicon.Continuers];

    public string LastWordOf(string text)
    {
        for (var mended = 0; mended < Most && Mended(text) is { } shorter; mended++) text = shorter;
        return text;
    }

    private string? Mended(string text)
    {
        var folded = Folding.Fold(text, tongue.Lexicon.Emoji);
        var spotter = new ItemSpotter(tongue, catalog, folded);
        var before = 0;
        foreach (var clause in tongue.Scanner.Scan(folded))
        {
            var end = before;
            before = clause.End;
            if (clause.Tokens.Count == 0) continue;
            // "Actually" is politeness elsewhere, and tells here which of two numbers holds.
            var whole = tongue.Wording.Whole(clause).Tokens;
            if (!Array.Exists(keys, key => tongue.Patterns.Best(key, whole) is not null)) continue;
            var tokens = tongue.Wording.Plain(clause).Tokens;
            if ((AllBack(folded, tokens, clause, end) ?? In(folded, spotter, tokens) ?? In(folded, spotter, whole)) is { } mended) return mended;
        }

        return null;
    }

    // "Add 1 malt, no leave it": what stands before it in its sentence, or the sentence before.
    private string? AllBack(FoldedText folded, IReadOnlyList<Token> tokens, Clause clause, int before)
    {
        if (tongue.Patterns.Best("taken-back", tokens) is not { } back || back.End < tokens.Count) return null;
        // Of several steps only the last: "2 jollof to 12 Allen Avenue, add zobo, no leave it".
        if (back.First > 0 && LastStep(folded, tokens, back.First) is >= 0 and var step) return folded.Written(0, step == 0 ? clause.Start : tokens[step].Start) + folded.Written(clause.End, folded.Text.Length);
        if (back.First > 0 || before == 0) return null;
        // "Add zobo. No leave it"
        var earlier = tongue.Scanner.Scan(folded).TakeWhile(one => one.End <= before).LastOrDefault(one => one.Tokens.Count > 0);
        return earlier is not null && tongue.Wording.Plain(earlier).Tokens is { Count: > 0 } said && LastStep(folded, said, said.Count) == 0 ? folded.Written(0, earlier.Start) + folded.Written(clause.End, folded.Text.Length) : null;
    }

    // Where the part begins that says to change something, right before the words that take it back; -1: it says no such thing.
    private int LastStep(FoldedText folded, IReadOnlyList<Token> tokens, int until)
    {
        var end = until;
        while (end > 0 && tokens[end - 1].Is(TokenKind.Break)) end--;
        var begin = end;
        while (begin > 0 && !tokens[begin - 1].Is(TokenKind.Break)) begin--;
        var part = new ItemSpotter(tongue, catalog, folded).Mark([.. tokens.Skip(begin).Take(end - begin)]);
        var onlyGoods = part.Any(token => token.Is(TokenKind.Item)) && part.All(token => token.Is(TokenKind.Item) || token.MayCount || IsUnmeaning(token));
        return onlyGoods || Enumerable.Range(0, part.Count).Any(at => Array.Exists(changing, key => tongue.Patterns.BestAt(key, part, at) is not null)) ? begin : -1;
    }

    private string? In(FoldedText folded, ItemSpotter spotter, IReadOnlyList<Token> tokens)
    {
        for (var at = 1; at < tokens.Count; at++)
        {
            var plainly = tongue.Patterns.BestAt("second-thought", tokens, at);
            if ((plainly ?? tongue.Patterns.BestAt("second-number", tokens, at)) is not { } back) continue;
            var first = Stripped(tokens.Take(at));
            var second = tokens.Skip(back.End).SkipWhile(token => token.Is(TokenKind.Break) || (token.Is(TokenKind.Word) && particles.Contains(token.Text))).ToList();
            // "Cancel the zobo, no cancel the jollof"
            var again = second.Count > 1 && second[0].Is(TokenKind.Word) && first.Exists(token => token.Text == second[0].Text) && Array.Exists(verbs, key => tongue.Patterns.BestAt(key, spotter.Mark(second), 0) is not null);
            if (again) second.RemoveAt(0);
            if (first.Count == 0 || second.Count == 0) continue;
            if (OfSizes(folded, first, second) is { } sizes) return sizes;
            var (marked, later) = (Stripped(spotter.Mark(first)), spotter.Mark(second));
            if (OfNumbers(folded, marked, later, again || plainly is not null, MeansAnother(tokens, at)) is { } numbers) return numbers;
            if ((again || (plainly is not null && MeansAnother(tokens, at) && !Refuses(marked))) && OfThings(folded, marked, later) is { } things) return things;
        }

        return null;
    }

    // "I mean the zobo"; "actually" and "rather" may lead to one thing more.
    private bool MeansAnother(IReadOnlyList<Token> tokens, int at) => tongue.Patterns.BestAt("means-another", tokens, at) is not null;

    // "I don't want the jollof, I mean zobo": the jollof goes all the same; "remove the malt, sorry the zobo" is another.
    private bool Refuses(List<Token> said) => Enumerable.Range(0, said.Count).Any(at => tongue.Patterns.BestAt("remove-this", said, at) is not null || tongue.Patterns.BestAt("not-this", said, at) is not null || tongue.Patterns.BestAt("remove", said, at) is { Words: > 2 });

    // "Make it XL, sorry M", "1 L, sorry 1 M"
    private string? OfSizes(FoldedText folded, List<Token> first, List<Token> second)
    {
        if (!IsSize(first[^1])) return null;
        if (IsSize(second[0]) && !IsCounted(second[0]) && EndsAt(second, 1)) return Written(folded, first, first[^1], second[0], second[0].End);
        var counted = IsCounted(first[^1]) ? first[^1] : first is [.., { MayCount: true } count, _] ? count : null;
        var length = IsCounted(second[0]) && IsSize(second[0]) ? 1 : second is [{ MayCount: true }, { } size, ..] && IsSize(size) ? 2 : 0;
        return counted is not null && length > 0 && EndsAt(second, length) ? folded.Written(0, counted.Start) + folded.Written(second[0].Start, folded.Text.Length) : null;
    }

    private bool IsSize(Token token) => token.Is(TokenKind.Word) && tongue.Variants.IsLetterSize(token.Text.TrimStart(digits));

    // "1 L" was made one word, as of a litre.
    private static bool IsCounted(Token token) => token.Text.Length > 0 && char.IsAsciiDigit(token.Text[0]);

    // "Make it 5, sorry 6", "3 zobo, no 4 zobo", "zobo three, no four"; "2 jollof, no 12 Allen Avenue" is a house.
    private string? OfNumbers(FoldedText folded, List<Token> first, IReadOnlyList<Token> second, bool plainly, bool means)
    {
        var count = first.FindLastIndex(token => token.MayCount);
        if (count < 0 || first.Skip(count + 1).Any(token => !token.Is(TokenKind.Item) && !IsUnmeaning(token)) || first.Exists(token => streets.Contains(token.Text))) return null;
        var number = second.TakeWhile(IsUnmeaning).Count();
        // "Zobo 1, sorry zobo 2"
        if (count > 0 && second.Skip(number).Take(2).ToList() is [{ Kind: TokenKind.Item } named, { MayCount: true } counted] && first[count - 1].Is(TokenKind.Item) && IsTheSame(first[count - 1], named) && EndsAt(second, number + 2))
        {
            return Written(folded, first, first[count], counted, counted.End);
        }

        if (second.Skip(number).FirstOrDefault() is not { Kind: TokenKind.Number, MayCount: true } said || second.Any(token => streets.Contains(token.Text))) return null;
        var behind = number + 1 + second.Skip(number + 1).TakeWhile(token => token.Is(TokenKind.Word) && IsUnmeaning(token)).Count();
        var thing = first.Skip(count + 1).FirstOrDefault(token => token.Is(TokenKind.Item)) ?? (count > 0 && first[count - 1].Is(TokenKind.Item) ? first[count - 1] : null);
        if (behind < second.Count && second[behind] is { Kind: TokenKind.Item } again)
        {
            if (thing is not null && IsTheSame(thing, again)) return Written(folded, first, first[count], said, again.End);
            // "2 zobo, I mean 2 malt"
            return plainly && means && first[count].Value == said.Value && thing is not null && EndsAt(second, behind + 1) && !first.Exists(token => token != thing && token.Is(TokenKind.Item) && IsTheSame(token, again))
                ? folded.Written(0, Math.Min(first[count].Start, thing.Start)) + folded.Written(said.Start, folded.Text.Length) : null;
        }

        return EndsAt(second, behind) || (plainly && second[behind].Is(TokenKind.Break)) ? Written(folded, first, first[count], said, said.End) : null;
    }

    // "Remove the jollof, sorry the zobo", "2 zobo, I mean malt"
    private string? OfThings(FoldedText folded, List<Token> first, IReadOnlyList<Token> second)
    {
        var thing = second.TakeWhile(IsUnmeaning).Count();
        return first[^1] is { Kind: TokenKind.Item } had && thing < second.Count && second[thing] is { Kind: TokenKind.Item } said && !IsTheSame(had, said) && (EndsAt(second, thing + 1) || second[thing + 1].Is(TokenKind.Break))
            ? Written(folded, first, had, said, said.End) : null;
    }

    private bool EndsAt(IReadOnlyList<Token> tokens, int at)
    {
        while (at < tokens.Count && tokens[at].Is(TokenKind.Word) && unmeaning.Contains(tokens[at].Text)) at++;
        return at >= tokens.Count || joiners.Contains(tokens[at].Text) || (tokens[at].Is(TokenKind.Break) && at + 1 < tokens.Count && joiners.Contains(tokens[at + 1].Text));
    }

    private bool IsUnmeaning(Token token) => token.Is(TokenKind.Article) || (token.Is(TokenKind.Word) && unmeaning.Contains(token.Text));

    private static bool IsTheSame(Token one, Token other) => one.Mention!.Candidates.Intersect(other.Mention!.Candidates).Any();

    private static List<Token> Stripped(IEnumerable<Token> tokens) => [.. tokens.Reverse().SkipWhile(token => token.Is(TokenKind.Break)).Reverse()];

    // What stands between the word that was taken back and the words that took it back stays: "2 <b>jollof</b>, sorry 3".
    private static string Written(FoldedText folded, List<Token> first, Token had, Token said, int until) =>
        $"{folded.Written(0, had.Start)}{folded.Written(said.Start, said.End).Trim()}{folded.Written(had.End, first[^1].End)} {folded.Written(until, folded.Text.Length).TrimStart()}".Trim();
}
