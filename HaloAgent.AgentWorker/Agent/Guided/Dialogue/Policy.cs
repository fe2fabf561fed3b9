using HaloAgent.AgentWorker.Agent.Guided.Understanding;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>
/// In which order a burst is answered: first what must not be missed, then what was said about the order, then questions,
/// and at the end what is still open. Each concern answers its part and leaves the rest to the next.
/// </summary>
internal static class Policy
{
    public static async Task AnswerAsync(Talk talk)
    {
        await Attachments.TakeAsync(talk);
        Courtesy.Greet(talk);
        if (await People.CallAsync(talk)) return;
        Courtesy.Decline(talk);
        await PersonalData.TakeAsync(talk);

        if (!await SureQuestion.TakeAsync(talk)) await Cancelling.TakeAsync(talk);
        await Courtesy.TakeNameAsync(talk);
        await Paying.TakeClaimAsync(talk);
        await Wishes.AttachAsync(talk);
        await Confirming.ForgetWhatStandsAsync(talk);
        await HouseNumber.TakeAsync(talk);
        await OpenQuestion.TakeAnswerAsync(talk);
        var takesOut = talk.Heard.Lines.Any(line => line.Action is LineAction.Remove or LineAction.Set);
        await Ordering.TakeAsync(talk);
        if (takesOut) await Wishes.ForgetWithTheLastLineAsync(talk);
        await Wishes.TakeAsync(talk);
        await Rewards.TakeAsync(talk);
        await Delivering.TakeAsync(talk);
        await Asking.AnswerAsync(talk);
        await Paying.AnswerAsync(talk);
        await Tracking.AnswerAsync(talk);
        await Confirming.TakeAsync(talk);
        Courtesy.Close(talk);
        await NextStep.AskAsync(talk);
        await Lost.AdmitAsync(talk);
    }
}
