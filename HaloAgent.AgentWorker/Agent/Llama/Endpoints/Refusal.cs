using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using HaloAgent.AgentWorker.Agent.Llama.Replies;

namespace HaloAgent.AgentWorker.Agent.Llama.Endpoints;

/// <summary>
/// Reads what a server says when it refuses: <c>{"error": {…}}</c> everywhere, <c>{"error": "text"}</c> from Ollama's own address. llama.cpp
/// answers 500 to whatever it throws, be it the model's fault, the request's or the set-up's, and only the beginning of its message tells
/// them apart. Of a message nothing but that is kept: it may quote the chat.
/// </summary>
internal static class Refusal
{
    public const string UnreadableAnswer = "unreadable_answer";

    private const int LongestCode = 60;

    /// <summary>How messages of llama.cpp begin (2025 and 2026), and what they mean.</summary>
    private static readonly (string Beginning, RefusalKind Kind, string Code)[] Messages =
    [
        ("The model produced output that does not match", RefusalKind.UnreadableAnswer, UnreadableAnswer),
        ("Failed to parse input at pos", RefusalKind.UnreadableAnswer, UnreadableAnswer),
        ("Failed to parse ", RefusalKind.OurRequest, "request_fault"),
        ("[json.exception", RefusalKind.OurRequest, "request_fault"),
        ("tools param requires --jinja", RefusalKind.SetUpWrong, "tools_need_jinja"),
        ("tool_choice param requires --jinja", RefusalKind.SetUpWrong, "tools_need_jinja"),
        ("Loading model", RefusalKind.StillLoading, "loading_model"),
    ];

    /// <summary>The model's text that Groq could not read as a call, or null.</summary>
    public static string? FailedGeneration(string body) => Text(ErrorOf(body)?["failed_generation"]);

    public static LlamaRefusedException Of(HttpStatusCode status, string body, TimeSpan? retryAfter)
    {
        var error = ErrorOf(body);
        var message = Text(error?["message"]) ?? "";
        var known = (int)status >= 500 ? Messages.FirstOrDefault(one => message.StartsWith(one.Beginning, StringComparison.Ordinal)) : default;
        // The code is a word at OpenAI and Groq, and the status once more at llama.cpp and vLLM: there the type is the word.
        var code = known.Code ?? Text(error?["code"]) ?? Text(error?["type"]) ?? Number(error?["code"])?.ToString(CultureInfo.InvariantCulture) ?? "refused";
        return new LlamaRefusedException(status, code.Length <= LongestCode ? code : code[..LongestCode], retryAfter, kind: known.Kind, detail: Room(error));
    }

    private static string? Room(JsonObject? error) => (Number(error?["n_prompt_tokens"]), Number(error?["n_ctx"])) is ({ } needed, { } room)
        ? string.Create(CultureInfo.InvariantCulture, $"{needed} tokens, room for {room}")
        : null;

    private static JsonObject? ErrorOf(string body)
    {
        try
        {
            return (LooseJson.Parse(body) as JsonObject)?["error"] as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static long? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<long>(out var number) ? number : null;

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
