using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HaloAgent.AgentWorker.Agent.Llama.Replies;

/// <summary>
/// The one place that knows how OpenAI-compatible servers of Llama models deviate: reads an answer of any of them into a
/// <see cref="LlamaReply"/>. What is decided on is whether there are calls, never <c>finish_reason</c>, which is null, empty or
/// wrong in places; only <c>length</c> counts, because then the last call is not whole.
/// </summary>
internal static class LlamaReplyNormaliser
{
    /// <exception cref="JsonException">The body is no JSON, or nothing like a chat completion.</exception>
    /// <param name="place">Where in the conversation this answer stands: ids made up for different answers must differ too.</param>
    public static LlamaReply Read(string body, IReadOnlyList<OfferedTool> offered, int place = 0)
    {
        var answer = LooseJson.Parse(body) as JsonObject ?? throw new JsonException("The answer is no JSON object.");
        var choice = (answer["choices"] as JsonArray)?.OfType<JsonObject>().FirstOrDefault();
        // Meta's native address answers with completion_message; it is read too, because the two addresses are easily confused.
        var message = choice?["message"] as JsonObject ?? answer["completion_message"] as JsonObject ?? answer["message"] as JsonObject
            ?? throw new JsonException("The answer has no message.");
        var reason = Text(choice?["finish_reason"]) ?? Text(message["stop_reason"]);
        return Read(message, reason is "length" or "max_tokens", answer, offered, place);
    }

    /// <summary>A text that the server refused to read as a call (Groq's <c>failed_generation</c>): the call may well be in it.</summary>
    /// <returns>Null when there is none.</returns>
    public static LlamaReply? ReadFailedGeneration(string text, IReadOnlyList<OfferedTool> offered, int place = 0)
    {
        var reply = Read(new JsonObject { ["content"] = text }, cutOff: false, [], offered, place);
        return reply.Calls.Count == 0 ? null : reply with { Repairs = ["the server refused the call", .. reply.Repairs] };
    }

    private static LlamaReply Read(JsonObject message, bool cutOff, JsonObject answer, IReadOnlyList<OfferedTool> offered, int place)
    {
        List<string> repairs = cutOff ? ["cut off"] : [];
        var names = new ToolNames(offered);
        var calls = MadeCalls(message, names, repairs).ToList();
        var content = ContentOf(message).TrimEnd();
        var (written, rest) = CallsInText.Take(content, names);
        if (written.Count > 0 && calls.Count == 0)
        {
            repairs.Add("call in the text");
            calls = [.. written.Where(call => !cutOff || call.End < content.Length || !IsNothing(call.Arguments)).Select(call => new RawCall(null, call.Name, call.Arguments))];
        }
        else if (cutOff && calls is [.., var last] && IsNothing(last.Arguments))
        {
            // It ended behind the name: which arguments would have come nobody knows.
            calls.Remove(last);
        }

        if (cutOff) rest = WholeSentences.Of(rest);

        // Cut off: the last call is only whole if its arguments still are.
        var read = calls.Select(call => Call(call, names, repairs)).Where(call => !cutOff || !call.Arguments.ContainsKey(LlamaCall.Unreadable)).ToList();
        var (prompt, completion) = Usage(answer);
        return new LlamaReply(rest.Length > 0 ? rest : null, WithIds(read, place, repairs), Text(answer["model"]), prompt, completion, cutOff, repairs);
    }

    private static bool IsNothing(JsonNode? arguments) => arguments is null or JsonObject { Count: 0 } || (Text(arguments) is { } text && string.IsNullOrWhiteSpace(text));

    private static string ContentOf(JsonObject message) => message["content"] switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonArray parts => string.Concat(parts.OfType<JsonObject>().Select(part => Text(part["text"]))),
        JsonObject part => Text(part["text"]) ?? "",
        _ => "",
    };

    private static IEnumerable<RawCall> MadeCalls(JsonObject message, ToolNames names, List<string> repairs)
    {
        var made = message["tool_calls"] switch
        {
            JsonArray list => list.OfType<JsonObject>(),
            JsonObject one => [one],
            _ => message["function_call"] is JsonObject old ? [new JsonObject { ["function"] = old.DeepClone() }] : [],
        };
        foreach (var call in made)
        {
            var function = call["function"] as JsonObject ?? call;
            var name = Text(function["name"]);
            // Some templates put a whole written call into the name.
            if (name is not null && names.Find(name) is null && CallsInText.Take(name, names).Calls is [var inName])
            {
                repairs.Add("call in the name");
                yield return new RawCall(Text(call["id"]), inName.Name, inName.Arguments);
            }
            else
            {
                yield return new RawCall(Text(call["id"]), name ?? "", function["arguments"] ?? function["parameters"]);
            }
        }
    }

    private static LlamaCall Call(RawCall call, ToolNames names, List<string> repairs)
    {
        var tool = names.Find(call.Name);
        if (tool is not null && tool.Name != call.Name) repairs.Add("altered tool name");
        List<string> mended = [];
        var arguments = CallArguments.Read(call.Arguments, tool, mended);
        repairs.AddRange(mended);
        return new LlamaCall(call.Id ?? "", tool?.Name ?? call.Name, arguments);
    }

    private static List<LlamaCall> WithIds(List<LlamaCall> calls, int place, List<string> repairs)
    {
        HashSet<string> used = [];
        List<LlamaCall> named = [];
        foreach (var call in calls)
        {
            var isMissing = string.IsNullOrWhiteSpace(call.Id);
            if (!isMissing && used.Add(call.Id))
            {
                named.Add(call);
                continue;
            }

            repairs.Add(isMissing ? "no call id" : "call id twice");
            var id = string.Create(CultureInfo.InvariantCulture, $"call_{place}_{named.Count + 1}");
            used.Add(id);
            named.Add(call with { Id = id });
        }

        return named;
    }

    private static (int Prompt, int Completion) Usage(JsonObject answer)
    {
        var usage = answer["usage"] as JsonObject;
        return (Number(usage?["prompt_tokens"]), Number(usage?["completion_tokens"]));
    }

    private static int Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var number) && number > 0 ? number : 0;

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private sealed record RawCall(string? Id, string Name, JsonNode? Arguments);
}
