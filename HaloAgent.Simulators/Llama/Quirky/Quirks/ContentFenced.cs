using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Quirky.Quirks;

internal sealed class ContentFenced() : ContentNotation("content-fenced", "the call as text in a fence of JSON, with words before it")
{
    public override string Write(WantedCall call) =>
        $$"""
        Let me do that for you.
        ```json
        {"name": "{{call.Tool}}", "arguments": {{call.Arguments.Written()}}}
        ```
        """;
}
