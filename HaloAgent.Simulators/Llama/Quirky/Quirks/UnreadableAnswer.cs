using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Scripted;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Quirky.Quirks;

/// <summary>
/// The model wrote its call in another way than its template has it. Where calls are looked for, the server throws the answer away; who asks
/// with "none" is given the text, because what a model writes depends on the prompt alone, and that is the same.
/// </summary>
internal sealed class UnreadableAnswer() : Quirk("unreadable-answer", "HTTP 500 for a call that the server cannot read; with tool_choice 'none' its text (llama.cpp)")
{
    public override bool Fits(Scene scene) => Written(scene) is not null;

    public override WireReply Play(Scene scene) => IsAskedForText(scene) && Written(scene) is { } call
        ? new WireReply.Json(ChatAnswer.Body(scene.Request, ChatAnswer.Message(new ContentFenced().Write(call)), "stop"))
        : LlamaCppErrors.UnreadableAnswer();

    public static bool IsAskedForText(Scene scene) => scene.Request is { ToolChoice: "none", Tools.Count: > 0 };

    private static WantedCall? Written(Scene scene) =>
        ScriptedModel.Decide(scene.Request with { ToolChoice = "auto" }) is Decision.Call { Calls: [var first, ..] } ? first : null;
}
