using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.AgentWorker.Orders;
using HaloAgent.Languages;
using HaloAgent.Orders;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>
/// A yes to the summary of an earlier turn places the order; a yes that comes with a change or a question does not.
/// Whether the summary was shown stands in the cart, not in the memory: a wiped memory confirms nothing by mistake.
/// </summary>
internal static class Confirming
{
    public static async Task TakeAsync(Talk talk)
    {
        var (yes, no, done) = (talk.Take(Intent.Yes), talk.Take(Intent.No), talk.Take(Intent.Done));
        if ((!yes && !no && !done) || talk.OrderMoved || talk.Digressed || talk.Finished) return;

        var cart = await talk.CartAsync();
        if (cart.IsEmpty) await NothingToConfirmAsync(talk, yes);
        else if (no && !done) AskWhatToChange(talk);
        else if (yes && cart.SummaryShownEarlier && SummaryAge.IsFresh(talk) && talk.Asked is null or Asked.Confirm) await PlaceAsync(talk);
        else talk.OrderMoved = true;
    }

    /// <summary>Places the order; whether the customer confirmed it, the caller has seen to.</summary>
    public static async Task PlaceAsync(Talk talk)
    {
        var placed = await talk.CallAsync(new PlaceOrderCall());
        if (placed.Succeeded)
        {
            talk.Say(PhraseKeys.OrderPlaced, ("number", placed.Value.Number));
            talk.SayText(OrderBlock.Payment(talk.Phrases, placed.Value, talk.Turn.Zone));
            if (placed.Value.BankDetails is null) People.SayWhen(talk);
            talk.Pending = [];
            talk.List([]);
            talk.AskNothing();
            talk.Finished = true;
            return;
        }

        if (placed.Failure is TotalChanged) talk.Say(PhraseKeys.TotalChanged);
        talk.Refresh();
        talk.OrderMoved = true;
    }

    private static void AskWhatToChange(Talk talk)
    {
        talk.Say(PhraseKeys.WhatToChange);
        talk.Ask(Asked.Change);
    }

    // A second yes, or one to nothing: the order just placed stands, another one is not made.
    private static async Task NothingToConfirmAsync(Talk talk, bool yes)
    {
        talk.Digress();
        var orders = await talk.CallAsync(new FindOpenOrdersCall());
        if (yes && orders is { Succeeded: true, Value.Open: [var newest, ..] })
        {
            talk.Say(PhraseKeys.OrderPlacedAlready, ("number", newest.Number));
            talk.SayText(Tracking.StatusOf(talk, newest));
        }
        else
        {
            talk.Say(yes ? PhraseKeys.NothingToConfirm : PhraseKeys.WhatCanIDo);
        }
    }
}
