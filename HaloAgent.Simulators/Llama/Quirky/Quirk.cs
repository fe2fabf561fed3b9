using System.Text.Json.Nodes;
using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Quirky;

/// <summary>A deviation that keeps what the model decided and only writes it otherwise. Most bend a call.</summary>
internal abstract class Quirk(string name, string about) : IDeviation
{
    public string Name => name;

    public string About => about;

    public virtual bool Fits(Scene scene) => scene.HasCalls;

    public abstract WireReply Play(Scene scene);

    /// <summary>The calls as they should be, each changed.</summary>
    protected static WireReply Changed(Scene scene, Action<JsonObject, WantedCall> change)
    {
        var calls = new JsonArray();
        foreach (var (call, wanted) in ChatAnswer.Calls(scene.Calls).Zip(scene.Calls))
        {
            change(call, wanted);
            calls.Add((JsonNode)call);
        }

        return new WireReply.Json(ChatAnswer.Body(scene.Request, ChatAnswer.Message(null, calls), "tool_calls"));
    }

    protected static JsonObject Function(JsonObject call) => (JsonObject)call["function"]!;
}
