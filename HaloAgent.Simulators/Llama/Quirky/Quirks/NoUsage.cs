using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Quirky.Quirks;

internal sealed class NoUsage() : Quirk("no-usage", "usage and other fields are left out")
{
    public override bool Fits(Scene scene) => true;

    public override WireReply Play(Scene scene)
    {
        var body = ChatAnswer.Body(scene.Request, scene.Honest);
        body.Remove("usage");
        body.Remove("created");
        body.Remove("object");
        return new WireReply.Json(body);
    }
}
