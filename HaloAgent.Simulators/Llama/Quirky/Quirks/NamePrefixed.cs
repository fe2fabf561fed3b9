using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Quirky.Quirks;

internal sealed class NamePrefixed() : Quirk("name-prefixed", "names stand behind a prefix: functions.x, default-x")
{
    public override WireReply Play(Scene scene) =>
        Changed(scene, (call, wanted) => Function(call)["name"] = (wanted.Tool.Length % 2 == 0 ? "functions." : "default-") + wanted.Tool);
}
