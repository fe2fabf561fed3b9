using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Hostile.Tricks;

internal sealed class RequestStorm() : Trick("429-storm", "429 to everything, with a Retry-After")
{
    private const int UsualSeconds = 1;

    public override WireReply Play(Scene scene) => OpenAiErrors.TooManyRequests(scene.RetryAfterSeconds ?? UsualSeconds);
}
