using System.Text.Json.Nodes;

namespace HaloAgent.AgentWorker.Agent.Llama.Replies.Notations;

/// <summary>
/// <c>{"name": "x", "parameters": {…}}</c>, <c>{"type": "function", "function": …}</c> and lists of them, anywhere in the text; also
/// between the fences of a code block and after <c>&lt;|python_tag|&gt;</c>. (Llama 3.1 and 3.2 by their own prompt format.)
/// </summary>
internal static class BareJson
{
    public static IEnumerable<WrittenCall> Find(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is not ('{' or '[') || JsonSpans.At(text, at) is not { } value) continue;

            var calls = Calls(value.Node, at, value.End).ToList();
            foreach (var call in calls) yield return call;
            if (calls.Count > 0) at = value.End - 1;
        }
    }

    private static IEnumerable<WrittenCall> Calls(JsonNode node, int start, int end) => node switch
    {
        JsonObject one => Call(one, start, end) is { } call ? [call] : [],
        JsonArray list when list.Count > 0 && list.All(item => item is JsonObject) => list.OfType<JsonObject>().Select(item => Call(item, start, end)).OfType<WrittenCall>(),
        _ => [],
    };

    private static WrittenCall? Call(JsonObject written, int start, int end)
    {
        // {"type": "function", "function": {"name": …}} and {"type": "function", "name": …} and {"function": "x", …}.
        var named = written["function"] as JsonObject ?? written;
        var name = Text(named["name"]) ?? Text(written["function"]) ?? Text(named["tool"]) ?? Text(named["tool_name"]);
        var hasArguments = named.ContainsKey("parameters") || named.ContainsKey("arguments") || named.ContainsKey("args") || named.ContainsKey("input");
        if (name is null || (!hasArguments && Text(written["type"]) != "function" && named.Count > 1)) return null;
        return new WrittenCall(name, named["parameters"] ?? named["arguments"] ?? named["args"] ?? named["input"], start, end);
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
