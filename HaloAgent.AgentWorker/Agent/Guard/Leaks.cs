using System.Text.RegularExpressions;

namespace HaloAgent.AgentWorker.Agent.Guard;

/// <summary>What no customer must ever read: the syntax of tool calls, the instructions of a model, links that are not the shop's.</summary>
internal static partial class Leaks
{
    public static bool In(string text) => ToolSyntax().IsMatch(text) || Instructions().IsMatch(text) || Link().IsMatch(text);

    [GeneratedRegex(@"</?\w+\s*[=>]|<\||\|>|\{\s*[""']|[""'](?:name|function|arguments|parameters)[""']\s*:|\b[a-z]+_[a-z_]+\b|\w\.\w+\(|```|\b(?:tool|function) ?calls?\b|\b[0-9a-f]{8}-[0-9a-f]{4}-", RegexOptions.IgnoreCase)]
    private static partial Regex ToolSyntax();

    [GeneratedRegex(@"system prompt|\bask the customer\b|\bcall again with\b|my (?:system )?(?:instructions|prompt|rules)|(?:i was|i am|i'm) (?:instructed|programmed|told) to|as an ai\b|language model|developer message|ignore (?:all |any )?(?:previous|prior)|system override|override accepted|this is the owner|begin_data|end_data", RegexOptions.IgnoreCase)]
    private static partial Regex Instructions();

    [GeneratedRegex(@"https?:|www\.|\b[\w.+-]+@[\w-]+\.\w+|\b[\w-]+\.(?:com|ng|net|org|io|me|ly|shop|store|link)\b|\bbit\.ly", RegexOptions.IgnoreCase)]
    private static partial Regex Link();
}
