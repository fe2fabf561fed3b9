using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.AgentWorker.Agent.Tools;
using HaloAgent.AgentWorker.Contacts;
using HaloAgent.Compliance;
using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>What a customer decides about the data that the shop holds of them, and about being sent offers.</summary>
internal static class PersonalData
{
    public static async Task TakeAsync(Talk talk)
    {
        if (talk.Take(Intent.DataDelete)) await AskAsync(talk, DataRequestKind.Delete);
        if (talk.Take(Intent.DataCopy)) await AskAsync(talk, DataRequestKind.Export);
        if (talk.Take(Intent.StopOffers)) await TellAsync(talk, new SetMarketingConsentCall(false), PhraseKeys.OffersOff);
        if (talk.Take(Intent.WantOffers)) SureQuestion.AskForOffers(talk);
    }

    public static async Task AskAsync(Talk talk, DataRequestKind kind)
    {
        if (await TellAsync(talk, new RequestMyDataCall(kind), kind == DataRequestKind.Delete ? PhraseKeys.DataDeleteAsked : PhraseKeys.DataCopyAsked)) People.SayWhen(talk);
    }

    private static async Task<bool> TellAsync<TResult>(Talk talk, IToolCall<TResult> call, string told)
    {
        var done = await talk.CallAsync(call);
        talk.Say(done.Succeeded ? told : PhraseKeys.CannotSay);
        talk.Digress();
        // "Delete my data": of no thing in the cart.
        talk.Heard = talk.Heard.WithoutLines(line => line.Mention is null or { IsUnknown: true });
        return done.Succeeded;
    }
}
