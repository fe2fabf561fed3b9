using System.Text.Json.Nodes;
using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Quirky.Quirks;

internal sealed class ChatterBesideCalls() : Quirk("chatter-beside-calls", "words and calls in the same answer")
{
    public override WireReply Play(Scene scene) => new WireReply.Json(ChatAnswer.Body(
        scene.Request,
        ChatAnswer.Message("Let me look that up for you.", new JsonArray([.. ChatAnswer.Calls(scene.Calls)])),
        "tool_calls"));
}
