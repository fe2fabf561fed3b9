using System.Text.RegularExpressions;

namespace HaloAgent.AgentWorker.Agent.Guard;

/// <summary>Cuts a text into sentences and lines, each with what separates it from the next, so that joining them gives the text again.</summary>
internal static partial class Sentences
{
    public static IReadOnlyList<string> Of(string text) => [.. Sentence().Matches(text).Select(match => match.Value)];

    // A full stop between digits, or after one letter, ends nothing.
    [GeneratedRegex(@"[^\n]*?(?:(?<!\b\w)[.!?…]+(?=\s|$)\s*|\n+|$)", RegexOptions.Singleline)]
    private static partial Regex Sentence();
}
