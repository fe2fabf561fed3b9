using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Quirky.Quirks;

internal sealed class ContentTypedJson() : ContentNotation("content-typed-json", "the call as text: {\"type\": \"function\", …}")
{
    public override string Write(WantedCall call) => $$"""{"type": "function", "name": "{{call.Tool}}", "parameters": {{call.Arguments.Written()}}}""";
}
