using System.Globalization;
using System.Text;

namespace HaloAgent.Languages;

/// <summary>What a message says about being written to at all.</summary>
public enum OptOutWish
{
    None,

    /// <summary>STOP and the like: the agent is silent at once.</summary>
    Stop,

    /// <summary>START: it may write again. Means something only after a stop.</summary>
    Start,
}

/// <summary>
/// Recognises the wish to be left alone, in every language there is, before anything else is understood. A lone "stop" must be
/// the whole message: "last bus stop" is an address and "stop the order" a cancellation. Inside a longer message only what says
/// that writing is to stop is such a wish ("una too dey disturb me. No send me message again"), and no question is.
/// </summary>
public static class OptOutWords
{
    private const int LongestWish = 120;
    private const int LongestMessage = 1000;

    private static readonly char[] EndsOfParts = ['.', '!', '?', ',', ';', ':', '\n', '…', '–', '—'];
    private static readonly WishesOfALanguage[] Languages = [.. LanguageResources.Codes.Select(code => new WishesOfALanguage(Lexicon.For(code)))];

    public static OptOutWish Match(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestMessage) return OptOutWish.None;

        var whole = text.Length > LongestWish ? OptOutWish.None : Languages.Select(language => language.In(WordsOf(text))).FirstOrDefault(wish => wish != OptOutWish.None);
        return whole != OptOutWish.None ? whole : Parts(text).Any(part => Array.Exists(Languages, language => language.IsInside(part))) ? OptOutWish.Stop : OptOutWish.None;
    }

    /// <summary>The sentences of a message and what commas part in them, without those that ask.</summary>
    private static IEnumerable<string[]> Parts(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOfAny(EndsOfParts, start);
            if (end < 0) end = text.Length;
            if (end == text.Length || text[end] != '?') yield return WordsOf(text[start..end]);
            start = end + 1;
        }
    }

    private static string[] WordsOf(string text) => Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == 0xFFFD) continue;
            foreach (var letter in PlainLetters.For(rune) ?? rune.ToString().In(NormalizationForm.FormKD))
            {
                if (char.IsLetterOrDigit(letter)) folded.Append(char.ToLowerInvariant(letter));
                else if (CharUnicodeInfo.GetUnicodeCategory(letter) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format) && letter is not ('\'' or '’')) folded.Append(' ');
            }
        }

        return folded.ToString();
    }

    private sealed class WishesOfALanguage
    {
        private readonly Dictionary<string, OptOutWish> wishes = new(StringComparer.Ordinal);
        private readonly HashSet<string> politeness;
        private readonly string[] clear;
        private readonly HashSet<string> unless;

        public WishesOfALanguage(Lexicon lexicon)
        {
            politeness = [.. lexicon.Fillers, .. lexicon.Titles];
            clear = [.. lexicon.OptOutInside.Select(wish => $" {wish} ")];
            unless = [.. lexicon.OptOutUnless];
            foreach (var stop in lexicon.OptOut) wishes[stop] = OptOutWish.Stop;
            foreach (var start in lexicon.OptIn) wishes[start] = OptOutWish.Start;
        }

        // As it stands, then without politeness around it, then without any: a "ma" inside may be politeness or a part of the wish.
        public OptOutWish In(string[] words) => Whole(words) is not OptOutWish.None and var whole ? whole
            : Whole(words.SkipWhile(IsPolite).Reverse().SkipWhile(IsPolite).Reverse()) is not OptOutWish.None and var inside ? inside
            : Whole(words.Where(word => !IsPolite(word)));

        // Also without politeness: a "ma" may be politeness or a part of the wish.
        public bool IsInside(string[] words) => Has(words) || Has(words.Where(word => !IsPolite(word)));

        private bool Has(IEnumerable<string> words)
        {
            var text = $" {string.Join(' ', words)} $ ";
            return Array.Exists(clear, wish => text.IndexOf(wish, StringComparison.Ordinal) is >= 0 and var at && !text[..at].Split(' ').Any(unless.Contains));
        }

        private OptOutWish Whole(IEnumerable<string> words) => wishes.GetValueOrDefault(string.Join(' ', words));

        private bool IsPolite(string word) => word.Length > 1 && politeness.Contains(word);
    }
}
