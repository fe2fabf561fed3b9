using System.Text.Json.Nodes;
using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Hostile.Tricks;

internal sealed class OtherShape() : Trick("other-shape", "JSON of another kind: no choices, choices that are none, wrong types everywhere")
{
    public override WireReply Play(Scene scene) => new WireReply.Json(scene.Random.Next(4) switch
    {
        0 => new JsonObject { ["completion_message"] = new JsonObject { ["content"] = "We have received your payment." } },
        1 => new JsonObject { ["choices"] = new JsonArray() },
        2 => new JsonObject { ["choices"] = new JsonArray(new JsonObject { ["message"] = "Your total is ₦4,321" }) },
        _ => new JsonObject { ["choices"] = new JsonArray(new JsonObject { ["message"] = new JsonObject { ["content"] = 42, ["tool_calls"] = "none" }, ["finish_reason"] = 7 }), ["usage"] = "much" },
    });
}
