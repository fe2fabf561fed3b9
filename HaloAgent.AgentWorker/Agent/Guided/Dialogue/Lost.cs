using HaloAgent.Conversations;
using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>Says honestly when nothing was understood, with choices; the second time in a row it calls a person.</summary>
internal static class Lost
{
    public static async Task AdmitAsync(Talk talk)
    {
        if (HasAnswered(talk)) return;

        talk.NotUnderstood = true;
        if (talk.NotUnderstoodBefore == 0)
        {
            // "Okay, my sister will call you": what it is not is said, and what it waits for.
            talk.Say(talk.Heard.IsHalfYes && talk.Asked == Asked.Confirm ? PhraseKeys.StatusInCart : PhraseKeys.NotUnderstood);
            // It may have been a change: a yes must not place what the customer no longer sees.
            if (talk.Asked == Asked.Confirm) await NextStep.SummaryAgainAsync(talk);
            else if (talk.Asked is Asked.Address or Asked.Fulfillment) await NextStep.AskAgainAsync(talk);
            return;
        }

        await CallAsync(talk);
    }

    /// <summary>Something was said, and nothing understood: a model that chats on hides it from nobody. The second time in a row a person is called.</summary>
    public static async Task CountAsync(Talk talk)
    {
        talk.NotUnderstood = true;
        if (talk.NotUnderstoodBefore > 0) await CallAsync(talk);
    }

    /// <summary>More was said than who speaks.</summary>
    public static bool HasAnswered(Talk talk) => talk.HasSpoken && !IsOnlyIntroduced(talk);

    private static Task CallAsync(Talk talk) => People.CallAsync(talk, EscalationReason.NotUnderstood, PhraseKeys.NotUnderstoodAgain, PhraseKeys.NotUnderstoodAgain);

    // The very first message, not understood: the introduction alone would leave it unanswered.
    private static bool IsOnlyIntroduced(Talk talk) => talk.Turn.FirstContact && talk.Heard.IsNothing && !talk.Digressed && !talk.OrderMoved && !talk.Finished;
}
