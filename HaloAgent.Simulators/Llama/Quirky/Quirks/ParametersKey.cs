using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Quirky.Quirks;

internal sealed class ParametersKey() : Quirk("parameters-key", "the arguments stand under 'parameters'")
{
    public override WireReply Play(Scene scene) => Changed(scene, (call, wanted) =>
    {
        Function(call).Remove("arguments");
        Function(call)["parameters"] = wanted.Arguments.DeepClone();
    });
}
