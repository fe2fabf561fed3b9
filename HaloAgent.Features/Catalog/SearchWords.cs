using System.Globalization;
using System.Text;
using HaloAgent.Languages;

namespace HaloAgent.Catalog;

/// <summary>
/// What search compares, for products and for what customers write alike: words of letters and digits, lower case, without accents.
/// Whatever else a text holds (operators of a search language, quotes, invisible signs, broken characters) is gone.
/// </summary>
public static class SearchWords
{
    /// <summary>The longest text a product stores of one kind: fifty variants, twenty synonyms, a description.</summary>
    private const int MostCharacters = 5_000;

    /// <summary>No word anybody searches for is longer.</summary>
    private const int LongestWord = 40;

    public static string Fold(string text) => string.Join(' ', In(text));

    public static IReadOnlyList<string> In(string text)
    {
        List<string> words = [];
        var word = new StringBuilder();
        foreach (var rune in (text.Length <= MostCharacters ? text : text[..MostCharacters]).EnumerateRunes())
        {
            foreach (var part in PlainLetters.For(rune) ?? rune.ToString().In(NormalizationForm.FormKD)) Take(part);
        }

        End();
        return words;

        void Take(char part)
        {
            if (char.IsLetterOrDigit(part)) word.Append(char.ToLowerInvariant(part));
            else if (!IsInside(part)) End();
        }

        void End()
        {
            if (word.Length > 0) words.Add(word.Length <= LongestWord ? word.ToString() : word.ToString(0, LongestWord));
            word.Clear();
        }
    }

    // An accent, an apostrophe or a sign that nobody sees ends no word.
    private static bool IsInside(char part) => part == '\''
        || char.GetUnicodeCategory(part) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;
}
