using System.Globalization;
using System.Text;
using HaloAgent.Businesses;
using HaloAgent.Languages;

namespace HaloAgent.Orders;

/// <summary>Finds which of a shop's delivery areas a text names, by whole words and any of the area's names.</summary>
public static class DeliveryAreaFinder
{
    /// <returns>The area named last, because an address goes from the house to the town; of two that end at the same word the longer name.</returns>
    public static DeliveryArea? Find(IReadOnlyList<DeliveryArea> areas, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var words = $" {Fold(text)} ";
        return areas
            .SelectMany(area => area.Names.Select(name => (Area: area, Name: $" {Fold(name)} ")))
            .Where(named => named.Name.Length > 2)
            .Select(named => (named.Area, named.Name.Length, At: words.LastIndexOf(named.Name, StringComparison.Ordinal)))
            .Where(found => found.At >= 0)
            .OrderByDescending(found => found.At + found.Length)
            .ThenByDescending(found => found.Length)
            .Select(found => found.Area)
            .FirstOrDefault();
    }

    /// <summary>Lower case without accents or punctuation, one space between words.</summary>
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.In(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c))
            {
                folded.Append(char.ToLowerInvariant(c));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && folded is not [] && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }
}
