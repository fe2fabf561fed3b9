using System.Text.Json.Nodes;
using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Quirky.Quirks;

internal sealed class ErrorWith200() : Quirk("error-with-200", "an error with HTTP 200, as a text under 'error' (Ollama)")
{
    public override bool Fits(Scene scene) => true;

    public override WireReply Play(Scene scene) => new WireReply.Json(new JsonObject { ["error"] = "model runner has unexpectedly stopped" });
}
