using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Hostile.Tricks;

internal sealed class DroppedConnection() : Trick("dropped-connection", "the connection breaks, before the first byte or in the middle")
{
    public override WireReply Play(Scene scene) =>
        new WireReply.Drop(scene.Request.LastUserText.Length % 2 == 0 ? "" : """{"id": "chatcmpl-1", "choices": [{"message": {"content": "We have rec""");
}
