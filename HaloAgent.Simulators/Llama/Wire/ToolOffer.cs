using System.Text.Json.Nodes;

namespace HaloAgent.Simulators.Llama.Wire;

/// <summary>A tool that the request offers, as its JSON schema describes it.</summary>
internal sealed record ToolOffer(string Name, string Description, IReadOnlyList<ToolParameter> Parameters);

/// <param name="Type">JSON schema's word; the first one when there are several, as in <c>["string", "null"]</c>.</param>
internal sealed record ToolParameter(string Name, string Type, string Description, bool Required, IReadOnlyList<string> Choices, JsonObject Schema);
