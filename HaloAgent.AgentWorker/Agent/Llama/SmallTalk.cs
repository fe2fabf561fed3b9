using System.Text.RegularExpressions;
using HaloAgent.AgentWorker.Agent.Llama.Replies;

namespace HaloAgent.AgentWorker.Agent.Llama;

/// <summary>
/// What is kept of a model's own words beside what the system says from its records: at most two short sentences without numbers, and
/// no question when the system asks one. Facts stand in the templates; a model that repeats them can only get them wrong.
/// </summary>
internal static partial class SmallTalk
{
    private const int MostSentences = 2;
    private const int Longest = 240;
    private const int LongestAlone = 500;

    /// <param name="asks">The system ends this reply with a question.</param>
    public static string Beside(string text, bool asks)
    {
        var kept = Sentences(Plain(text)).Where(sentence => !sentence.Any(char.IsDigit) && !(asks && sentence.EndsWith('?'))).Take(MostSentences);
        var said = string.Join(' ', kept);
        return said.Length <= Longest ? said : "";
    }

    /// <summary>A reply of the model's words alone; the guard checks every fact in it.</summary>
    public static string Alone(string text)
    {
        var plain = Plain(text);
        return plain.Length <= LongestAlone ? plain : WholeSentences.Of(plain[..LongestAlone]);
    }

    // WhatsApp shows *bold*; headings, tables and links of Markdown stay raw there. Roles and data marks are leaked prompt.
    private static string Plain(string text)
    {
        var plain = Heading().Replace(text.ReplaceLineEndings("\n"), "").Replace("**", "*", StringComparison.Ordinal);
        plain = Role().Replace(Link().Replace(plain, "$1"), "").Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);
        return plain.Trim().Trim('"').Trim();
    }

    private static IEnumerable<string> Sentences(string text) => Sentence().Matches(text).Select(match => match.Value.Trim()).Where(sentence => sentence.Length > 0);

    [GeneratedRegex(@"[^.!?…\n]+[.!?…]*")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"^#{1,6}\s*|^\s*\|.*\|\s*$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\[([^\]]+)\]\([^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^\s*(assistant|agent|system|user|customer)\s*:\s*", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Role();
}
