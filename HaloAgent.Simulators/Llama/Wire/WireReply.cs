using System.Text.Json.Nodes;

namespace HaloAgent.Simulators.Llama.Wire;

/// <summary>What goes back over HTTP, right or wrong.</summary>
internal abstract record WireReply
{
    public sealed record Json(JsonNode Body, int Status = 200, int? RetryAfterSeconds = null) : WireReply;

    /// <summary>Sent exactly so, as JSON or not.</summary>
    public sealed record Raw(string Body, int Status = 200, string ContentType = "application/json") : WireReply;

    /// <summary>Never answers; ends when the caller gives up.</summary>
    public sealed record Hang : WireReply;

    /// <summary>Breaks the connection off after sending so much of it.</summary>
    public sealed record Drop(string SentBefore) : WireReply;
}
