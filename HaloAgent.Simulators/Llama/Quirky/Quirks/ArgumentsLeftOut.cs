using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Quirky.Quirks;

internal sealed class ArgumentsLeftOut() : Quirk("arguments-null", "arguments are null or empty where there are none")
{
    public override bool Fits(Scene scene) => scene.Calls.Any(call => call.Arguments.Count == 0);

    public override WireReply Play(Scene scene) => Changed(scene, (call, wanted) =>
    {
        if (wanted.Arguments.Count == 0)
        {
            Function(call)["arguments"] = wanted.Tool.Length % 2 == 0 ? null : "";
        }
    });
}
