using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Quirky.Quirks;

internal sealed class ArgumentsAsObject() : Quirk("arguments-object", "arguments are an object instead of a text (Ollama's native API)")
{
    public override WireReply Play(Scene scene) => Changed(scene, (call, wanted) => Function(call)["arguments"] = wanted.Arguments.DeepClone());
}
