using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Quirky.Quirks;

internal sealed class IdMissing() : Quirk("id-missing", "a call has no id")
{
    public override WireReply Play(Scene scene) => Changed(scene, (call, _) => call.Remove("id"));
}
