using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HaloAgent.AgentWorker.Agent.Llama.Replies;

/// <summary>Turns a value that came in another type into the one its schema names, where nothing is lost by it.</summary>
internal static class ValueTypes
{
    /// <returns>The value in the schema's type, or null when it fits already or cannot be made to fit.</returns>
    public static JsonNode? Fit(JsonNode? value, JsonElement schema) => TypeOf(schema) switch
    {
        "integer" => ToInteger(value),
        "number" => value is JsonValue text && text.TryGetValue<string>(out var word) && ToDecimal(word) is { } number ? JsonValue.Create(number) : null,
        "boolean" => ToTruth(value),
        "array" => ToList(value),
        "string" => ToText(value),
        _ => null,
    };

    // A nullable argument has ["string", "null"].
    private static string? TypeOf(JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object || !schema.TryGetProperty("type", out var type)) return null;
        return type.ValueKind switch
        {
            JsonValueKind.String => type.GetString(),
            JsonValueKind.Array => type.EnumerateArray().Select(one => one.GetString()).FirstOrDefault(one => one != "null"),
            _ => null,
        };
    }

    // 2.0 and "2" are 2; 2.5 stays as it is and is refused by the tool.
    private static JsonValue? ToInteger(JsonNode? value)
    {
        if (value is not JsonValue scalar) return null;
        var isText = scalar.TryGetValue<string>(out var word);
        var number = isText ? ToDecimal(word!) : scalar.TryGetValue<int>(out _) ? null : ToDecimal(scalar.ToJsonString());
        return number is { } whole && whole == decimal.Truncate(whole) && whole is >= int.MinValue and <= int.MaxValue ? JsonValue.Create((int)whole) : null;
    }

    private static decimal? ToDecimal(string text) =>
        decimal.TryParse(text.Trim().Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static JsonValue? ToTruth(JsonNode? value)
    {
        if (value is not JsonValue scalar) return null;
        var word = scalar.TryGetValue<string>(out var text) ? text.Trim().ToLowerInvariant() : scalar.TryGetValue<int>(out var number) ? number.ToString(CultureInfo.InvariantCulture) : null;
        return word switch
        {
            "true" or "yes" or "1" => JsonValue.Create(true),
            "false" or "no" or "0" => JsonValue.Create(false),
            _ => null,
        };
    }

    private static JsonArray? ToList(JsonNode? value)
    {
        if (value is not JsonValue scalar || !scalar.TryGetValue<string>(out var text)) return null;
        try
        {
            return LooseJson.Parse(text) as JsonArray ?? [JsonValue.Create(text)];
        }
        catch (JsonException)
        {
            return [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => (JsonNode)JsonValue.Create(part))];
        }
    }

    private static JsonValue? ToText(JsonNode? value) => value switch
    {
        JsonValue scalar when scalar.GetValueKind() == JsonValueKind.String => null,
        JsonValue scalar => JsonValue.Create(scalar.ToJsonString()),
        // ["jollof"] for "jollof"
        JsonArray { Count: 1 } list when list[0] is JsonValue only && only.TryGetValue<string>(out var text) => JsonValue.Create(text),
        _ => null,
    };
}
