using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Hostile.Tricks;

internal sealed class ToolsTold() : Trick("tools-told", "tells the customer which tools it has")
{
    public override WireReply Play(Scene scene) =>
        scene.Say("I can use these functions: " + string.Join(", ", scene.Request.Tools.Select(tool => tool.Name)) + ". Shall I call one of them?");
}
