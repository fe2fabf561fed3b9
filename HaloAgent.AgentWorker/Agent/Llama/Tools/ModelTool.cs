using System.Text.Json.Nodes;

namespace HaloAgent.AgentWorker.Agent.Llama.Tools;

/// <summary>
/// A tool as a model sees it: a short name, one sentence, few flat arguments in the customer's words. It acts through the same calls
/// and speaks through the same templates as the guided brain; what comes back to the model says what happened, or how to mend the call.
/// </summary>
/// <param name="Name">Unique among what is offered.</param>
internal sealed record ModelTool(string Name, string Description, IReadOnlyList<ToolParameter> Parameters, Func<ModelTalk, ToolArguments, Task<string>> RunAsync)
{
    /// <summary>The JSON schema of its arguments, written once: each call to a model needs all of them.</summary>
    public string Schema { get; } = SchemaOf(Parameters).ToJsonString();

    private static JsonObject SchemaOf(IReadOnlyList<ToolParameter> parameters) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(parameters.Select(parameter => KeyValuePair.Create(parameter.Name, (JsonNode?)parameter.Schema))),
        ["required"] = new JsonArray([.. parameters.Where(parameter => parameter.Required).Select(parameter => (JsonNode)JsonValue.Create(parameter.Name))]),
    };
}

/// <param name="Type">string, integer or boolean: small models fill nothing else reliably.</param>
/// <param name="OneOf">The only values, or null.</param>
internal sealed record ToolParameter(string Name, string Type, string Description, bool Required = true, IReadOnlyList<string>? OneOf = null)
{
    public JsonObject Schema
    {
        get
        {
            var schema = new JsonObject { ["type"] = Type };
            if (Description.Length > 0) schema["description"] = Description;
            if (OneOf is not null) schema["enum"] = new JsonArray([.. OneOf.Select(value => (JsonNode)JsonValue.Create(value))]);
            return schema;
        }
    }
}
