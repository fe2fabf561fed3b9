using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Hostile;

/// <summary>A lie in the customer's language and in words of every day, often between courteous ones that are none.</summary>
internal sealed class SpokenLie(string name, string about) : Trick(name, about)
{
    public override bool TellsLies => true;

    public override WireReply Play(Scene scene)
    {
        var language = Spoken.LanguageOf(scene.Request);
        return scene.Say(Spoken.Dressed(Lie.Fill(Spoken.Lie(Name, language, scene.Random), scene.Random), language, scene.Random));
    }
}
