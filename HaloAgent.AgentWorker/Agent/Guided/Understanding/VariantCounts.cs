using System.Globalization;
using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>Reads how many of which variant an answer names: "one XL", "2 of L and 1 of M", "L biyu, XL daya".</summary>
internal sealed class VariantCounts(Lexicon lexicon, VariantSpotter spotter)
{
    private const decimal Most = 50;

    private readonly HashSet<string> announcers = [.. lexicon.VariantWords];
    private readonly HashSet<string> common = [.. lexicon.CommonWords.Where(word => word.Length == 1)];
    private readonly HashSet<string> between = [.. lexicon.Counters, .. lexicon.VariantWords, .. lexicon.BeforeThings, .. lexicon.AfterThings, .. lexicon.Partitives, .. lexicon.Continuers, .. lexicon.Joiners];

    /// <summary>Every variant that is named by itself, in order; without a count where none stands beside it.</summary>
    public IReadOnlyList<(CatalogVariant Variant, int? Count)> Of(CatalogItem item, IReadOnlyList<Token> said)
    {
        var labels = item.Variants.SelectMany(variant => spotter.Words(variant.Name)).ToHashSet(StringComparer.Ordinal);
        var tokens = said.SelectMany(token => Unglued(token, labels)).ToList();
        List<(CatalogVariant, int?)> counted = [];
        bool? behind = null;
        for (var at = 0; at < tokens.Count; at++)
        {
            var run = tokens.Skip(at).TakeWhile(token => labels.Contains(token.Text)).Select(token => token.Text).ToList();
            if (run.Count == 0 || (run.TrueForAll(common.Contains) && !IsSize(tokens, at, labels))) continue;

            // The first pair decides on which side the counts stand.
            var before = behind == true ? null : Beside(tokens, at - 1, -1, labels);
            var count = before ?? (behind == false ? null : Beside(tokens, at + run.Count, 1, labels));
            if (count is not null) behind ??= before is null;
            if (spotter.Named(item, run) is [var variant]) counted.Add((variant, count));

            at += run.Count - 1;
        }

        // "One XL and one XXL, the XXL is for my boss": named again, it is no other one.
        return [.. counted.Where((one, at) => one.Item2 is not null || !counted.Where((other, place) => other.Item1 == one.Item1 && (other.Item2 is not null || place < at)).Any())];
    }

    // Igbo "m" is "me": a size behind a word that announces one, or behind its count beside another size ("abuo M, otu L").
    private bool IsSize(List<Token> tokens, int at, HashSet<string> labels) => at > 0
        && (announcers.Contains(tokens[at - 1].Text) || (IsCount(tokens[at - 1]) && tokens.Exists(other => labels.Contains(other.Text) && !common.Contains(other.Text))));

    private bool IsCount(Token token) => token.Is(TokenKind.Number) || (token.Is(TokenKind.Word) && lexicon.Numbers.ContainsKey(token.Text));

    // "1 L" of a thing that comes in L is no litre.
    private static IEnumerable<Token> Unglued(Token token, HashSet<string> labels)
    {
        var digits = token.Text.TakeWhile(char.IsAsciiDigit).Count();
        if (!token.Is(TokenKind.Word) || digits == 0 || labels.Contains(token.Text) || !labels.Contains(token.Text[digits..])) return [token];
        var number = token.Text[..digits];
        return [new Token(TokenKind.Number, number, decimal.Parse(number, CultureInfo.InvariantCulture), token.Start, token.Start + digits), new Token(TokenKind.Word, token.Text[digits..], 0, token.Start + digits, token.End)];
    }

    private int? Beside(List<Token> tokens, int from, int step, HashSet<string> labels)
    {
        for (var at = from; at >= 0 && at < tokens.Count; at += step)
        {
            var token = tokens[at];
            if (labels.Contains(token.Text)) return null;
            // "One of size L": in other company "one" stands for a thing.
            if (token.Is(TokenKind.Word) && lexicon.Numbers.TryGetValue(token.Text, out var word) && word == 1) return 1;
            if (token.Kind is TokenKind.Number or TokenKind.Article) return token.Value is > 0 and < Most && token.Value == decimal.Truncate(token.Value) ? (int)token.Value : null;
            if (!token.Is(TokenKind.Word) || !between.Contains(token.Text)) return null;
        }

        return null;
    }
}
