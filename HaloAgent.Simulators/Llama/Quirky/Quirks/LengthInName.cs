using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Quirky.Quirks;

internal sealed class LengthInName() : Quirk("length-in-name", "the answer ended before the call's name and is its content, finish_reason 'length' (llama.cpp)")
{
    public override WireReply Play(Scene scene) =>
        new WireReply.Json(ChatAnswer.Body(scene.Request, ChatAnswer.Message("""{"name": """), "length"));
}
