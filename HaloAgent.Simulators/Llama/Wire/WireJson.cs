using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace HaloAgent.Simulators.Llama.Wire;

/// <summary>JSON as the servers write it: ₦ and ẹ stay as they are.</summary>
internal static class WireJson
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    public static string Written(this JsonNode node) => node.ToJsonString(Plain);

    public static string Quoted(string text) => JsonSerializer.Serialize(text, Plain);
}
