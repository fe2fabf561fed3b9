using System.Globalization;
using System.Text.Json.Nodes;

namespace HaloAgent.Simulators.Llama.Wire;

/// <summary>Writes a decision in OpenAI's exact shape, in parts that a quirk can bend.</summary>
internal static class ChatAnswer
{
    private const int CharactersPerToken = 4;

    public static WireReply Of(ChatRequest request, Decision decision) => new WireReply.Json(Body(request, decision));

    public static JsonObject Body(ChatRequest request, Decision decision) => decision switch
    {
        Decision.Say say => Body(request, Message(say.Text), "stop"),
        Decision.Call call => Body(request, Message(null, [.. Calls(call.Calls)]), "tool_calls"),
        _ => throw new InvalidOperationException("There is no such decision."),
    };

    public static JsonObject Body(ChatRequest request, JsonObject message, string? finishReason)
    {
        var completion = Tokens(message.Written().Length);
        var prompt = Tokens(request.PromptCharacters);
        return new JsonObject
        {
            ["id"] = "chatcmpl-" + Guid.CreateVersion7().ToString("N"),
            ["object"] = "chat.completion",
            ["created"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(),
            ["model"] = request.Model,
            ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["message"] = message, ["finish_reason"] = finishReason }),
            ["usage"] = new JsonObject { ["prompt_tokens"] = prompt, ["completion_tokens"] = completion, ["total_tokens"] = prompt + completion },
        };
    }

    /// <summary>The words of an answer, or null where it has none that a client could read.</summary>
    public static string? SaidIn(WireReply reply) =>
        reply is WireReply.Json { Status: 200, Body: JsonObject body } && body["choices"] is JsonArray and [JsonObject choice, ..] && choice["message"] is JsonObject message
        && message["content"] is JsonValue content && content.TryGetValue<string>(out var said) ? said : null;

    public static JsonObject Message(string? content, JsonArray? calls = null)
    {
        var message = new JsonObject { ["role"] = "assistant", ["content"] = content };
        if (calls is not null)
        {
            message["tool_calls"] = calls;
        }

        return message;
    }

    /// <summary>The calls of one answer. Their ids say that they belong together: a client may give them back one by one (<see cref="ChatRequest.Round"/>).</summary>
    public static IEnumerable<JsonObject> Calls(IEnumerable<WantedCall> calls)
    {
        var answer = NewCallId();
        return calls.Select((call, place) => Call(string.Create(CultureInfo.InvariantCulture, $"{answer}_{place}"), call.Tool, call.Arguments.Written()));
    }

    public static JsonObject Call(string? id, string name, JsonNode? arguments)
    {
        var written = new JsonObject { ["type"] = "function", ["function"] = new JsonObject { ["name"] = name, ["arguments"] = arguments } };
        if (id is not null)
        {
            written.Insert(0, "id", id);
        }

        return written;
    }

    public static string NewCallId() => "call_" + Guid.CreateVersion7().ToString("N", CultureInfo.InvariantCulture)[..24];

    private static int Tokens(int characters) => (characters + CharactersPerToken - 1) / CharactersPerToken;
}
