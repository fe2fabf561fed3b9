using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using HaloAgent.Data;
using HaloAgent.Languages;

namespace HaloAgent.Contacts;

/// <summary>
/// Names are encrypted, so they are searched by keyed hashes of their folded words and of the beginnings of those words:
/// "ada" finds "Adaọra Òkonkwo". Eight bytes a hash: a false hit shows one contact too many, of the same shop.
/// </summary>
public static class NameWords
{
    private const int ShortestBeginning = 3;
    private const int LongestBeginning = 12;
    private const int MostWords = 8;

    /// <summary>What is stored beside a name.</summary>
    public static long[] ToStore(string? name, BlindIndex index, Guid businessId) =>
        [.. Words(name).Take(MostWords).SelectMany(Beginnings).Distinct().Select(word => Hash(word, index, businessId))];

    /// <summary>What a search has to find, all of it; empty when the text holds no word.</summary>
    public static long[] ToFind(string? text, BlindIndex index, Guid businessId) =>
        [.. Words(text).Take(MostWords).Select(word => Hash(Cut(word), index, businessId))];

    private static string[] Words(string? text)
    {
        var folded = new StringBuilder();
        foreach (var letter in Fold(text))
        {
            if (char.IsLetterOrDigit(letter))
            {
                folded.Append(letter);
            }
            else if (char.IsWhiteSpace(letter) || char.IsPunctuation(letter))
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Without tone marks and dots: people search without them. The hooked letters of Hausa have no decomposition.</summary>
    private static IEnumerable<char> Fold(string? text) => (text ?? "").In(NormalizationForm.FormKD)
        .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
        .Select(letter => char.ToLowerInvariant(letter) switch { 'ɓ' => 'b', 'ɗ' => 'd', 'ƙ' => 'k', 'ƴ' => 'y', var other => other });

    private static IEnumerable<string> Beginnings(string word)
    {
        yield return Cut(word);
        for (var length = ShortestBeginning; length < Math.Min(word.Length, LongestBeginning); length++)
        {
            yield return word[..length];
        }
    }

    private static string Cut(string word) => word.Length > LongestBeginning ? word[..LongestBeginning] : word;

    private static long Hash(string word, BlindIndex index, Guid businessId) =>
        BinaryPrimitives.ReadInt64BigEndian(index.Hash("name-word", $"{businessId:N}\n{word}"));
}
