using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Hostile.Tricks;

internal sealed class Hangs() : Trick("hang", "never answers")
{
    public override WireReply Play(Scene scene) => new WireReply.Hang();
}
