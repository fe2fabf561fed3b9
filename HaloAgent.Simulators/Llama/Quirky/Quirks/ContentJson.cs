using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Quirky.Quirks;

internal sealed class ContentJson() : ContentNotation("content-json", "the call as text: {\"name\": …, \"parameters\": …}")
{
    public override string Write(WantedCall call) => $$"""{"name": "{{call.Tool}}", "parameters": {{call.Arguments.Written()}}}""";
}
