using System.Globalization;
using System.Text;

namespace HaloAgent.Orders;

/// <summary>
/// How a customer wants a thing made, in the customer's own words. It is repeated and passed on, and nothing is made of it: no price, no
/// promise, no instruction. Personal data, encrypted wherever it is stored.
/// </summary>
public static class CustomerNote
{
    /// <summary>In letters, of one line or of the order.</summary>
    public const int Longest = 300;

    private const string Markup = "*_~`";

    /// <summary>One plain line: no markup of a chat, no line ends, nothing that hides letters or turns them round.</summary>
    /// <returns>Null when no words are left.</returns>
    public static string? Plain(string? words)
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            return null;
        }

        var plain = new StringBuilder(words.Length);
        foreach (var rune in words.EnumerateRunes().Where(IsKept))
        {
            if (!Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.LineSeparator))
            {
                plain.Append(rune);
            }
            else if (plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }

        return plain.ToString().Trim(' ', ',', ';', '.', ':', '"', '“', '”') is { Length: > 0 } text ? text : null;
    }

    // The joiners inside an emoji go with the rest of what has no width; nobody's words need them.
    private static bool IsKept(Rune rune) =>
        !(rune.IsBmp && Markup.Contains((char)rune.Value, StringComparison.Ordinal))
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
