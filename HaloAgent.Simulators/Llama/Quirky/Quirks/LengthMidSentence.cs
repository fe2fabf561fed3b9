using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Quirky.Quirks;

internal sealed class LengthMidSentence() : Quirk("length-mid-sentence", "the answer ended within its words, finish_reason 'length'")
{
    public override bool Fits(Scene scene) => scene.Honest is Decision.Say { Text.Length: > 10 };

    public override WireReply Play(Scene scene)
    {
        var whole = ((Decision.Say)scene.Honest).Text;
        return new WireReply.Json(ChatAnswer.Body(scene.Request, ChatAnswer.Message(whole[..(whole.Length * 2 / 3)]), "length"));
    }
}
