using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Quirky.Quirks;

internal sealed class EmptyAnswer() : Quirk("empty-answer", "neither words nor calls")
{
    public override bool Fits(Scene scene) => true;

    public override WireReply Play(Scene scene) => new WireReply.Json(ChatAnswer.Body(scene.Request, ChatAnswer.Message(""), "stop"));
}
