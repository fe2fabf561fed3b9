using System.Text.Json.Nodes;
using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Scripted;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Hostile.Tricks;

internal sealed class SameCallAgain() : Trick("same-call", "the same call again and again, also several times in one answer")
{
    public override WireReply Play(Scene scene)
    {
        var shelf = new ToolShelf(scene.Request);
        var tool = shelf[ToolRole.ViewCart] ?? shelf[ToolRole.ShopInformation] ?? (scene.Request.Tools is [var first, ..] ? first : null);
        var name = tool?.Name ?? "read_cart";
        return scene.Call(new WantedCall(name, new JsonObject()), new WantedCall(name, new JsonObject()), new WantedCall(name, new JsonObject()));
    }
}
