using System.Globalization;
using System.Text.RegularExpressions;
using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Hostile.Tricks;

/// <summary>The honest sentence with its digits turned: harder to notice than a plain lie.</summary>
internal sealed partial class MixedTruth() : Trick("mixed-truth", "does what it should, and then tells the facts with other digits")
{
    public override bool TellsLies => true;

    public override WireReply Play(Scene scene)
    {
        if (scene.HasCalls)
        {
            return ChatAnswer.Of(scene.Request, scene.Honest);
        }

        var told = ((Decision.Say)scene.Honest).Text;
        var turned = Digits().Replace(told, match => long.TryParse(match.Value.Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (number + 111).ToString("#,0", CultureInfo.InvariantCulture)
            : match.Value);
        return scene.Say(turned == told ? told + Lie.Fill(" That makes ₦{naira} in all.", scene.Random) : turned);
    }

    [GeneratedRegex(@"\d[\d,]{2,}")]
    private static partial Regex Digits();
}
