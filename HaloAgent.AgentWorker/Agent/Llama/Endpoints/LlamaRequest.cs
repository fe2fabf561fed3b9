using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using HaloAgent.AgentWorker.Agent.Llama.Replies;
using Microsoft.Extensions.AI;

namespace HaloAgent.AgentWorker.Agent.Llama.Endpoints;

/// <summary>
/// Writes a request of the OpenAI shape that every known Llama server takes: no streaming, plain schemas, arguments and results
/// as texts, an answer for each call.
/// </summary>
internal static class LlamaRequest
{
    /// <summary>More than there are tools; whatever else comes by does not stay for ever.</summary>
    private const int MostPlainSchemas = 256;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly ConcurrentDictionary<string, JsonNode> PlainSchemas = new();

    public static JsonObject Of(IEnumerable<ChatMessage> messages, ChatOptions? options, string model)
    {
        var request = new JsonObject
        {
            ["model"] = model,
            ["messages"] = new JsonArray([.. messages.SelectMany(Write)]),
            ["stream"] = false,
        };
        if (options?.Temperature is { } temperature) request["temperature"] = Math.Round(temperature, 3);
        if (options?.MaxOutputTokens is { } most) request["max_tokens"] = most;
        if (Offered(options) is { Count: > 0 } tools)
        {
            request["tools"] = new JsonArray([.. tools.Select(tool => Tool(tool, options!))]);
            request["tool_choice"] = "auto";
        }

        return request;
    }

    public static IReadOnlyList<OfferedTool> Offered(ChatOptions? options) => options?.ToolMode is NoneChatToolMode ? [] :
        [.. (options?.Tools ?? []).OfType<AIFunctionDeclaration>().Select(tool => new OfferedTool(tool.Name, tool.JsonSchema))];

    private static JsonObject Tool(OfferedTool tool, ChatOptions options) => new()
    {
        ["type"] = "function",
        ["function"] = new JsonObject
        {
            ["name"] = tool.Name,
            ["description"] = options.Tools!.First(known => known.Name == tool.Name).Description,
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

    private static IEnumerable<JsonNode> Write(ChatMessage message)
    {
        foreach (var result in message.Contents.OfType<FunctionResultContent>())
        {
            yield return new JsonObject { ["role"] = "tool", ["tool_call_id"] = result.CallId, ["content"] = result.Result as string ?? JsonSerializer.Serialize(result.Result, Json) };
        }

        if (message.Role == ChatRole.Tool) yield break;
        var calls = message.Contents.OfType<FunctionCallContent>().ToList();
        var written = new JsonObject { ["role"] = message.Role.Value, ["content"] = calls.Count > 0 && message.Text.Length == 0 ? null : message.Text };
        if (calls.Count > 0) written["tool_calls"] = new JsonArray([.. calls.Select(Call)]);
        yield return written;
    }

    private static JsonObject Call(FunctionCallContent call)
    {
        // What could not be read goes back as nothing: Ollama answers 400 to arguments that are no JSON.
        var arguments = (call.Arguments ?? new Dictionary<string, object?>()).Where(argument => argument.Key != LlamaCall.Unreadable).ToDictionary();
        return new JsonObject
        {
            ["id"] = call.CallId,
            ["type"] = "function",
            ["function"] = new JsonObject { ["name"] = call.Name, ["arguments"] = JsonSerializer.Serialize(arguments, Json) },
        };
    }
}
