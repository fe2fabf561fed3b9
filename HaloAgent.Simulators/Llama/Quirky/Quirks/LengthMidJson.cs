using System.Text.Json.Nodes;
using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Quirky.Quirks;

internal sealed class LengthMidJson() : Quirk("length-mid-json", "the answer ended within the arguments, finish_reason 'length'")
{
    public override bool Fits(Scene scene) => scene.Calls.Any(call => call.Arguments.Count > 0);

    public override WireReply Play(Scene scene)
    {
        var wanted = scene.Calls.First(call => call.Arguments.Count > 0);
        var whole = wanted.Arguments.Written();
        var cut = ChatAnswer.Call(ChatAnswer.NewCallId(), wanted.Tool, whole[..(whole.Length * 2 / 3)]);
        return new WireReply.Json(ChatAnswer.Body(scene.Request, ChatAnswer.Message(null, new JsonArray(cut)), "length"));
    }
}
