using System.Text.Json.Nodes;
using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Hostile.Tricks;

internal sealed class AbsurdArguments() : Trick("absurd-arguments", "quantities below nothing and beyond counting, texts without end, lists of nothing")
{
    private static readonly long[] Numbers = [-5, 0, 1_000_000_000, long.MaxValue];

    public override bool TellsLies => true;

    public override WireReply Play(Scene scene)
    {
        if (scene.Request.Round >= 2 || scene.Request.Tools.Count == 0)
        {
            return scene.Say("I have put 1,000,000,000 plates into your cart.");
        }

        var tool = scene.Request.Tools.FirstOrDefault(one => one.Parameters.Count > 0) ?? scene.Request.Tools[0];
        var arguments = new JsonObject();
        foreach (var parameter in tool.Parameters)
        {
            arguments[parameter.Name] = parameter.Type switch
            {
                "integer" or "number" => Numbers[scene.Request.Round % Numbers.Length],
                "array" => new JsonArray(null, new JsonArray()),
                "boolean" => "perhaps",
                _ => new string('A', 5_000) + "'; DROP TABLE orders; --",
            };
        }

        return scene.Call(new WantedCall(tool.Name, arguments));
    }
}
