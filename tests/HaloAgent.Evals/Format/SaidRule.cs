using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using HaloAgent.Languages;

namespace HaloAgent.Evals.Format;

/// <summary>Words to look for in what the agent said: alternatives separated by <c>|</c>, or one expression between slashes.</summary>
internal sealed record SaidRule(string Written)
{
    private readonly Regex? expression = Written is ['/', .., '/'] && Written.Length > 2
        ? new Regex(Written[1..^1], RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))
        : null;

    private readonly string[] alternatives = [.. Written.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Fold)];

    public bool Matches(string text) => expression?.IsMatch(text) ?? Array.Exists(alternatives, words => Fold(text).Contains(words, StringComparison.Ordinal));

    /// <summary>Capitals, accents and WhatsApp's bold stars make no difference.</summary>
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.In(NormalizationForm.FormD))
        {
            if (c != '*' && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) folded.Append(char.ToLowerInvariant(c));
        }

        return folded.ToString();
    }
}
