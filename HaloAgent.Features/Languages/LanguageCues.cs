namespace HaloAgent.Languages;

/// <summary>
/// What gives a language away, as data (<c>cues.json</c>). Weights are evidence: 3 decides a short line alone, words that collide between
/// languages weigh little or, in a phrase, less than nothing. All words are folded as in the lexicon; one string may hold many words.
/// </summary>
internal sealed record LanguageCues
{
    /// <summary>Letters (or, decomposed, a letter with its mark, or a mark) only this language's writing uses, each with its weight.</summary>
    public IReadOnlyDictionary<string, float> Letters { get; init; } = new Dictionary<string, float>();

    /// <summary>Names of goods and places, and words all five languages use: they say nothing, in any language.</summary>
    public IReadOnlyList<string> Neutral { get; init; } = [];

    /// <summary>Words by weight.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Rows of words by weight; <c>a|b</c> are alternatives.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Phrases { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Beginnings and endings, by weight, of words that nobody knows.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Beginnings { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Endings { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>
    /// Phrases that ask for this language ("speak english", "a yi min da hausa"). <c>^</c> is the beginning, <c>$</c> the end of a short
    /// message, <c>,</c> the end of any part of one: "in hausa $" asks, "in hausa style" does not.
    /// </summary>
    public IReadOnlyList<string> Asks { get; init; } = [];
}
