using System.Text.Json;
using System.Text.Json.Nodes;

namespace HaloAgent.AgentWorker.Agent.Llama.Replies;

/// <summary>A server's answer after every known deviation has been mended: nothing behind this knows servers any more.</summary>
/// <param name="Text">For the customer; null when the model only called tools, or said nothing.</param>
/// <param name="CutOff">The answer ran into its length limit: of the text only the whole sentences are here, and a call that was not finished is not.</param>
/// <param name="Repairs">What was mended, in short words, for logs and explanations; empty for a well-formed answer.</param>
internal sealed record LlamaReply(
    string? Text, IReadOnlyList<LlamaCall> Calls, string? Model, int PromptTokens, int CompletionTokens, bool CutOff, IReadOnlyList<string> Repairs);

/// <param name="Id">Unique within the reply, made up where the server gave none.</param>
/// <param name="Name">One of the offered tools where it could be recognised; otherwise as the model wrote it.</param>
internal sealed record LlamaCall(string Id, string Name, JsonObject Arguments)
{
    /// <summary>The only argument of a call whose arguments could not be read: says what was wrong.</summary>
    public const string Unreadable = "$unreadable";

    public static JsonObject Broken(string why) => new() { [Unreadable] = why };
}

/// <param name="Schema">The JSON schema of its arguments, an object with <c>properties</c>.</param>
internal sealed record OfferedTool(string Name, JsonElement Schema);
