using System.Collections.Concurrent;

namespace HaloAgent.Languages;

/// <summary>
/// The words customers of one language use, as data. Every member may be absent. Everything is written folded: lower case,
/// no accents, no apostrophes. How a language is laid over English, and what each member does, stands in
/// <c>Languages/README.md</c>; the pattern signs also in the agent's <c>Pattern</c>.
/// </summary>
public sealed record Lexicon
{
    private static readonly ConcurrentDictionary<string, Lexicon> Loaded = new(StringComparer.Ordinal);

    public required string Language { get; init; }
    public required string Name { get; init; }

    /// <summary>What of English is taken out before this language is laid over it, by member ("spellings", "patterns.yes", "words").</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Removes { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Short and run-together spellings, each with the words it stands for.</summary>
    public IReadOnlyDictionary<string, string> Spellings { get; init; } = new Dictionary<string, string>();

    /// <summary>Emoji that say a word; all others are decoration.</summary>
    public IReadOnlyDictionary<string, string> Emoji { get; init; } = new Dictionary<string, string>();

    /// <summary>Signs that stand for a word ("&amp;").</summary>
    public IReadOnlyDictionary<string, string> Signs { get; init; } = new Dictionary<string, string>();

    /// <summary>Forms of address ("sir", "madam"), dropped at the edges of a sentence.</summary>
    public IReadOnlyList<string> Titles { get; init; } = [];

    /// <summary>Words after which a form of address is somebody to talk about, not politeness ("talk <b>to</b> oga").</summary>
    public IReadOnlyList<string> BeforeTitles { get; init; } = [];

    /// <summary>Particles that may end a sentence without meaning.</summary>
    public IReadOnlyList<string> Particles { get; init; } = [];

    /// <summary>Particles that make a question of what they stand behind ("e correct, <b>abi</b>").</summary>
    public IReadOnlyList<string> QuestionTags { get; init; } = [];

    /// <summary>Words that make a yes none, fillers or not: "<b>maybe</b> yes", "<b>hmm</b>, okay".</summary>
    public IReadOnlyList<string> Hesitations { get; init; } = [];

    /// <summary>What melts with the name of a place behind it: "n'Ikeja".</summary>
    public IReadOnlyList<string> Elisions { get; init; } = [];

    /// <summary>Words that agree by themselves ("correct", "confirm").</summary>
    public IReadOnlyList<string> Assent { get; init; } = [];

    /// <summary>Words that may agree, and may as well be mere politeness ("good", "okay").</summary>
    public IReadOnlyList<string> SoftAssent { get; init; } = [];

    /// <summary>Words that may stand beside them and take nothing back ("everything", "now", "please do it").</summary>
    public IReadOnlyList<string> BesideAssent { get; init; } = [];

    /// <summary>Politeness and hesitation, dropped anywhere.</summary>
    public IReadOnlyList<string> Fillers { get; init; } = [];

    public IReadOnlyList<string> Articles { get; init; } = [];

    /// <summary>Words that join two things ("and", "plus").</summary>
    public IReadOnlyList<string> Joiners { get; init; } = [];

    /// <summary>Words with which a sentence goes on after an address ("and", "also").</summary>
    public IReadOnlyList<string> Continuers { get; init; } = [];

    /// <summary>Words that tie a counter to its thing ("a bag <b>of</b> rice"); they also stand inside names.</summary>
    public IReadOnlyList<string> Partitives { get; init; } = [];

    /// <summary>Words that mean nothing in a name ("the", "of").</summary>
    public IReadOnlyList<string> NameFillers { get; init; } = [];

    /// <summary>Words allowed between a quantity and the thing behind it ("2 <b>more</b> zobo").</summary>
    public IReadOnlyList<string> BeforeThings { get; init; } = [];

    /// <summary>Words allowed between a thing and the quantity behind it ("zobo <b>times</b> 2").</summary>
    public IReadOnlyList<string> AfterThings { get; init; } = [];

    public IReadOnlyDictionary<string, int> Numbers { get; init; } = new Dictionary<string, int>();

    /// <summary>Phrases that are a number ("half dozen", "a couple of").</summary>
    public IReadOnlyDictionary<string, int> Quantities { get; init; } = new Dictionary<string, int>();

    /// <summary>Phrases that ask to be asked how many ("some", "plenty", "half").</summary>
    public IReadOnlyList<string> UnclearQuantities { get; init; } = [];

    /// <summary>Phrases in which a number word does not count anything ("that one").</summary>
    public IReadOnlyList<string> NotNumbers { get; init; } = [];

    /// <summary>Position words ("first", "second") with their place; "last" is -1.</summary>
    public IReadOnlyDictionary<string, int> Ordinals { get; init; } = new Dictionary<string, int>();

    /// <summary>Endings that make a place of digits ("2nd").</summary>
    public IReadOnlyList<string> OrdinalEndings { get; init; } = [];

    /// <summary>Words around a number that picks from a list ("number 2", "the second one").</summary>
    public IReadOnlyList<string> PickWords { get; init; } = [];

    /// <summary>Words that give each thing the same quantity ("each").</summary>
    public IReadOnlyList<string> Each { get; init; } = [];

    /// <summary>Words behind a number that is somebody's age and counts nothing ("3 years").</summary>
    public IReadOnlyList<string> Ages { get; init; } = [];

    /// <summary>Words that turn a number into money ("naira"), and those that multiply it by a thousand ("thousand").</summary>
    public IReadOnlyList<string> Currency { get; init; } = [];
    public IReadOnlyList<string> Thousands { get; init; } = [];

    /// <summary>Words for a thousand that stand before their number ("dubu biyar").</summary>
    public IReadOnlyList<string> ThousandsBefore { get; init; } = [];

    /// <summary>What things are counted in; a counter is not a product.</summary>
    public IReadOnlyList<string> Counters { get; init; } = [];

    /// <summary>Goods that many shops do not have: "beer" is no misspelt "beef". Where a shop sells them, they are found by their name.</summary>
    public IReadOnlyList<string> OtherGoods { get; init; } = [];

    /// <summary>Towns that many shops do not deliver to: a place, be the word known otherwise or not. An area of the shop is found by its name.</summary>
    public IReadOnlyList<string> OtherPlaces { get; init; } = [];

    /// <summary>Units that belong to a product's name together with their number ("50 cl"), each with its short form.</summary>
    public IReadOnlyDictionary<string, string> Measures { get; init; } = new Dictionary<string, string>();

    /// <summary>Measures that stand before their number ("yadi shida"), with the short form.</summary>
    public IReadOnlyDictionary<string, string> MeasuresBefore { get; init; } = new Dictionary<string, string>();

    /// <summary>Words that announce a variant ("size", "colour").</summary>
    public IReadOnlyList<string> VariantWords { get; init; } = [];

    /// <summary>Those of them that also mean something else: behind "in" only a size or colour that exists is one.</summary>
    public IReadOnlyList<string> SoftVariantWords { get; init; } = [];

    /// <summary>Endings of the plural and what replaces them, tried in order.</summary>
    public IReadOnlyList<PluralEnding> Plurals { get; init; } = [];

    /// <summary>Other names and usual misspellings of goods, each with the name it stands for.</summary>
    public IReadOnlyDictionary<string, string> Goods { get; init; } = new Dictionary<string, string>();

    /// <summary>What a thing for children may be called, each with the word in its name: a girl's "dress" is a "gown".</summary>
    public IReadOnlyDictionary<string, string> Alike { get; init; } = new Dictionary<string, string>();

    /// <summary>Everyday words that are never a misspelt product.</summary>
    public IReadOnlyList<string> CommonWords { get; init; } = [];

    /// <summary>What is in a thing or on it and can be wished away or for ("no <b>pepper</b>"); goods may bear the same name.</summary>
    public IReadOnlyList<string> Ingredients { get; init; } = [];

    /// <summary>Words that make a line look like an address ("street", "opposite").</summary>
    public IReadOnlyList<string> AddressWords { get; init; } = [];

    /// <summary>Abbreviations after which a full stop ends nothing ("no.", "opp.").</summary>
    public IReadOnlyList<string> Abbreviations { get; init; } = [];

    /// <summary>Whole messages that ask for silence.</summary>
    public IReadOnlyList<string> OptOut { get; init; } = [];

    /// <summary>Wishes for silence so clear that they are heard inside a longer message ("stop sending me messages").</summary>
    public IReadOnlyList<string> OptOutInside { get; init; } = [];

    /// <summary>Words that turn such a wish into something else when they stand before it ("why did you stop …").</summary>
    public IReadOnlyList<string> OptOutUnless { get; init; } = [];

    /// <summary>Whole messages that end the silence.</summary>
    public IReadOnlyList<string> OptIn { get; init; } = [];

    /// <summary>Parts of words that may mean that a model needs one of the seldom wanted tools, by what it is for.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ToolHints { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Patterns by intent.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Patterns { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The lexicon of a language laid over English, or English alone where the language has no folder.</summary>
    public static Lexicon For(string? language) =>
        Loaded.GetOrAdd(LanguageResources.Has(language) ? language! : LanguageResources.Fallback, Load);

    private static Lexicon Load(string language)
    {
        var own = LanguageResources.Read<Lexicon>(language, "lexicon.json");
        return language == LanguageResources.Fallback ? own : LexiconLayers.Lay(own, For(LanguageResources.Fallback));
    }
}

/// <summary>An ending of the plural and what stands there in the singular.</summary>
public sealed record PluralEnding(string From, string To);
