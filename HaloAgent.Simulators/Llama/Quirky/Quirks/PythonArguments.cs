using System.Text.Json;
using System.Text.Json.Nodes;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Quirky.Quirks;

/// <summary>Arguments as Python writes them: <c>a="b", n=2, yes=True, nothing=None, list=["x"]</c>.</summary>
internal static class PythonArguments
{
    public static string Write(JsonObject arguments) => string.Join(", ", arguments.Select(argument => $"{argument.Key}={Value(argument.Value)}"));

    private static string Value(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "None",
        JsonValueKind.True => "True",
        JsonValueKind.False => "False",
        JsonValueKind.Array => $"[{string.Join(", ", value.AsArray().Select(Value))}]",
        JsonValueKind.Object => $"{{{string.Join(", ", value.AsObject().Select(one => $"\"{one.Key}\": {Value(one.Value)}"))}}}",
        JsonValueKind.String => "\"" + value.GetValue<string>().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal) + "\"",
        _ => value.Written(),
    };
}
