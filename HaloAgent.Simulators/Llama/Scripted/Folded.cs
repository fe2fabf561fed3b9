using System.Globalization;
using System.Text;

namespace HaloAgent.Simulators.Llama.Scripted;

/// <summary>Words as they are compared: lower case, without accents and punctuation, one blank between them and at both ends.</summary>
internal static class Folded
{
    public static string Text(string text)
    {
        var folded = new StringBuilder(" ", text.Length + 2);
        foreach (var character in StringNormalizationExtensions.Normalize(string.Concat(text.EnumerateRunes().Where(rune => rune.Value != 0xFFFE)), NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            var plain = character is '\'' or '’' ? (char?)null : char.IsLetterOrDigit(character) ? char.ToLowerInvariant(character) : ' ';
            if (plain is { } one && (one != ' ' || folded[^1] != ' '))
            {
                folded.Append(one);
            }
        }

        return folded[^1] == ' ' ? folded.ToString() : folded.Append(' ').ToString();
    }

    public static bool HasAny(this string folded, params ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (folded.Contains($" {phrase} ", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
