using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Quirky.Quirks;

internal sealed class ArgumentsDoubleEncoded() : Quirk("arguments-double-encoded", "arguments are a JSON text within a JSON text")
{
    public override WireReply Play(Scene scene) =>
        Changed(scene, (call, wanted) => Function(call)["arguments"] = WireJson.Quoted(wanted.Arguments.Written()));
}
