using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HaloAgent.AgentWorker.Agent.Llama.Replies.Notations;

/// <summary>
/// <c>&lt;function=x&gt;{…}&lt;/function&gt;</c> as Llama 3.1 was taught for own tools, and what Groq quotes back in
/// <c>failed_generation</c>: <c>&lt;function=x{…}&lt;/function&gt;</c>, <c>&lt;function(x){…}&gt;</c>. Closing signs may be missing.
/// </summary>
internal static partial class FunctionTag
{
    public static IEnumerable<WrittenCall> Find(string text)
    {
        foreach (Match opening in Opening().Matches(text))
        {
            var brace = opening.Index + opening.Length;
            var name = opening.Groups["name"].Value;
            if (brace < text.Length && text[brace] == '{')
            {
                if (JsonSpans.At(text, brace) is { } value) yield return new WrittenCall(name, value.Node, opening.Index, Closed(text, value.End));
                continue;
            }

            yield return new WrittenCall(name, new JsonObject(), opening.Index, Closed(text, brace));
        }
    }

    private static int Closed(string text, int end) => Closing().Match(text, end) is { Success: true } closing && closing.Index == end ? end + closing.Length : end;

    [GeneratedRegex(@"<function\s*[=(/]\s*""?(?<name>[\w.\-]+)""?\)?\s*[>,=]?\s*")]
    private static partial Regex Opening();

    [GeneratedRegex(@"\G\s*>?\s*(</?function>?)?")]
    private static partial Regex Closing();
}
