using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>Words nobody knows behind a number or a verb are something the shop does not have: "2 pizza".</summary>
internal sealed class UnknownThings(Lexicon lexicon, Func<string, bool> isKnown, FoldedText folded)
{
    private const int MostWords = 4;
    private const double Confidence = 0.6;

    private readonly HashSet<string> joiners = [.. lexicon.Joiners];
    private readonly HashSet<string> between = [.. lexicon.Counters, .. lexicon.BeforeThings];

    /// <summary>The same tokens, with every such thing as an item that no product is.</summary>
    public List<Token> Mark(IReadOnlyList<Token> tokens, List<Verb> verbs)
    {
        List<Token> things = [];
        for (var at = 0; at < tokens.Count;)
        {
            var length = IsUnknown(tokens[at]) && LedIn(tokens, at, verbs, things) ? Length(tokens, at) : 0;
            if (length == 0)
            {
                things.Add(tokens[at++]);
                continue;
            }

            // "goat meat" is no meat pie; "grandma's jollof" is jollof.
            if (at + length < tokens.Count && tokens[at + length].Mention is { } beside)
            {
                if (beside.Confidence >= 1)
                {
                    things.Add(tokens[at++]);
                    continue;
                }

                length++;
            }

            var (start, end) = (tokens[at].Start, tokens[at + length - 1].End);
            things.Add(new Token(TokenKind.Item, "", 0, start, end) { Mention = Called(start, end) });
            // Verbs know their places in the tokens: keep them where they are.
            for (var i = 1; i < length; i++) things.Add(new Token(TokenKind.Word, "", 0, end, end));
            at += length;
        }

        return things;
    }

    /// <summary>The unknown thing that begins here.</summary>
    public ProductMention? At(IReadOnlyList<Token> tokens, int at) =>
        IsUnknown(tokens[at]) ? Called(tokens[at].Start, tokens[at + Length(tokens, at) - 1].End) : null;

    private ProductMention Called(int start, int end) => new([], folded.Written(start, end), [], null, Confidence);

    private bool IsUnknown(Token token) => token.Is(TokenKind.Word) && token.Text.Length >= 3 && char.IsLetter(token.Text[0])
        && !token.Text.Any(char.IsAsciiDigit) && !VariantSpotter.IsOfSizeLetters(token.Text) && !isKnown(token.Text);

    private bool LedIn(IReadOnlyList<Token> tokens, int at, List<Verb> verbs, List<Token> things)
    {
        for (var before = at - 1; before >= 0; before--)
        {
            if (verbs.Exists(verb => verb.Key is not ("remove" or "remove-this" or "set") && verb.Match.End == before + 1)) return true;
            if (tokens[before].Kind is TokenKind.Number or TokenKind.Article) return true;
            if (tokens[before].Is(TokenKind.Break) || joiners.Contains(tokens[before].Text)) return things.Exists(thing => thing.Is(TokenKind.Item));
            if (tokens[before].Text.Length > 0 && !between.Contains(tokens[before].Text) && !isKnown(tokens[before].Text)) return false;
            if (at - before > 3) return false;
        }

        return false;
    }

    private int Length(IReadOnlyList<Token> tokens, int at)
    {
        var length = 0;
        while (length < MostWords && at + length < tokens.Count && IsUnknown(tokens[at + length])) length++;
        return length;
    }
}
