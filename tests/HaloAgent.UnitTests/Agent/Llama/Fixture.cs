using System.Text.Json;
using HaloAgent.AgentWorker.Agent.Llama.Replies;

namespace HaloAgent.UnitTests.Agent.Llama;

/// <summary>Answers as the servers give them, written from their documentation and their reported deviations; llama.cpp's as its server gave them.</summary>
internal static class Fixture
{
    public static readonly IReadOnlyList<OfferedTool> Tools =
    [
        Tool("add_to_cart", """{"type":"object","properties":{"product":{"type":"string"},"quantity":{"type":"integer"},"variant":{"type":"string"},"gift":{"type":"boolean"}},"required":["product","quantity"]}"""),
        Tool("show_products", """{"type":"object","properties":{"names":{"type":"array","items":{"type":"string"}}}}"""),
        Tool("view_cart", """{"type":"object","properties":{}}"""),
    ];

    public static LlamaReply Read(string name) => LlamaReplyNormaliser.Read(Text(name), Tools, place: 4);

    public static string Text(string name)
    {
        using var stream = typeof(Fixture).Assembly.GetManifestResourceStream("Llama/" + name) ?? throw new FileNotFoundException(name);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>A reply whose message has this content.</summary>
    public static LlamaReply Saying(string content) =>
        LlamaReplyNormaliser.Read(JsonSerializer.Serialize(new { choices = new[] { new { message = new { role = "assistant", content }, finish_reason = "stop" } } }), Tools);

    /// <summary>A reply that calls add_to_cart with these arguments, as JSON.</summary>
    public static LlamaReply Calling(string name, string arguments) => LlamaReplyNormaliser.Read(
        $$$"""{"choices":[{"message":{"role":"assistant","content":null,"tool_calls":[{"id":"a","function":{"name":{{{JsonSerializer.Serialize(name)}}},"arguments":{{{arguments}}}}}]}}]}""", Tools);

    public static string Written(this LlamaReply reply) => string.Join(" ", reply.Calls.Select(call => $"{call.Name}{call.Arguments.ToJsonString()}"));

    private static OfferedTool Tool(string name, string schema) => new(name, JsonDocument.Parse(schema).RootElement);
}
