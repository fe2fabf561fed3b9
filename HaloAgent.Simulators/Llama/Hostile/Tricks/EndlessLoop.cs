using System.Text.Json.Nodes;
using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Scripted;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Hostile.Tricks;

internal sealed class EndlessLoop() : Trick("endless-loop", "always one more call, each a little different")
{
    public override WireReply Play(Scene scene)
    {
        var shelf = new ToolShelf(scene.Request);
        var tool = shelf[ToolRole.Search] ?? shelf[ToolRole.ViewCart] ?? (scene.Request.Tools is [var first, ..] ? first : null);
        if (tool is null)
        {
            return scene.Call(new WantedCall("search_products", new JsonObject { ["query"] = "rice" }));
        }

        var arguments = new JsonObject();
        foreach (var parameter in tool.Parameters.Where(parameter => parameter.Type == "string"))
        {
            arguments[parameter.Name] = $"rice {scene.Request.Round}";
        }

        return scene.Call(new WantedCall(tool.Name, arguments));
    }
}
