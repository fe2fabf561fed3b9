using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Quirky.Quirks;

internal sealed class NoRoom() : Quirk("no-room", "HTTP 400 'exceed_context_size_error' (llama.cpp with too small a context)")
{
    private const int Room = 1024;

    public override bool Fits(Scene scene) => true;

    public override WireReply Play(Scene scene) => LlamaCppErrors.NoRoom(Room + scene.Request.PromptCharacters / 4, Room);
}
