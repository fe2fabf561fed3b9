using System.Text.Json.Nodes;
using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Quirky.Quirks;

internal sealed class ArgumentsEmptyOptionals() : Quirk("arguments-empty-optionals", "what was left out is an empty text, also for a number (Llama 3)")
{
    public override bool Fits(Scene scene) => scene.Calls.Any(call => LeftOut(scene, call).Any());

    public override WireReply Play(Scene scene) => Changed(scene, (call, wanted) =>
    {
        var arguments = (JsonObject)wanted.Arguments.DeepClone();
        foreach (var name in LeftOut(scene, wanted))
        {
            arguments[name] = "";
        }

        Function(call)["arguments"] = arguments.Written();
    });

    private static IEnumerable<string> LeftOut(Scene scene, WantedCall call) => scene.Request.Tools.Where(tool => tool.Name == call.Tool)
        .SelectMany(tool => tool.Parameters).Select(parameter => parameter.Name).Where(name => !call.Arguments.ContainsKey(name));
}
