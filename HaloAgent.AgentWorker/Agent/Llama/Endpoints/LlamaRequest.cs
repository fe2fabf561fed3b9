using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using HaloAgent.AgentWorker.Agent.Llama.Prompting;
using HaloAgent.AgentWorker.Agent.Llama.Replies;
using Microsoft.Extensions.AI;

namespace HaloAgent.AgentWorker.Agent.Llama.Endpoints;

/// <summary>
/// Writes a request of the OpenAI shape that every known Llama server takes: no streaming, plain schemas, arguments and results
/// as texts, one call a message with its answer behind it, and no control token in anything that somebody wrote.
/// </summary>
internal static class LlamaRequest
{
    /// <summary>More than there are tools; whatever else comes by does not stay for ever.</summary>
    private const int MostPlainSchemas = 256;

    private const string BareText = "halo.bare-text";

    /// <summary>For a call without a result, which strict servers refuse. There is none unless we broke it.</summary>
    private const string NoResult = "Not done.";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly ConcurrentDictionary<string, JsonNode> PlainSchemas = new();

    public static JsonObject Of(IEnumerable<ChatMessage> messages, ChatOptions? options, string model)
    {
        var request = new JsonObject
        {
            ["model"] = model,
            ["messages"] = new JsonArray([.. Write([.. messages])]),
            ["stream"] = false,
        };
        if (options?.Temperature is { } temperature) request["temperature"] = Math.Round(temperature, 3);
        if (options?.MaxOutputTokens is { } most) request["max_tokens"] = most;
        if (Offered(options) is { Count: > 0 } tools)
        {
            request["tools"] = new JsonArray([.. tools.Select(tool => Tool(tool, options!))]);
            request["tool_choice"] = options!.AdditionalProperties?.ContainsKey(BareText) == true ? "none" : "auto";
        }

        return request;
    }

    /// <summary>The same question, and its answer as the model wrote it: with "none" a server describes the tools and looks for no calls.</summary>
    public static ChatOptions ForBareText(ChatOptions options)
    {
        var bare = options.Clone();
        (bare.AdditionalProperties ??= [])[BareText] = true;
        return bare;
    }

    public static IReadOnlyList<OfferedTool> Offered(ChatOptions? options) => options?.ToolMode is NoneChatToolMode ? [] :
        [.. (options?.Tools ?? []).OfType<AIFunctionDeclaration>().Select(tool => new OfferedTool(tool.Name, tool.JsonSchema))];

    private static JsonObject Tool(OfferedTool tool, ChatOptions options) => new()
    {
        ["type"] = "function",
        ["function"] = new JsonObject
        {
            ["name"] = tool.Name,
            ["description"] = options.Tools!.First(known => known.Name == tool.Name).Description ?? "",
            ["parameters"] = Plain(tool.Schema),
        },
    };

    // Semantic Kernel adds a "condition" that no server knows; llama.cpp's grammar refuses unknown keys.
    private static JsonNode Plain(JsonElement schema)
    {
        var text = schema.GetRawText();
        if (!PlainSchemas.TryGetValue(text, out var plain))
        {
            // Counted only here: counting takes every lock of the dictionary.
            if (PlainSchemas.Count >= MostPlainSchemas) PlainSchemas.Clear();
            PlainSchemas[text] = plain = JsonNode.Parse(Plain(text).ToJsonString())!;
        }

        // A copy of what was only parsed costs next to nothing; of what was built, as much as building it.
        return plain.DeepClone();
    }

    private static JsonObject Plain(string schema)
    {
        if (JsonNode.Parse(schema) is not JsonObject whole) return new JsonObject { ["type"] = "object", ["properties"] = new JsonObject() };
        Strip(whole);
        whole["type"] ??= "object";
        whole["properties"] ??= new JsonObject();
        return whole;
    }

    private static void Strip(JsonObject schema)
    {
        foreach (var key in (string[])["condition", "$schema", "additionalProperties", "title"]) schema.Remove(key);
        foreach (var (_, value) in schema)
        {
            if (value is JsonObject inner) Strip(inner);
        }
    }

    private static IEnumerable<JsonNode> Write(IReadOnlyList<ChatMessage> messages)
    {
        for (var at = 0; at < messages.Count; at++)
        {
            // Results stand behind their calls; without one they have no place in a chat.
            if (messages[at].Role == ChatRole.Tool) continue;

            var calls = messages[at].Contents.OfType<FunctionCallContent>().ToList();
            if (calls.Count == 0) yield return new JsonObject { ["role"] = messages[at].Role.Value, ["content"] = ControlTokens.Without(messages[at].Text) };
            var results = messages.Skip(at + 1).TakeWhile(next => next.Role == ChatRole.Tool).SelectMany(next => next.Contents).OfType<FunctionResultContent>().ToList();
            foreach (var (call, place) in calls.Select((call, place) => (call, place)))
            {
                yield return Call(call, place == 0 ? messages[at].Text : "");
                yield return Result(call, results);
            }
        }
    }

    // Llama 3's own template takes no more than one call a message, on llama.cpp and on vLLM: "This model only supports single tool-calls at once!"
    private static JsonObject Call(FunctionCallContent call, string text)
    {
        // What could not be read goes back as nothing: Ollama answers 400 to arguments that are no JSON, llama.cpp 500, also to an empty text.
        var arguments = (call.Arguments ?? new Dictionary<string, object?>()).Where(argument => argument.Key != LlamaCall.Unreadable).ToDictionary();
        var written = new JsonObject
        {
            ["id"] = ControlTokens.Without(call.CallId),
            ["type"] = "function",
            ["function"] = new JsonObject { ["name"] = ControlTokens.Without(call.Name), ["arguments"] = JsonSerializer.Serialize(Harmless(JsonSerializer.SerializeToNode(arguments, Json)), Json) },
        };
        return new JsonObject { ["role"] = ChatRole.Assistant.Value, ["content"] = text.Length > 0 ? ControlTokens.Without(text) : null, ["tool_calls"] = new JsonArray(written) };
    }

    private static JsonObject Result(FunctionCallContent call, List<FunctionResultContent> results)
    {
        var result = results.Find(one => one.CallId == call.CallId);
        if (result is not null) results.Remove(result);
        var text = result is null ? NoResult : result.Result as string ?? JsonSerializer.Serialize(result.Result, Json);
        return new JsonObject { ["role"] = ChatRole.Tool.Value, ["tool_call_id"] = ControlTokens.Without(call.CallId), ["content"] = ControlTokens.Without(text) };
    }

    // The escapes of JSON protect nothing: templates write the arguments out anew.
    private static JsonNode? Harmless(JsonNode? node) => node switch
    {
        JsonObject many => new JsonObject(many.DistinctBy(one => ControlTokens.Without(one.Key)).Select(one => KeyValuePair.Create(ControlTokens.Without(one.Key), Harmless(one.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Harmless)]),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(ControlTokens.Without(text)),
        _ => node?.DeepClone(),
    };
}
