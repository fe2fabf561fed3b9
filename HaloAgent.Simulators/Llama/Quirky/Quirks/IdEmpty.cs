using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Quirky.Quirks;

internal sealed class IdEmpty() : Quirk("id-empty", "a call's id is empty (old Ollama)")
{
    public override WireReply Play(Scene scene) => Changed(scene, (call, _) => call["id"] = "");
}
