using HaloAgent.AgentWorker.Agent.Guard;
using HaloAgent.Conversations;
using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>What holds in the shop, read out in its own words: the agent explains no terms and adds none. Without any the question goes to a person.</summary>
internal static class Terms
{
    public static async Task TellAsync(Talk talk)
    {
        talk.Digress();
        if (WrittenTerms.Quotable(talk.Shop) is { Length: > 0 } policies) talk.Say(PhraseKeys.Terms, ("policies", policies));
        else await People.CallAsync(talk, EscalationReason.Other, PhraseKeys.GuardPassedOn, PhraseKeys.GuardPassedOn);
    }
}
