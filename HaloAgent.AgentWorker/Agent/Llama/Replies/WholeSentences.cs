using System.Text.RegularExpressions;

namespace HaloAgent.AgentWorker.Agent.Llama.Replies;

/// <summary>
/// What may be said of a text that was cut somewhere: it up to the last place where a sentence is over for certain. Half a sentence may say
/// the opposite of the whole, and half a number is another one; rather one sentence too few.
/// </summary>
internal static partial class WholeSentences
{
    /// <returns>Empty when not even the first is whole.</returns>
    public static string Of(string cut) => End().Match(cut) is { Success: true } end ? cut[..(end.Index + end.Length)].TrimEnd() : "";

    // The last one. A full stop at the very end may stand in a number or behind "Dr"; one before small letters or figures, behind a short
    // word with a capital, or behind the number of a line ("2. ") ends nothing either.
    [GeneratedRegex("""
        (?: [!?]+ ["'”’)*_]* (?=\s|$)
          | (?<!\b\p{Lu}\p{Ll}{0,2}) (?<!(?:^|\s)\d{1,2}) \.+ ["'”’)*_]* (?=[\t ]*\n|\s+[^\s\p{Ll}\d]) )
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.RightToLeft)]
    private static partial Regex End();
}
