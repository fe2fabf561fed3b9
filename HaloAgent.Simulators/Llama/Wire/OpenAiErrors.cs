using System.Text.Json.Nodes;

namespace HaloAgent.Simulators.Llama.Wire;

/// <summary>Errors in OpenAI's shape: <c>{ error: { message, type, param, code } }</c>.</summary>
internal static class OpenAiErrors
{
    public static WireReply WrongKey() => Error(401, "Incorrect API key provided.", "invalid_request_error", "invalid_api_key");

    public static WireReply Invalid(string message) => Error(400, message, "invalid_request_error", null);

    public static WireReply NoSuchTemper(string word) =>
        Error(404, $"There is no '{word}'; there are {string.Join(", ", Enum.GetValues<Temper>().Select(temper => temper.Word()))}.", "invalid_request_error", "not_found");

    public static WireReply TooManyRequests(int retryAfterSeconds) =>
        Error(429, $"Rate limit reached. Please try again in {retryAfterSeconds}s.", "rate_limit_exceeded", "rate_limit_exceeded", retryAfterSeconds);

    public static WireReply ServerError() => Error(500, "The server had an error while processing your request.", "server_error", null);

    public static WireReply Overloaded() => Error(503, "The server is overloaded or not ready yet.", "server_error", "overloaded");

    private static WireReply.Json Error(int status, string message, string type, string? code, int? retryAfterSeconds = null) => new(
        new JsonObject { ["error"] = new JsonObject { ["message"] = message, ["type"] = type, ["param"] = null, ["code"] = code } }, status, retryAfterSeconds);
}
