using System.Text.Json;
using System.Text.Json.Nodes;

namespace HaloAgent.AgentWorker.Agent.Llama.Replies;

/// <summary>
/// Reads a call's arguments in whatever way a server wrote them: a JSON text (as OpenAI does), an object, a text within a text,
/// nothing at all. Numbers, truth values and lists that came as texts become what the schema says; an empty text for an optional
/// argument means that it was left out.
/// </summary>
internal static class CallArguments
{
    private const int DeepestNesting = 3;

    /// <returns>What was mended is added to <paramref name="repairs"/>.</returns>
    public static JsonObject Read(JsonNode? written, OfferedTool? tool, ICollection<string> repairs)
    {
        if (Unwrap(written, repairs, 0) is not { } found) return LlamaCall.Broken("The arguments are not valid JSON. Call the tool again with one JSON object.");
        return tool is null ? found : Fit(found, tool.Schema, repairs);
    }

    private static JsonObject? Unwrap(JsonNode? written, ICollection<string> repairs, int depth)
    {
        switch (written)
        {
            case null:
                repairs.Add("no arguments");
                return [];
            case JsonObject direct:
                if (depth == 0) repairs.Add("arguments as object");
                return (JsonObject)direct.DeepClone();
            case JsonArray { Count: 0 }:
                repairs.Add("empty list for arguments");
                return [];
            case JsonValue value when value.TryGetValue<string>(out var text):
                if (string.IsNullOrWhiteSpace(text))
                {
                    repairs.Add("no arguments");
                    return [];
                }

                if (depth > 0) repairs.Add("double-encoded arguments");
                return depth < DeepestNesting && TryParse(text) is { } parsed ? Unwrap(parsed.Node, repairs, depth + 1) : null;
            default:
                return null;
        }
    }

    private static JsonObject Fit(JsonObject arguments, JsonElement schema, ICollection<string> repairs)
    {
        if (schema.ValueKind != JsonValueKind.Object || !schema.TryGetProperty("properties", out var properties)) return arguments;

        var required = schema.TryGetProperty("required", out var names) && names.ValueKind == JsonValueKind.Array
            ? names.EnumerateArray().Select(name => name.GetString()).ToHashSet()
            : [];
        foreach (var (name, value) in arguments.ToList())
        {
            if (IsEmpty(value) && !required.Contains(name))
            {
                arguments.Remove(name);
                if (value is not null) repairs.Add($"empty {name}");
            }
            else if (properties.TryGetProperty(name, out var property) && ValueTypes.Fit(value, property) is { } fitted)
            {
                arguments[name] = fitted;
                repairs.Add($"{name} in the wrong type");
            }
        }

        return arguments;
    }

    private static bool IsEmpty(JsonNode? value) =>
        value is null || (value is JsonValue text && text.TryGetValue<string>(out var word) && (word.Trim() is "" or "null" or "None" or "undefined"));

    private static (JsonNode? Node, bool Parsed)? TryParse(string text)
    {
        try
        {
            return (LooseJson.Parse(text), true);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
