using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Hostile.Tricks;

internal sealed class NotJson() : Trick("not-json", "a proxy's page of HTML, with 200 or 502")
{
    public override WireReply Play(Scene scene) =>
        new WireReply.Raw("<html><body><h1>502 Bad Gateway</h1><p>Total ₦1,234</p></body></html>", scene.Request.LastUserText.Length % 2 == 0 ? 200 : 502, "text/html");
}
