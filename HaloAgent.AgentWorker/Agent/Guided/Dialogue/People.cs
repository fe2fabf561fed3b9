using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.AgentWorker.Conversations;
using HaloAgent.AgentWorker.Orders;
using HaloAgent.Conversations;
using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>Calls a person of the shop: for what only a person may answer, for a complaint, and when the customer asks for one.</summary>
internal static class People
{
    private const int LongestDetail = 300;

    /// <summary>What is too long to be read to its end is for a person, too: the end may say the opposite of the beginning.</summary>
    /// <returns>True: nothing else is to be said in this reply.</returns>
    public static async Task<bool> CallAsync(Talk talk)
    {
        await HearCallBackAsync(talk);
        if (talk.Heard is { OnlyReturns: true, Matters: [Matter.Refund] } && !await HasOrderedAsync(talk)) talk.Heard = talk.Heard.Without(Intent.Complaint) with { Matters = [] };
        var complains = talk.Take(Intent.Complaint) && !(talk.Heard.Matters.Count == 0 && (await AnotherVariant.IsCorrectionAsync(talk) || await Replacing.IsCorrectionAsync(talk)));
        if (complains) talk.Heard = talk.Heard with { Swaps = [.. talk.Heard.Swaps.Where(swap => !swap.InComplaint)] };
        if (talk.Heard.Matters is [Matter.Allergy]) return await TellOfAllergyAsync(talk);
        if (talk.Heard.Matters is [var gravest, ..]) await CallForAsync(talk, gravest);
        else if (complains)
        {
            await CallAsync(talk, EscalationReason.Complaint, PhraseKeys.ComplaintPassedOn, PhraseKeys.ComplaintPassedOn);
            return !await SaysMoreAsync(talk);
        }
        else if (talk.Take(Intent.Person))
        {
            await CallAsync(talk, EscalationReason.AskedForPerson, PhraseKeys.PersonCalled, PhraseKeys.PersonCalledAlready);
            // "I have paid, ask your oga": the claim is noted all the same.
            return !talk.Heard.Has(Intent.Paid);
        }
        else if (talk.Text.Length > Folding.MostCharacters) await CallAsync(talk, EscalationReason.NotUnderstood, PhraseKeys.NotUnderstoodAgain, PhraseKeys.NotUnderstoodAgain);
        else return false;
        return true;
    }

    // "Call me on 0803 …": whoever brings the order is to do that. Without one it is a wish to be called.
    private static async Task HearCallBackAsync(Talk talk)
    {
        if (!talk.Heard.Wishes.Any(wish => wish.IsCallBack) || talk.Heard.Lines.Count > 0 || talk.Heard.Address is not null || !(await talk.CartAsync()).IsEmpty) return;
        talk.Heard = talk.Heard with { Wishes = [.. talk.Heard.Wishes.Where(wish => !wish.IsCallBack)], Intents = talk.Heard.Without(Intent.Person).Intents.Append(new(Intent.Person, 1)).ToDictionary() };
    }

    // "I am tired of waiting for the bus, just bring it to 5 Allen": what is said about an order that is being made is not lost in it.
    private static async Task<bool> SaysMoreAsync(Talk talk) =>
        (talk.Heard.HasAny(Intent.Pickup, Intent.Delivery, Intent.SavedAddress) || talk.Heard.Address is not null || talk.Heard.Swaps.Count > 0 || talk.Heard.Lines.Any(line => line.Quantity is not null || line.Action == LineAction.Remove))
        && !(await talk.CartAsync()).IsEmpty;

    private static async Task<bool> HasOrderedAsync(Talk talk) =>
        await talk.CallAsync(new FindOpenOrdersCall()) is not { Succeeded: true } found || found.Value is { Open.Count: > 0 } or { LastEnded: not null };

    public static Task CallForAsync(Talk talk, Matter matter) => matter switch
    {
        Matter.Medical or Matter.Allergy => CallAsync(talk, EscalationReason.Medical, PhraseKeys.HealthPassedOn, PhraseKeys.HealthPassedOn),
        Matter.Legal => CallAsync(talk, EscalationReason.Legal, PhraseKeys.LawPassedOn, PhraseKeys.LawPassedOn),
        Matter.Refund => CallAsync(talk, EscalationReason.Refund, PhraseKeys.RefundPassedOn, PhraseKeys.RefundPassedOn),
        _ => CallAsync(talk, EscalationReason.Anger, PhraseKeys.ComplaintPassedOn, PhraseKeys.ComplaintPassedOn),
    };

    // Somebody has to look at it before the food is made, and the order need not wait for them. What a description says of a thing is no
    // answer to somebody whom it may harm.
    private static async Task<bool> TellOfAllergyAsync(Talk talk)
    {
        await CallAsync(talk, EscalationReason.Medical, PhraseKeys.AllergyPassedOn, PhraseKeys.AllergyPassedOn);
        talk.Heard = talk.Heard.WithoutLines(line => line.Action is LineAction.About or LineAction.Availability) with { Matters = [] };
        talk.Digress();
        return false;
    }

    public static async Task CallAsync(Talk talk, EscalationReason reason, string told, string toldAgain)
    {
        var detail = talk.Text.Length <= LongestDetail ? talk.Text : talk.Text[..LongestDetail];
        var called = await talk.CallAsync(new EscalateCall(reason, detail.Length == 0 ? null : detail, talk.Phrases.Language));
        talk.Say(called is { Succeeded: true, Value.AlreadyOpen: true } ? toldAgain : told);
        SayWhen(talk);
    }

    /// <summary>When whoever was asked may answer, by the shop's opening hours.</summary>
    public static void SayWhen(Talk talk)
    {
        if (WhatHappensNext.Say(talk.Phrases, talk.Shop, talk.Turn.Now) is { } next) talk.SayText(next);
    }
}
