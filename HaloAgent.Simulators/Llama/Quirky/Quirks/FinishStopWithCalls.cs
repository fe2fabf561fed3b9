using System.Text.Json.Nodes;
using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Quirky.Quirks;

internal sealed class FinishStopWithCalls() : Quirk("finish-stop-with-calls", "finish_reason is 'stop' although there are calls")
{
    public override WireReply Play(Scene scene) => new WireReply.Json(ChatAnswer.Body(
        scene.Request, ChatAnswer.Message("", new JsonArray([.. ChatAnswer.Calls(scene.Calls)])), "stop"));
}
