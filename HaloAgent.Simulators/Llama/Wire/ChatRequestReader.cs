using System.Text.Json;
using System.Text.Json.Nodes;

namespace HaloAgent.Simulators.Llama.Wire;

/// <summary>Reads a request as strictly as real servers do: what OpenAI or Ollama answer with 400, this does too.</summary>
internal static class ChatRequestReader
{
    /// <summary>The request, or OpenAI's words for what is wrong with it.</summary>
    public static (ChatRequest? Request, string? Problem) Read(JsonNode? body)
    {
        if (body is not JsonObject root)
        {
            return (null, "We could not parse the JSON body of your request.");
        }

        if (Text(root["model"]) is not { Length: > 0 } model)
        {
            return (null, "you must provide a model parameter");
        }

        if (root["messages"] is not JsonArray { Count: > 0 } messages)
        {
            return (null, "Missing required parameter: 'messages'.");
        }

        if (root["stream"] is JsonValue stream && stream.TryGetValue<bool>(out var streaming) && streaming)
        {
            return (null, "This server does not stream; leave 'stream' out.");
        }

        var lines = messages.OfType<JsonObject>().Select(Line).ToList();
        var tools = (root["tools"] as JsonArray ?? []).OfType<JsonObject>().Select(ToolOfferReader.Read).OfType<ToolOffer>().ToList();
        var parallel = root["parallel_tool_calls"] is not JsonValue flag || !flag.TryGetValue<bool>(out var allowed) || allowed;
        var characters = messages.Written().Length + (root["tools"]?.Written().Length ?? 0);
        var request = new ChatRequest(model, lines, tools, parallel, Choice(root["tool_choice"]), characters);
        return ConversationCheck.Problem(lines) is { } problem ? (null, problem) : (request, null);
    }

    private static ChatLine Line(JsonObject message) => new(
        Text(message["role"]) ?? "",
        Content(message["content"]),
        [.. (message["tool_calls"] as JsonArray ?? []).OfType<JsonObject>().Select(Call)],
        Text(message["tool_call_id"]));

    private static ChatCall Call(JsonObject call)
    {
        var function = call["function"] as JsonObject;
        return new ChatCall(Text(call["id"]) ?? "", Text(function?["name"]) ?? "", Text(function?["arguments"]) ?? "");
    }

    /// <summary>Content is a text, null, or parts of which the text ones count.</summary>
    private static string Content(JsonNode? content) => content is JsonArray parts
        ? string.Join('\n', parts.OfType<JsonObject>().Select(part => Text(part["text"])).OfType<string>())
        : Text(content) ?? "";

    private static string Choice(JsonNode? choice) => choice is JsonObject named ? Text(named["function"]?["name"]) ?? "auto" : Text(choice) ?? "auto";

    internal static string? Text(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;
}
