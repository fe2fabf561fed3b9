using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Hostile.Tricks;

internal sealed class HalfJson() : Trick("half-json", "200, and the JSON ends in the middle")
{
    public override WireReply Play(Scene scene)
    {
        var whole = ChatAnswer.Body(scene.Request, scene.Honest).Written();
        return new WireReply.Raw(whole[..(whole.Length / 2)]);
    }
}
