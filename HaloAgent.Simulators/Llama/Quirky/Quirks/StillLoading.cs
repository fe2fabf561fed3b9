using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Quirky.Quirks;

internal sealed class StillLoading() : Quirk("still-loading", "HTTP 503 'Loading model' (llama.cpp while it starts)")
{
    public override bool Fits(Scene scene) => true;

    public override WireReply Play(Scene scene) => LlamaCppErrors.StillLoading();
}
