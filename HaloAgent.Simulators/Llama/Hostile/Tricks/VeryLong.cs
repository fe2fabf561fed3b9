using System.Text;
using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Hostile.Tricks;

internal sealed class VeryLong() : Trick("very-long", "thirty thousand characters, with invented prices in them")
{
    private const int Length = 30_000;

    public override bool TellsLies => true;

    public override WireReply Play(Scene scene)
    {
        var text = new StringBuilder("Let me tell you about our shop.");
        while (text.Length < Length)
        {
            text.Append(Lie.Fill(" Our special costs ₦{naira} and is loved by everybody in Lagos, Ibadan, Kano and Enugu.", scene.Random));
        }

        return scene.Say(text.ToString());
    }
}
