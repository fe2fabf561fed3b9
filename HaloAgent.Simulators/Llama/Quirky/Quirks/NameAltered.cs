using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Quirky.Quirks;

internal sealed class NameAltered() : Quirk("name-altered", "names are written otherwise: AddToCart, add-to-cart")
{
    public override WireReply Play(Scene scene) => Changed(scene, (call, wanted) => Function(call)["name"] = Alter(wanted.Tool));

    private static string Alter(string name) => name.Length % 2 == 0
        ? string.Concat(name.Split('_').Select(word => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]))
        : name.Replace('_', '-');
}
