using System.Text.RegularExpressions;
using HaloAgent.AgentWorker.Agent.Llama.Replies.Notations;

namespace HaloAgent.AgentWorker.Agent.Llama.Replies;

/// <summary>
/// Takes calls out of a model's text, in each notation that Llama models are known to write. It is a call only when its name means
/// an offered tool; what merely looks like one and means none is dropped with it, because no customer may ever read it.
/// </summary>
internal static partial class CallsInText
{
    /// <summary>In characters, many times what an answer may hold: each bracket of a hostile text is followed to its end.</summary>
    private const int Longest = 8_000;

    /// <returns>The calls in the order of the text, and what is left of it for the customer.</returns>
    public static (IReadOnlyList<WrittenCall> Calls, string Said) Take(string text, ToolNames names)
    {
        if (text.Length > Longest) text = text[..Longest];

        // Tags first: the JSON between them is theirs. Prose in brackets is no call unless it names a tool.
        List<WrittenCall> found = [];
        foreach (var call in FunctionTag.Find(text).Concat(BareJson.Find(text)).Concat(PythonicCall.Find(text).Where(call => names.Find(call.Name) is not null)))
        {
            // Several calls of one list share their place; anything else that overlaps was found before.
            if (!found.Exists(other => call.Start < other.End && other.Start < call.End && (call.Start, call.End) != (other.Start, other.End))) found.Add(call);
        }

        var rest = text;
        foreach (var (start, end) in found.Select(call => (call.Start, call.End)).Distinct().OrderByDescending(span => span.Start)) rest = rest.Remove(start, end - start);
        return ([.. found.Where(call => names.Find(call.Name) is not null).OrderBy(call => call.Start)], WithoutMarks(rest));
    }

    /// <summary>Special tokens, empty code fences (the last may lack a sign) and the beginning of a call that was cut off.</summary>
    private static string WithoutMarks(string text)
    {
        var rest = Fence().Replace(Unfinished().Replace(Token().Replace(text, " "), ""), "").Trim();
        return OnlyBrackets().IsMatch(rest) || OnlyCall().IsMatch(rest) || IsJson(rest) ? "" : rest;
    }

    /// <summary>Data and nothing else, <c>{"total": 10}</c>: the model answered a machine.</summary>
    private static bool IsJson(string text) => text.Length > 0 && text[0] is '{' && JsonSpans.At(text, 0) is { End: var end } && end == text.Length;

    [GeneratedRegex(@"<\|[a-z_]+\|>|</?tool_calls?>|</?function_calls?>|</function>", RegexOptions.IgnoreCase)]
    private static partial Regex Token();

    [GeneratedRegex(@"(<function\s*[=(].*|\{\s*""(name|type|function)""\s*:.*)\z", RegexOptions.Singleline)]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"```(?:json|python|tool_code|tool_call)?\s*`{1,3}\z|```(?:json|python|tool_code|tool_call)?\s*```|```(?:json|python|tool_code|tool_call)?\s*\z")]
    private static partial Regex Fence();

    /// <summary>A call of what nobody offered, in Python: with brackets and a name before an equals sign no sentence is written.</summary>
    [GeneratedRegex(@"\A\[?[\w.]+\(\s*\w+\s*=[^()]*\)\]?\z")]
    private static partial Regex OnlyCall();

    /// <summary>What a call leaves behind that began before the answer did.</summary>
    [GeneratedRegex(@"\A[\s{}\[\]()""'`,:;]*\z")]
    private static partial Regex OnlyBrackets();
}
