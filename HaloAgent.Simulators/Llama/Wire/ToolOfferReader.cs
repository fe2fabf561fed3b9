using System.Text.Json.Nodes;

namespace HaloAgent.Simulators.Llama.Wire;

internal static class ToolOfferReader
{
    /// <summary>Null for what is no function.</summary>
    public static ToolOffer? Read(JsonObject tool)
    {
        var function = tool["function"] as JsonObject;
        if (ChatRequestReader.Text(function?["name"]) is not { Length: > 0 } name)
        {
            return null;
        }

        var schema = function!["parameters"] as JsonObject;
        var required = (schema?["required"] as JsonArray ?? []).Select(ChatRequestReader.Text).OfType<string>().ToHashSet();
        var parameters = (schema?["properties"] as JsonObject ?? []).Where(property => property.Value is JsonObject)
            .Select(property => Parameter(property.Key, (JsonObject)property.Value!, required.Contains(property.Key)));
        return new ToolOffer(name, ChatRequestReader.Text(function["description"]) ?? "", [.. parameters]);
    }

    private static ToolParameter Parameter(string name, JsonObject schema, bool required) => new(
        name, TypeOf(schema), ChatRequestReader.Text(schema["description"]) ?? "", required,
        [.. (schema["enum"] as JsonArray ?? []).Select(ChatRequestReader.Text).OfType<string>()], schema);

    private static string TypeOf(JsonObject schema) => schema["type"] switch
    {
        JsonArray several => several.Select(ChatRequestReader.Text).FirstOrDefault(type => type is not (null or "null")) ?? "string",
        { } one => ChatRequestReader.Text(one) ?? "string",
        null => "string",
    };
}
