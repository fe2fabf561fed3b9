using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using HaloAgent.Languages;

namespace HaloAgent.Evals.Format;

/// <summary>What to look for in what the agent said: alternatives separated by <c>|</c>, each of them words or an expression between slashes.</summary>
internal sealed partial record SaidRule(string Written)
{
    private readonly Func<string, bool>[] alternatives = [.. Alternative().Matches(Written).Select(match => Rule(match.Value.Trim())).OfType<Func<string, bool>>()];

    public bool Matches(string text) => Array.Exists(alternatives, matches => matches(text));

    private static Func<string, bool>? Rule(string written)
    {
        if (written.Length == 0) return null;
        if (written is not ['/', _, .., '/']) return Words(Fold(written));

        var expression = new Regex(written[1..^1], RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        return expression.IsMatch;
    }

    private static Func<string, bool> Words(string folded) => text => Fold(text).Contains(folded, StringComparison.Ordinal);

    // A bar inside an expression belongs to it: the expression ends with the slash before the next bar, or the line.
    [GeneratedRegex(@"\s*/.+?/(?=\s*(?:\||$))|[^|/][^|]*")]
    private static partial Regex Alternative();

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
