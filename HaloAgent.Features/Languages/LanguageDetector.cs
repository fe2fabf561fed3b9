using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace HaloAgent.Languages;

/// <summary>
/// Tells English, Nigerian Pidgin, Yoruba, Hausa and Igbo apart in short chat lines: function words and phrases weigh most, letters of one
/// language's spelling and the shapes of unknown words help, names of goods and places say nothing. A mixed line has the language of its
/// frame: "Mo fe ra two packs of jollof" is Yoruba. Pure; a few microseconds a line.
/// </summary>
public static partial class LanguageDetector
{
    /// <summary>Less than this against the language spoken before is a stray word ("ok", "thank you"), not a switch.</summary>
    private const double SwitchEvidence = 0.9;
    private const double SwitchMargin = 0.3;
    private const int FewWords = 4;
    private const double FarSwitchEvidence = 2;
    private const double FarSwitchMargin = 1;

    private const float KnownEnglishWord = 0.25f;
    private const float EnglishFrame = 0.4f;

    /// <summary>"Ada George road": what is written with a capital inside a sentence is more often a name than the word.</summary>
    private const float NameWeight = 0.4f;
    private const float ShapeWeight = 0.8f;
    private const float MostOfShapes = 3;
    private const float MostOfLetters = 3;
    private const int LongestWish = 12;

    /// <summary>In the cues: the end of a short message, and of a part of a message.</summary>
    private const char MessageEnd = '$';
    private const char PartEnd = ',';

    /// <summary>A word of three letters that no list knows has no shape.</summary>
    private const int ShortestShape = 4;

    /// <summary>From somebody of whom nothing is known, less than this is no sign of another language than English.</summary>
    private const double FirstEvidence = 0.6;

    private static readonly char[] PartEnds = [',', '.', ';', '!', '?', '\n'];
    private static readonly CueTable Cues = new();
    private static readonly HashSet<string> EnglishWords = [.. Lexicon.For(LanguageResources.Fallback).CommonWords];
    private static readonly int English = IndexOf("en");
    private static readonly int Pidgin = IndexOf("pcm");
    private static readonly int Yoruba = IndexOf("yo");
    private static readonly int Igbo = IndexOf("ig");

    /// <summary>Pidgin is written with English words: their shape speaks for either.</summary>
    private static readonly WordShapes?[] Shapes =
    [
        .. Enumerable.Range(0, Cues.Languages.Count).Select(language => language == Pidgin ? null
            : new WordShapes(language == English ? EnglishWords.Union(Cues.WordsOf(language)) : Cues.WordsOf(language))),
    ];

    /// <summary>The language of a message, or of several joined by line ends.</summary>
    /// <param name="last">The language this contact spoke last; null when nothing is known of them.</param>
    public static LanguageGuess Detect(string? text, string? last = null)
    {
        var fallback = last ?? LanguageResources.Fallback;
        if (string.IsNullOrWhiteSpace(text)) return new LanguageGuess(fallback, 0);

        var decomposed = Madam().Replace(LetterSize().Replace(text.In(NormalizationForm.FormD), " "), "");
        var words = ChatWords.In(decomposed, Cues.Knows);
        var asked = AskedFor(words, decomposed);

        var evidence = new float[Cues.Languages.Count];
        AddLetters(decomposed, evidence);
        var shapes = AddWords(words, evidence);
        AddPhrases(words, evidence);
        AddShapes(shapes, evidence);
        var written = Decide(evidence, last, fallback, words.Count);
        return asked < 0 ? written : new LanguageGuess(Cues.Languages[asked], 1, Asked: true) { Written = words.Count > LongestWish ? written.Language : null };
    }

    // "My wife has the phone now and she doesn't hear Pidgin, can you please reply in English": a long message may ask in one of its parts,
    // but only there and plainly. "For Igbo traditional wedding" asks for nothing.
    private static int AskedFor(List<ChatWord> words, string decomposed)
    {
        if (words.Count <= LongestWish && AskedIn(words, MessageEnd) is >= 0 and var whole) return whole;
        foreach (var part in decomposed.Split(PartEnds, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var own = ChatWords.In(part, Cues.Knows);
            if (own.Count <= LongestWish && AskedIn(own, PartEnd) is >= 0 and var asked) return asked;
        }

        return -1;
    }

    /// <summary>Whether a message that asks for a language may say nothing else.</summary>
    public static bool IsShort(string text) => ChatWords.In(text.In(NormalizationForm.FormD), Cues.Knows).Count <= LongestWish;

    private static int AskedIn(List<ChatWord> words, char end) => Cues.AskedIn($" ^ {string.Join(' ', words.Select(word => word.Text))} {end} ");

    // "1 M, 2 XL": a size, not the Igbo "m".
    [GeneratedRegex(@"(?<=\bsize\s+|\b[0-9]+\s*)[mM](?=\s*(?:[,.;&)\n]|$|[0-9]|(?:and|or|na|ati|da)\b))|\b[sSmMlL]\s?[-/]\s?[sSmMlL]\b|\b(?:[2-5]?[xX]{1,3}[lL]|[xX][sS])\b", RegexOptions.CultureInvariant)]
    private static partial Regex LetterSize();

    // "Yes ma, o correct": how a lady is spoken to in every language, not the Igbo and Hausa word.
    [GeneratedRegex(@"(?<=\p{L})[ ,]+ma(?=\s*(?:[,.;!?\n]|$))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Madam();

    private static LanguageGuess Decide(float[] evidence, string? last, string fallback, int words)
    {
        var best = English;
        for (var language = 0; language < evidence.Length; language++)
        {
            if (evidence[language] > evidence[best]) best = language;
        }

        // Pidgin is written with English words: without a cue of its own, a customer's first line is English.
        if (last is null && best == Pidgin && evidence[Pidgin] < SwitchEvidence && evidence[Pidgin] - evidence[English] < SwitchMargin) best = English;
        var known = last is null ? -1 : IndexOf(last);
        if (last is null && evidence[best] < FirstEvidence) best = English;
        var stays = evidence[best] <= 0 || (known >= 0 && best != known && IsStray(evidence, best, known, words));
        return stays ? new LanguageGuess(fallback, 0) : new LanguageGuess(Cues.Languages[best], Confidence(evidence, best));
    }

    // Somebody who has written Yoruba turns to English or Pidgin easily, to Hausa hardly ever: for that a word or two are not enough.
    // And one word that all use ("ehen", "oya", "yes joor") turns nobody.
    private static bool IsStray(float[] evidence, int best, int known, int words)
    {
        var far = (IsOwnTongue(known) && IsOwnTongue(best)) || (words <= FewWords && (IsOwnTongue(known) || IsOwnTongue(best)));
        return evidence[best] < (far ? FarSwitchEvidence : SwitchEvidence) || evidence[best] - evidence[known] < (far ? FarSwitchMargin : SwitchMargin);
    }

    private static bool IsOwnTongue(int language) => language != English && language != Pidgin;

    private static double Confidence(float[] evidence, int best)
    {
        var second = 0f;
        for (var language = 0; language < evidence.Length; language++)
        {
            if (language != best) second = Math.Max(second, evidence[language]);
        }

        return Math.Round((evidence[best] - second) / evidence[best] * Math.Min(1, evidence[best] / 2), 2);
    }

    private static void AddLetters(string decomposed, float[] evidence)
    {
        var found = new float[evidence.Length];
        Span<char> marked = stackalloc char[2];
        for (var at = 0; at < decomposed.Length; at++)
        {
            var letter = decomposed[at];
            if (letter < 0x80) continue;
            marked[0] = char.ToLowerInvariant(letter);
            Sum(found, Cues.Letter(marked[..1]));
            if (at == 0 || CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark) continue;
            (marked[0], marked[1]) = (char.ToLowerInvariant(Base(decomposed, at)), letter);
            Sum(found, Cues.Letter(marked));
        }

        for (var language = 0; language < found.Length; language++) evidence[language] += Math.Min(MostOfLetters, found[language]);
    }

    private static char Base(string decomposed, int mark)
    {
        while (mark > 0 && CharUnicodeInfo.GetUnicodeCategory(decomposed[mark]) == UnicodeCategory.NonSpacingMark) mark--;
        return decomposed[mark];
    }

    /// <returns>What the shapes of the words that no list knows speak for.</returns>
    private static float[] AddWords(List<ChatWord> words, float[] evidence)
    {
        var shapes = new float[evidence.Length];
        foreach (var word in words)
        {
            if (Cues.Word(word.Text) is { } weights) Sum(evidence, weights, word.IsName ? NameWeight : 1);
            else if (Cues.IsNeutral(word.Text)) continue;
            else if (EnglishWords.Contains(word.Text)) evidence[English] += KnownEnglishWord;
            else AddUnknown(word, evidence, shapes);
        }

        return shapes;
    }

    // "I want 2 jollof rice": goods have the shape of any language. Where the frame is English words, a language without a cue of its own has none.
    private static void AddShapes(float[] shapes, float[] evidence)
    {
        var framed = Math.Max(evidence[English], evidence[Pidgin]) >= EnglishFrame;
        for (var language = 0; language < evidence.Length; language++)
        {
            if (!framed || evidence[language] > 0) evidence[language] += Math.Min(MostOfShapes, shapes[language]);
        }

        if (!framed || evidence[Pidgin] > 0) evidence[Pidgin] += 0.9f * Math.Min(MostOfShapes, shapes[English]);
    }

    private static void AddUnknown(ChatWord word, float[] evidence, float[] shapes)
    {
        if (word.Elided)
        {
            evidence[Igbo] += 1.2f;
            evidence[Yoruba] += 0.4f;
        }

        Cues.AddParts(word.Text, evidence);
        // Names have the shape of their bearer's language, not of the sentence's.
        if (word.IsName || word.Text.Length < ShortestShape) return;

        Span<double> likely = stackalloc double[evidence.Length];
        var best = double.NegativeInfinity;
        for (var language = 0; language < evidence.Length; language++)
        {
            likely[language] = Shapes[language]?.Of(word.Text) ?? double.NegativeInfinity;
            best = Math.Max(best, likely[language]);
        }

        var sum = 0.0;
        for (var language = 0; language < evidence.Length; language++) sum += likely[language] = Math.Exp((likely[language] - best) * 0.8);
        for (var language = 0; language < evidence.Length; language++) shapes[language] += ShapeWeight * (float)Math.Max(0, ((likely[language] / sum) - 0.3) / 0.7);
    }

    private static void AddPhrases(List<ChatWord> words, float[] evidence)
    {
        Span<char> phrase = stackalloc char[256];
        for (var at = 0; at < words.Count; at++)
        {
            if (!Cues.BeginsPhrase(words[at].Text)) continue;
            var length = 0;
            for (var next = at; next < Math.Min(words.Count, at + Cues.LongestPhrase); next++)
            {
                var word = words[next].Text;
                if (length + word.Length + 1 > phrase.Length) break;
                if (length > 0) phrase[length++] = ' ';
                word.CopyTo(phrase[length..]);
                length += word.Length;
                if (next > at) Sum(evidence, Cues.Phrase(phrase[..length]));
            }
        }
    }

    private static void Sum(float[] evidence, float[]? weights, float share = 1)
    {
        if (weights is null) return;
        for (var language = 0; language < evidence.Length; language++) evidence[language] += share * weights[language];
    }

    private static int IndexOf(string language)
    {
        for (var index = 0; index < Cues.Languages.Count; index++)
        {
            if (Cues.Languages[index] == language) return index;
        }

        return -1;
    }
}
