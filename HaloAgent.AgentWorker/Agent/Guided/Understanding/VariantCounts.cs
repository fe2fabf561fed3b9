using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>Reads how many of which variant an answer names: "one XL", "2 of L and 1 of M", "L biyu, XL daya".</summary>
internal sealed class VariantCounts(Lexicon lexicon, VariantSpotter spotter)
{
    private const decimal Most = 50;

    private readonly HashSet<string> announcers = [.. lexicon.VariantWords];
    private readonly HashSet<string> common = [.. lexicon.CommonWords.Where(word => word.Length == 1)];
    private readonly HashSet<string> between = [.. lexicon.Counters, .. lexicon.VariantWords, .. lexicon.BeforeThings, .. lexicon.AfterThings, .. lexicon.Partitives];

    /// <summary>Every variant that is named by itself, in order; without a count where none stands beside it.</summary>
    public IReadOnlyList<(CatalogVariant Variant, int? Count)> Of(CatalogItem item, IReadOnlyList<Token> tokens)
    {
        var labels = item.Variants.SelectMany(variant => spotter.Words(variant.Name)).ToHashSet(StringComparer.Ordinal);
        List<(CatalogVariant, int?)> counted = [];
        bool? behind = null;
        for (var at = 0; at < tokens.Count; at++)
        {
            var run = tokens.Skip(at).TakeWhile(token => labels.Contains(token.Text)).Select(token => token.Text).ToList();
            // Igbo "m" is "me": a size only behind a word that announces one.
            if (run.Count == 0 || (run.TrueForAll(common.Contains) && (at == 0 || !announcers.Contains(tokens[at - 1].Text)))) continue;

            // The first pair decides on which side the counts stand.
            var before = behind == true ? null : Beside(tokens, at - 1, -1, labels);
            var count = before ?? (behind == false ? null : Beside(tokens, at + run.Count, 1, labels));
            if (count is not null) behind ??= before is null;
            if (spotter.Named(item, run) is [var variant]) counted.Add((variant, count));

            at += run.Count - 1;
        }

        return counted;
    }

    private int? Beside(IReadOnlyList<Token> tokens, int from, int step, HashSet<string> labels)
    {
        for (var at = from; at >= 0 && at < tokens.Count; at += step)
        {
            var token = tokens[at];
            if (labels.Contains(token.Text)) return null;
            if (token.Kind is TokenKind.Number or TokenKind.Article) return token.Value is > 0 and < Most && token.Value == decimal.Truncate(token.Value) ? (int)token.Value : null;
            if (!token.Is(TokenKind.Word) || !between.Contains(token.Text)) return null;
        }

        return null;
    }
}
