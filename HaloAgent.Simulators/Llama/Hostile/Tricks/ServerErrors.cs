using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Hostile.Tricks;

internal sealed class ServerErrors() : Trick("server-error", "500 and 503 by turns")
{
    public override WireReply Play(Scene scene) => scene.Request.LastUserText.Length % 2 == 0 ? OpenAiErrors.ServerError() : OpenAiErrors.Overloaded();
}
