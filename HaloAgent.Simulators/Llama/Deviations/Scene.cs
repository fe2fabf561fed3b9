using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Deviations;

/// <summary>One request as a deviation sees it.</summary>
/// <param name="Honest">What the scripted model would do.</param>
/// <param name="Random">Seeded by the configuration and the conversation: the same request gets the same numbers.</param>
/// <param name="RetryAfterSeconds">Of the switch, for those that tell the caller to wait.</param>
internal sealed record Scene(ChatRequest Request, Decision Honest, Random Random, int? RetryAfterSeconds = null)
{
    public IReadOnlyList<WantedCall> Calls => Honest is Decision.Call call ? call.Calls : [];

    public bool HasCalls => Calls.Count > 0;

    public WireReply Say(string text) => ChatAnswer.Of(Request, new Decision.Say(text));

    public WireReply Call(params WantedCall[] calls) => ChatAnswer.Of(Request, new Decision.Call(calls));
}
