using System.Text.Json.Nodes;

namespace HaloAgent.Simulators.Llama.Wire;

/// <summary>Errors as llama.cpp's server words them: the code is the status once more, as a number.</summary>
internal static class LlamaCppErrors
{
    public static WireReply UnreadableAnswer() => Error(500, "The model produced output that does not match the expected peg-native format", "server_error");

    public static WireReply StillLoading() => Error(503, "Loading model", "unavailable_error");

    public static WireReply SingleCallsOnly() => Error(
        400,
        "Unable to generate parser for this template. Automatic parser generation failed: \n------------\nError: Jinja Exception: This model only supports single tool-calls at once!",
        "invalid_request_error");

    public static WireReply NoRoom(int needed, int room)
    {
        var error = Error(400, $"request ({needed} tokens) exceeds the available context size ({room} tokens), try increasing it", "exceed_context_size_error");
        (error.Body["error"]!["n_prompt_tokens"], error.Body["error"]!["n_ctx"]) = (needed, room);
        return error;
    }

    private static WireReply.Json Error(int status, string message, string type) =>
        new(new JsonObject { ["error"] = new JsonObject { ["code"] = status, ["message"] = message, ["type"] = type } }, status);
}
