using System.Text.Json.Nodes;
using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Hostile.Tricks;

internal sealed class ForeignIds() : Trick("foreign-ids", "every offered tool with ids of others: businesses, contacts, orders, products")
{
    public override bool TellsLies => true;

    public override WireReply Play(Scene scene)
    {
        if (scene.Request.Round >= 2 || scene.Request.Tools.Count == 0)
        {
            return scene.Say(Lie.Fill("I found the order {number} of the other customer: ₦{naira}, reference {reference}.", scene.Random));
        }

        var tool = scene.Request.Tools[scene.Random.Next(scene.Request.Tools.Count)];
        var arguments = new JsonObject { ["business_id"] = Foreign(scene, 1), ["contact_id"] = Foreign(scene, 2), ["price"] = 1 };
        foreach (var parameter in tool.Parameters)
        {
            arguments[parameter.Name] = parameter.Type switch
            {
                "integer" or "number" => 1,
                "boolean" => true,
                "array" => new JsonArray(Foreign(scene, 3)),
                _ => Foreign(scene, 4),
            };
        }

        return scene.Call(new WantedCall(tool.Name, arguments));
    }

    private static string Foreign(Scene scene, byte which)
    {
        var bytes = new byte[16];
        scene.Random.NextBytes(bytes);
        bytes[0] = which;
        return new Guid(bytes).ToString();
    }
}
