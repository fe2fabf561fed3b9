using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Quirky.Quirks;

/// <summary>Some other word than OpenAI's four, or none.</summary>
internal sealed class FinishReason(string name, string about, string? reason) : Quirk(name, about)
{
    public override bool Fits(Scene scene) => true;

    public override WireReply Play(Scene scene)
    {
        var body = ChatAnswer.Body(scene.Request, scene.Honest);
        body["choices"]![0]!["finish_reason"] = reason;
        return new WireReply.Json(body);
    }
}
