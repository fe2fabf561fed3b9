using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Quirky.Quirks;

internal sealed class ContentFunctionTag() : ContentNotation("content-function-tag", "the call as text: <function=name>{…}</function>")
{
    public override string Write(WantedCall call) => $"<function={call.Tool}>{call.Arguments.Written()}</function>";
}
