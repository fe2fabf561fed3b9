using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Quirky.Quirks;

internal sealed class TypeMissing() : Quirk("type-missing", "a call has no type")
{
    public override WireReply Play(Scene scene) => Changed(scene, (call, _) => call.Remove("type"));
}
