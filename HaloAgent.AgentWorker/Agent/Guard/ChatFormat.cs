using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guard;

/// <summary>Brings a model's Markdown into what a chat shows, and its invisible signs and foreign digits into what can be checked.</summary>
internal static partial class ChatFormat
{
    /// <summary>Characters; more is no chat any more.</summary>
    public const int MostInOwnWords = 1200;

    public static string Plain(string text)
    {
        var plain = string.Concat(text.EnumerateRunes().Where(IsShown).Select(rune => rune.IsBmp ? Sign((char)rune.Value).ToString() : rune.ToString())).In(NormalizationForm.FormC);
        plain = Heading().Replace(Bold().Replace(plain, "*$1*"), "");
        plain = ManyLines().Replace(plain, "\n\n").Trim();
        return plain.Length <= MostInOwnWords ? plain : Cut(plain);
    }

    /// <summary>
    /// The same text with every letter and digit in its plain form, as a reader takes them: mathematical bold and circled ones are read
    /// like others, and a frame around a digit is none.
    /// </summary>
    public static string Read(string text) =>
        string.Concat(text.In(NormalizationForm.FormKC).Where(sign => char.GetUnicodeCategory(sign) is not UnicodeCategory.EnclosingMark && sign is not (>= '\ufe00' and <= '\ufe0f')));

    private static bool IsShown(Rune rune) =>
        rune.Value is '\n' or '\t' || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format);

    private static char Sign(char sign) => sign switch
    {
        '\t' or '\u00a0' => ' ',
        _ when char.IsDigit(sign) && !char.IsAsciiDigit(sign) => (char)('0' + (int)char.GetNumericValue(sign)),
        >= '\uff01' and <= '\uff5e' => (char)(sign - 0xfee0),
        _ => sign,
    };

    // At the end of a sentence, so that none is left half said.
    private static string Cut(string text)
    {
        var kept = text[..(char.IsHighSurrogate(text[MostInOwnWords - 1]) ? MostInOwnWords - 1 : MostInOwnWords)];
        var end = kept.LastIndexOfAny(['.', '!', '?', '\n']);
        return end > 0 ? kept[..(end + 1)].TrimEnd() : kept;
    }

    [GeneratedRegex(@"\*\*(.+?)\*\*")]
    private static partial Regex Bold();

    [GeneratedRegex(@"^\s*#{1,6}\s+", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex ManyLines();
}
