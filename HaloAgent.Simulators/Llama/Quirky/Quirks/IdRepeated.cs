using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Quirky.Quirks;

internal sealed class IdRepeated() : Quirk("id-repeated", "every call of every answer has the same id")
{
    public override WireReply Play(Scene scene) => Changed(scene, (call, _) => call["id"] = "call_0");
}
