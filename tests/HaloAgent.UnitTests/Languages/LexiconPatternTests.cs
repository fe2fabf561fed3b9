using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.Languages;
using Xunit;

namespace HaloAgent.UnitTests.Languages;

/// <summary>
/// A pattern is compared with words that were rewritten before: one that names a short spelling or a filler can never fit. Here every
/// pattern of every language is written out in sentences, with each of its words in turn, and has to fit at least one of them.
/// </summary>
public sealed class LexiconPatternTests
{
    private const string Item = "qqitem";

    public static TheoryData<string> Codes => [.. LanguageResources.Codes];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_pattern_can_be_met(string code)
    {
        var tongue = Tongue.Of(code);
        var own = LanguageResources.Read<Lexicon>(code, "lexicon.json");
        List<string> dead = [];
        foreach (var (intent, patterns) in own.Patterns)
        {
            foreach (var text in patterns)
            {
                if (!Sentences(text).Any(said => said.Any(sentence => Fits(tongue, intent, sentence)))) dead.Add($"{intent}: \"{text}\"");
            }
        }

        Assert.True(dead.Count == 0, string.Join('\n', dead));
    }

    // Written out, a word may become another one that a pattern of the same kind knows.
    private static bool Fits(Tongue tongue, string intent, string sentence) => Tokens(tongue, sentence).Any(tokens => tongue.Patterns.Best(intent, tokens) is not null);

    private static IEnumerable<IReadOnlyList<Token>> Tokens(Tongue tongue, string sentence) => tongue.Scanner.Scan(Folding.Fold(sentence, tongue.Lexicon.Emoji))
        .Select(clause => tongue.Wording.Plain(clause).Tokens.Select(token => token.Text == Item ? new Token(TokenKind.Item, "", 0, token.Start, token.End) : token).ToList());

    [Theory]
    [MemberData(nameof(Codes))]
    public void No_goods_are_everyday_words(string code) => Assert.All(
        (string[])["rice", "beans", "yam", "soup", "meat", "fish", "chicken", "water", "bread", "malt", "zobo", "gown", "shirt", "cream", "perfume", "suya", "eba"],
        goods => Assert.False(Tongue.Of(code).Vocabulary.Knows(goods), $"{goods} stands in the lexicon; then it is never found as a part of a product's name."));

    internal static IEnumerable<string[]> Sentences(string pattern)
    {
        var elements = pattern.Split(' ').Where(element => element is not ("^" or "$" or "..") && !element.EndsWith('?')).Select(element => element.Split('|')).ToList();
        for (var i = 0; i < elements.Select(words => words.Length).DefaultIfEmpty(0).Max(); i++)
        {
            List<string> words = [.. elements.Select(alternatives => Word(alternatives[i % alternatives.Length]))];
            var bare = string.Join(' ', words);
            // A particle or a form of address is dropped at the edge of a sentence, and kept inside.
            yield return [$"{(pattern.StartsWith('^') ? "" : "qqbefore ")}{bare}{(pattern.EndsWith('$') ? "" : " qqafter")}", bare];
        }
    }

    private static string Word(string sign) => sign.TrimStart('=') switch
    {
        "@item" => Item,
        "@number" => "2",
        "@money" => "₦500",
        "@order" => "#1042",
        "@break" => ",",
        var word => word,
    };
}
