using System.Collections.Concurrent;
using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>What hearing a language takes, made from its lexicon once and shared by all conversations.</summary>
internal sealed class Tongue
{
    private static readonly ConcurrentDictionary<string, Tongue> Known = new(StringComparer.Ordinal);

    private readonly HashSet<string> meaningless;

    private Tongue(Lexicon lexicon)
    {
        Lexicon = lexicon;
        meaningless = [.. lexicon.Joiners, .. lexicon.NameFillers];
        Vocabulary = new Vocabulary(lexicon);
        Patterns = new PatternBook(lexicon);
        Stems = new Stems(lexicon);
        Scanner = new Scanner(lexicon);
        Wording = new Wording(lexicon, Vocabulary);
        Ages = new AgeReader(Patterns);
        Variants = new VariantSpotter(lexicon, WordsOf);
        VariantCounts = new VariantCounts(lexicon, Variants);
        Assent = new AssentReader(lexicon);
        Everyday = [.. lexicon.CommonWords];
        OtherGoods = [.. lexicon.OtherGoods];
        OtherPlaces = [.. lexicon.OtherPlaces];
        Children = [.. lexicon.Patterns.GetValueOrDefault("child", []).Where(pattern => !pattern.Contains(' ', StringComparison.Ordinal)).SelectMany(pattern => pattern.Split('|'))];
    }

    public Lexicon Lexicon { get; }
    public Vocabulary Vocabulary { get; }
    public PatternBook Patterns { get; }
    public Stems Stems { get; }
    public Scanner Scanner { get; }
    public Wording Wording { get; }
    public AgeReader Ages { get; }
    public VariantSpotter Variants { get; }
    public VariantCounts VariantCounts { get; }
    public AssentReader Assent { get; }
    public HashSet<string> Everyday { get; }
    public HashSet<string> OtherGoods { get; }
    public HashSet<string> OtherPlaces { get; }

    /// <summary>Single words for a child ("baby").</summary>
    public HashSet<string> Children { get; }

    public static Tongue Of(string? language) => Known.GetOrAdd(Lexicon.For(language).Language, code => new Tongue(Lexicon.For(code)));

    /// <summary>All of a text in the plain words that patterns know.</summary>
    public List<Token> PlainTokens(string text) => [.. Scanner.Scan(Folding.Fold(text, Lexicon.Emoji)).SelectMany(clause => Wording.Plain(clause).Tokens)];

    /// <summary>The words of a name (of a product, a variant, a place), without joiners and articles.</summary>
    public IReadOnlyList<string> WordsOf(string name) =>
    [
        .. Scanner.Scan(Folding.Fold(name, Lexicon.Emoji)).SelectMany(clause => Wording.Name(clause.Tokens))
            .Where(token => !token.Is(TokenKind.Break) && !meaningless.Contains(token.Text))
            .Select(token => token.Text),
    ];
}
