using System.Text.RegularExpressions;

namespace HaloAgent.AgentWorker.Agent.Guard;

/// <summary>Cuts a text into sentences and lines, each with what separates it from the next, so that joining them gives the text again.</summary>
internal static partial class Sentences
{
    // The pattern finds an empty one behind the last: nothing is said by it, and nothing would be wrong with it.
    public static IReadOnlyList<string> Of(string text) => [.. Sentence().Matches(text).Select(match => match.Value).Where(sentence => sentence.Length > 0)];

    // A full stop between digits, or after one letter, ends nothing.
    [GeneratedRegex(@"[^\n]*?(?:(?<!\b\w)[.!?…]+(?=\s|$)\s*|\n+|$)", RegexOptions.Singleline)]
    private static partial Regex Sentence();
}
