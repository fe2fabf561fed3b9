using System.Globalization;

namespace HaloAgent.Languages;

/// <summary>The cues of all languages side by side: for a word, a phrase or a letter the weight in each of them.</summary>
internal sealed class CueTable
{
    private const float LexiconWord = 0.8f;

    private readonly Dictionary<string, float[]> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, float[]> phrases = new(StringComparer.Ordinal);
    private readonly HashSet<string> phraseBeginnings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, float[]> letters = new(StringComparer.Ordinal);
    private readonly HashSet<string> neutral = new(StringComparer.Ordinal);
    private readonly List<(string Part, int Language, float Weight)> beginnings = [];
    private readonly List<(string Part, int Language, float Weight)> endings = [];
    private readonly List<(string Phrase, int Language)> asks = [];

    public CueTable()
    {
        Languages = LanguageResources.Detectable;
        for (var language = 0; language < Languages.Count; language++) Add(LanguageResources.Read<LanguageCues>(Languages[language], "cues.json"), language);
        foreach (var (language, word) in LexiconWords.OfOneLanguage(Languages))
        {
            if (!Knows(word)) Weights(words, word)[language] = LexiconWord;
        }

        LongestPhrase = phrases.Keys.Max(phrase => phrase.Count(letter => letter == ' ') + 1);
    }

    public IReadOnlyList<string> Languages { get; }

    public int LongestPhrase { get; }

    public float[]? Word(string word) => words.GetValueOrDefault(word);

    public bool IsNeutral(string word) => neutral.Contains(word);

    public bool Knows(string word) => words.ContainsKey(word) || neutral.Contains(word);

    public bool BeginsPhrase(string word) => phraseBeginnings.Contains(word);

    public float[]? Phrase(ReadOnlySpan<char> phrase) => phrases.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(phrase, out var weights) ? weights : null;

    public float[]? Letter(ReadOnlySpan<char> letter) => letters.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(letter, out var weights) ? weights : null;

    /// <summary>The language that a short message asks for, or -1.</summary>
    public int AskedIn(string spaced)
    {
        foreach (var (phrase, language) in asks)
        {
            if (spaced.Contains(phrase, StringComparison.Ordinal)) return language;
        }

        return -1;
    }

    public IEnumerable<string> WordsOf(int language) => words.Where(entry => entry.Value[language] > 0).Select(entry => entry.Key);

    /// <summary>Adds what the beginning and the ending of an unknown word say.</summary>
    public void AddParts(string word, float[] evidence)
    {
        foreach (var (part, language, weight) in beginnings)
        {
            if (word.Length > part.Length && word.StartsWith(part, StringComparison.Ordinal)) evidence[language] += weight;
        }

        foreach (var (part, language, weight) in endings)
        {
            if (word.Length > part.Length && word.EndsWith(part, StringComparison.Ordinal)) evidence[language] += weight;
        }
    }

    private void Add(LanguageCues cues, int language)
    {
        foreach (var (letter, weight) in cues.Letters) Weights(letters, letter)[language] = weight;
        foreach (var word in cues.Neutral.SelectMany(Split)) neutral.Add(word);
        foreach (var (weight, list) in cues.Words)
        {
            foreach (var word in list.SelectMany(Split)) Weights(words, word)[language] = Number(weight);
        }

        foreach (var (weight, list) in cues.Phrases)
        {
            foreach (var phrase in list.SelectMany(Alternatives)) AddPhrase(phrase, language, Number(weight));
        }

        beginnings.AddRange(cues.Beginnings.SelectMany(entry => entry.Value.Select(part => (part, language, Number(entry.Key)))));
        endings.AddRange(cues.Endings.SelectMany(entry => entry.Value.Select(part => (part, language, Number(entry.Key)))));
        asks.AddRange(cues.Asks.SelectMany(Alternatives).Select(phrase => ($" {phrase} ", language)));
    }

    // Where rows of alternatives overlap, the stronger statement holds.
    private void AddPhrase(string phrase, int language, float weight)
    {
        var weights = Weights(phrases, phrase);
        if (Math.Abs(weight) > Math.Abs(weights[language])) weights[language] = weight;
        phraseBeginnings.Add(phrase[..phrase.IndexOf(' ', StringComparison.Ordinal)]);
    }

    private float[] Weights(Dictionary<string, float[]> table, string key)
    {
        if (!table.TryGetValue(key, out var weights)) table[key] = weights = new float[Languages.Count];
        return weights;
    }

    private static IEnumerable<string> Alternatives(string phrase)
    {
        IEnumerable<string> rows = [""];
        foreach (var element in Split(phrase))
        {
            rows = rows.SelectMany(_ => element.Split('|'), (row, word) => row.Length == 0 ? word : $"{row} {word}");
        }

        return rows;
    }

    private static string[] Split(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static float Number(string weight) => float.Parse(weight, CultureInfo.InvariantCulture);
}
