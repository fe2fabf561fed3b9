using System.Globalization;
using System.Text;
using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>
/// Brings what a phone can send into one plain form: lower case without accents, invisible and right-to-left signs,
/// decoration or broken halves of characters. Each character remembers where it came from, so that an address can be
/// repeated in the customer's own writing.
/// </summary>
internal static class Folding
{
    /// <summary>Nobody orders in more; 100 kB of text must not cost more than a page of it.</summary>
    public const int MostCharacters = 4000;

    public static FoldedText Fold(string text, IReadOnlyDictionary<string, string> emoji)
    {
        var kept = text.Length <= MostCharacters ? text : text[..MostCharacters];
        var folded = new StringBuilder(kept.Length);
        var origin = new List<int>(kept.Length);
        for (var at = 0; at < kept.Length;)
        {
            if (Rune.DecodeFromUtf16(kept.AsSpan(at), out var rune, out var length) == System.Buffers.OperationStatus.Done)
            {
                Append(rune, at);
            }

            at += Math.Max(1, length);
        }

        return new FoldedText(kept, folded.ToString(), origin);

        void Append(Rune rune, int from)
        {
            if (rune.IsAscii)
            {
                var plain = char.ToLowerInvariant((char)rune.Value);
                Add(plain is '\n' || !char.IsControl(plain) ? plain : ' ', from);
                return;
            }

            if (emoji.TryGetValue(rune.ToString(), out var word))
            {
                AddAll($" {word} ", from);
                return;
            }

            foreach (var part in PlainLetters.For(rune) ?? rune.ToString().In(NormalizationForm.FormKD))
            {
                if (Plain(part) is { } plain) Add(plain, from);
            }
        }

        void AddAll(string word, int from)
        {
            foreach (var letter in word) Add(letter, from);
        }

        void Add(char letter, int from)
        {
            folded.Append(letter);
            origin.Add(from);
        }
    }

    private static char? Plain(char part) => char.GetUnicodeCategory(part) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => null,
        UnicodeCategory.Format => null,
        UnicodeCategory.DashPunctuation => '-',
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => '\n',
        UnicodeCategory.UppercaseLetter => char.ToLowerInvariant(part),
        UnicodeCategory.Surrogate or UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol
            or UnicodeCategory.Control or UnicodeCategory.SpaceSeparator or UnicodeCategory.OtherNotAssigned => part == '\n' ? '\n' : ' ',
        _ => part,
    };
}

/// <param name="Original">The text as written, bounded.</param>
/// <param name="Text">The folded text.</param>
/// <param name="Origin">For each folded character the place of its source in <paramref name="Original"/>.</param>
internal sealed record FoldedText(string Original, string Text, IReadOnlyList<int> Origin)
{
    /// <summary>What the customer wrote between two places of the folded text.</summary>
    public string Written(int from, int to)
    {
        if (from >= to || from >= Origin.Count) return "";
        var end = to < Origin.Count ? Origin[to] : Original.Length;
        return Original[Origin[from]..Math.Max(Origin[from], end)];
    }
}
