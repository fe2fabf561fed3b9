using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using HaloAgent.Businesses;

namespace HaloAgent.AgentWorker.Agent.Guard;

/// <summary>
/// The shop's written policies as a fact: a reply may repeat them word for word, whole sentences of them, and nothing else follows from
/// them. An amount in them is no price, and half a sentence may say the opposite of the whole.
/// </summary>
internal static partial class WrittenTerms
{
    /// <summary>As a reply carries them: without the emoji that it would lose (<see cref="Guided.Dialogue.ReplyText"/>).</summary>
    public static string Quotable(Business shop) =>
        string.Concat(shop.Policies.EnumerateRunes().Where(rune => Rune.GetUnicodeCategory(rune) != UnicodeCategory.OtherSymbol)).Trim();

    /// <summary>What a reply says besides quoting them.</summary>
    public static string Beside(string text, Business shop) => Quotable(shop) is { Length: > 0 } terms ? text.Replace(terms, "", StringComparison.Ordinal) : text;

    /// <summary>Whether a sentence is one of theirs.</summary>
    public static bool Say(string sentence, Business shop) =>
        shop.Policies.Length > 0 && Plain(sentence) is { Length: > 0 } said
        && Sentences.Of(BrokenLine().Replace(ChatFormat.Plain(Quotable(shop)), " ")).Any(written => Plain(written) == said);

    private static string Plain(string sentence) => Spaces().Replace(sentence, " ").Trim(' ', '“', '”', '"', '«', '»', '-', '•', '*');

    // A line that goes on in small letters is no sentence of its own.
    [GeneratedRegex(@"\s*\n\s*(?=\p{Ll})")]
    private static partial Regex BrokenLine();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
