using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>Finds sizes and colours beside a product: "size 42", "in red", "XL", and takes them into its mention.</summary>
internal sealed class VariantSpotter(Lexicon lexicon, Func<string, IReadOnlyList<string>> wordsOf)
{
    private const int LongestLetterSize = 4;

    private readonly HashSet<string> announcers = [.. lexicon.VariantWords];
    private readonly HashSet<string> joiners = [.. lexicon.Joiners];
    private readonly HashSet<string> everyday = [.. lexicon.CommonWords];
    private readonly HashSet<string> common = [.. lexicon.CommonWords.Where(word => word.Length == 1)];

    public IReadOnlyList<Token> Attach(IReadOnlyList<Token> tokens, FoldedText folded)
    {
        List<Token> attached = [.. tokens];
        for (var at = 0; at < attached.Count; at++)
        {
            if (attached[at].Mention is not { } mention || mention.Candidates.All(item => item.Variants.Count == 0)) continue;

            var labels = mention.Candidates.SelectMany(item => item.Variants).SelectMany(variant => Words(variant.Name)).ToHashSet(StringComparer.Ordinal);
            HashSet<string> said = new(StringComparer.Ordinal);
            string? unknown = null;
            var end = Forward(attached, at, labels, said, ref unknown);
            var start = Backward(attached, at, labels, said);
            if (said.Count == 0 && unknown is null) unknown = TakeFurther(attached, end + 1, labels, said);
            var whole = attached[at] with { Start = attached[start].Start, End = attached[end].End, Mention = Narrowed(mention, said, unknown) };
            attached.RemoveRange(start, end - start + 1);
            attached.Insert(start, whole);
            at = start;
        }

        return attached;
    }

    /// <summary>The variants of a product that these words name, for example the answer to "which size?".</summary>
    public IReadOnlyList<CatalogVariant> Named(CatalogItem item, IReadOnlyList<string> words)
    {
        var said = Labels(words);
        var best = item.Variants.Select(variant => (variant, count: Words(variant.Name).Count(said.Contains))).Where(pair => pair.count > 0).ToList();
        return best.Count == 0 ? [] : [.. best.Where(pair => pair.count == best.Max(other => other.count)).Select(pair => pair.variant)];
    }

    // Igbo "m" is "me": beside other words it is a size only where it is announced ("size M").
    private HashSet<string> Labels(IReadOnlyList<string> words)
    {
        var said = words.Where((word, at) => !common.Contains(word) || (at > 0 && announcers.Contains(words[at - 1]))).ToHashSet(StringComparer.Ordinal);
        return said.Count == 0 ? [.. words] : said;
    }

    private int Forward(List<Token> tokens, int item, HashSet<string> labels, HashSet<string> said, ref string? unknown)
    {
        var end = item;
        for (var at = item + 1; at < tokens.Count; at++)
        {
            var token = tokens[at];
            var announced = at > 0 && tokens[at - 1].Is(TokenKind.Word) && announcers.Contains(tokens[at - 1].Text);
            // "slippers, size 41": the size goes on with the thing before the comma.
            if (token.Is(TokenKind.Break) && at + 1 < tokens.Count && announcers.Contains(tokens[at + 1].Text)) continue;
            if (token.Kind is TokenKind.Item or TokenKind.Break) break;
            if (labels.Contains(token.Text) && (token.Is(TokenKind.Word) || announced || IsVariantNumber(tokens, item, at, labels)))
            {
                said.Add(token.Text);
                end = at;
            }
            // "Change its size to XXL"
            else if (announced && token.Is(TokenKind.Word) && everyday.Contains(token.Text) && at + 1 < tokens.Count && labels.Contains(tokens[at + 1].Text))
            {
                continue;
            }
            else if (announced && token.Kind is TokenKind.Number or TokenKind.Word && announcers.Contains(tokens[at - 1].Text) && !lexicon.SoftVariantWords.Contains(tokens[at - 1].Text))
            {
                unknown = token.Text;
                end = at;
            }
            else if (!(token.Is(TokenKind.Word) && announcers.Contains(token.Text)))
            {
                break;
            }
        }

        return end;
    }

    // "slippers for my father, size 43", "2 dashiki, L": with other words between, a size must be announced, be unmistakable or stand alone.
    private string? TakeFurther(List<Token> tokens, int from, HashSet<string> labels, HashSet<string> said)
    {
        string? unknown = null;
        for (var at = from; at < tokens.Count && !tokens[at].Is(TokenKind.Item); at++)
        {
            var length = tokens.Skip(at).TakeWhile(token => IsOfSize(token, labels)).Count();
            var run = tokens.GetRange(at, length);
            var next = at + length;
            if (length > 0 && IsAnnouncer(run[^1]) && !lexicon.SoftVariantWords.Contains(run[^1].Text) && next < tokens.Count && IsSizeNobodyHas(tokens[next])) unknown = tokens[next++].Text;
            else if (!IsSize(run, labels, alone: next == tokens.Count || tokens[next].Is(TokenKind.Break) || joiners.Contains(tokens[next].Text), whole: at == 0 || tokens[at - 1].Is(TokenKind.Break))) continue;

            said.UnionWith(run.Where(token => labels.Contains(token.Text)).Select(token => token.Text));
            tokens.RemoveRange(at, next - at);
            at--;
        }

        return said.Count == 0 ? unknown : null;
    }

    private bool IsOfSize(Token token, HashSet<string> labels) => token.Kind is TokenKind.Word or TokenKind.Number && (labels.Contains(token.Text) || IsAnnouncer(token));

    // A letter may end a part of the sentence ("3 shirts, all L"), a number must be the whole part.
    private bool IsSize(List<Token> run, HashSet<string> labels, bool alone, bool whole) => run.Exists(token => labels.Contains(token.Text))
        && (run.Exists(token => token.Is(TokenKind.Word) && labels.Contains(token.Text) && token.Text.Length > 1)
            || run.Exists(token => IsAnnouncer(token) && (!lexicon.SoftVariantWords.Contains(token.Text) || run.Exists(label => label.Is(TokenKind.Word) && !IsAnnouncer(label))))
            || (alone && run.TrueForAll(token => !common.Contains(token.Text) && (whole || token.Is(TokenKind.Word)))));

    private bool IsAnnouncer(Token token) => token.Is(TokenKind.Word) && announcers.Contains(token.Text);

    private static bool IsSizeNobodyHas(Token token) => token.Is(TokenKind.Number) || (token.Is(TokenKind.Word) && IsOfSizeLetters(token.Text));

    /// <summary>"xxl": a size, be it one that nobody has, and no thing.</summary>
    public static bool IsOfSizeLetters(string word) => word.All(letter => letter is 's' or 'm' or 'l' or 'x');

    /// <summary>"L", "XXL", and no word of the language.</summary>
    public bool IsLetterSize(string word) => word.Length is > 0 and <= LongestLetterSize && IsOfSizeLetters(word) && word[^1] != 'x' && !common.Contains(word);

    // "gown 14" is a size when another number counts it or when nobody would order so many.
    private static bool IsVariantNumber(List<Token> tokens, int item, int at, HashSet<string> labels) =>
        tokens[at] is { Kind: TokenKind.Number, Counted: false } number
        && (number.Value > 5 || (at + 1 < tokens.Count && labels.Contains(tokens[at + 1].Text)) || (item > 0 && tokens[item - 1].Kind is TokenKind.Number or TokenKind.Article));

    private int Backward(List<Token> tokens, int item, HashSet<string> labels, HashSet<string> said)
    {
        var start = item;
        for (var at = item - 1; at >= 0; at--)
        {
            var token = tokens[at];
            var announced = at > 0 && tokens[at - 1].Is(TokenKind.Word) && announcers.Contains(tokens[at - 1].Text);
            if (token.Is(TokenKind.Word) && labels.Contains(token.Text) && (announced || !common.Contains(token.Text))) said.Add(token.Text);
            else if (announced && token.Is(TokenKind.Number) && labels.Contains(token.Text)) said.Add(token.Text);
            // "XL of the agbada"
            else if (token.Is(TokenKind.Word) && lexicon.NameFillers.Contains(token.Text)) continue;
            else if (!(token.Is(TokenKind.Word) && announcers.Contains(token.Text) && said.Count > 0)) break;
            start = at;
        }

        return start;
    }

    private ProductMention Narrowed(ProductMention mention, HashSet<string> said, string? unknown)
    {
        if (said.Count == 0) return mention with { UnknownVariant = unknown };

        var fitting = mention.Candidates.Select(item => (item, variants: Named(item, [.. said]))).Where(pair => pair.variants.Count > 0).ToList();
        return mention with
        {
            Candidates = [.. fitting.Select(pair => pair.item)],
            Variants = fitting is [var only] ? only.variants : [],
            UnknownVariant = unknown,
        };
    }

    /// <summary>The words that tell a variant from its sisters: "Size 12" is 12.</summary>
    public IEnumerable<string> Words(string variant) => wordsOf(variant).Where(word => !announcers.Contains(word));
}
