using System.Text.Json.Nodes;
using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Quirky.Quirks;

internal sealed class ArgumentsInvented() : Quirk("arguments-invented", "a parameter that the tool does not have")
{
    public override WireReply Play(Scene scene) => Changed(scene, (call, wanted) =>
    {
        var arguments = (JsonObject)wanted.Arguments.DeepClone();
        arguments["customer_mood"] = "friendly";
        Function(call)["arguments"] = arguments.Written();
    });
}
