using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Quirky.Quirks;

/// <summary>The model wrote its call as text, and the server did not notice. Llama 3 writes one call at a time so.</summary>
internal abstract class ContentNotation(string name, string about) : Quirk(name, about)
{
    public override WireReply Play(Scene scene) =>
        new WireReply.Json(ChatAnswer.Body(scene.Request, ChatAnswer.Message(Write(scene.Calls[0])), "stop"));

    /// <summary>The call in this notation.</summary>
    public abstract string Write(WantedCall call);
}
