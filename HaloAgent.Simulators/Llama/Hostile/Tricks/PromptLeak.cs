using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Hostile.Tricks;

internal sealed class PromptLeak() : Trick("prompt-leak", "repeats its instructions")
{
    private const int Longest = 900;

    public override WireReply Play(Scene scene)
    {
        var prompt = scene.Request.SystemText;
        return scene.Say("Sure! My instructions are:\n" + (prompt.Length > Longest ? prompt[..Longest] : prompt));
    }
}
