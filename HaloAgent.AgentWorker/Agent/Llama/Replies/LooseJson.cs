using System.Text.Json;
using System.Text.Json.Nodes;

namespace HaloAgent.AgentWorker.Agent.Llama.Replies;

/// <summary>
/// JSON as models write it: of a name that stands twice the last counts, and a comma may be too many. Everything is read at once, so
/// that nothing in it breaks later, where nobody expects it (a <see cref="JsonObject"/> of the parser throws when it is first looked into).
/// </summary>
internal static class LooseJson
{
    private static readonly JsonDocumentOptions Patient = new() { AllowTrailingCommas = true };

    /// <exception cref="JsonException">It is no JSON, or a text in it is broken.</exception>
    public static JsonNode? Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Patient);
            return Node(document.RootElement);
        }
        catch (InvalidOperationException broken)
        {
            // Half a surrogate pair, escaped.
            throw new JsonException("A text in it is broken.", broken);
        }
    }

    private static JsonNode? Node(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => Object(element),
        JsonValueKind.Array => new JsonArray([.. element.EnumerateArray().Select(Node)]),
        JsonValueKind.String => JsonValue.Create(element.GetString()),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => JsonValue.Create(element.Clone()),
    };

    private static JsonObject Object(JsonElement element)
    {
        var node = new JsonObject();
        foreach (var property in element.EnumerateObject()) node[property.Name] = Node(property.Value);
        return node;
    }
}
