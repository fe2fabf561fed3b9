using System.Text.Json;
using System.Text.Json.Nodes;
using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Quirky.Quirks;

internal sealed class ArgumentsAllStrings() : Quirk("arguments-strings", "numbers, truths and lists are texts: \"2\", \"true\", \"[…]\" (vLLM)")
{
    public override bool Fits(Scene scene) => scene.Calls.Any(call => call.Arguments.Any(argument => !IsText(argument.Value)));

    public override WireReply Play(Scene scene) => Changed(scene, (call, wanted) =>
    {
        var texts = new JsonObject(wanted.Arguments.Select(argument =>
            KeyValuePair.Create(argument.Key, (JsonNode?)(IsText(argument.Value) ? argument.Value!.DeepClone() : argument.Value?.Written() ?? "null"))));
        Function(call)["arguments"] = texts.Written();
    });

    private static bool IsText(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String;
}
