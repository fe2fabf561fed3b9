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
    /// <summary>"Yes, to VI": a yes may say once more where the summary sends it, and asks for no fee.</summary>
    public static async Task ForgetWhatStandsAsync(Talk talk)
    {
        if (talk.Asked != Asked.Confirm || talk.Heard is not { Area: { } area, Address: null, IsQuestion: false, Lines.Count: 0, Swaps.Count: 0 } heard || !heard.Has(Intent.Yes)) return;
        if (!string.Equals((await talk.CartAsync()).Area, area, StringComparison.OrdinalIgnoreCase)) return;
        talk.Heard = heard.Without(Intent.Delivery, Intent.DeliveryFee) with { Area = null, Place = null };
    }

    public static async Task TakeAsync(Talk talk)
    {
        var (yes, no, done) = (talk.Take(Intent.Yes), talk.Take(Intent.No), talk.Take(Intent.Done));
        if ((!yes && !no && !done) || talk.OrderMoved || talk.Digressed || talk.Finished) return;

        var cart = await talk.CartAsync();
        // "Okay, for my husband", to "which size?": there is something open, and it is asked again.
        if (cart.IsEmpty && talk.Pending.Count > 0) talk.OrderMoved = true;
        else if (cart.IsEmpty) await NothingToConfirmAsync(talk, yes);
        else if (no && !done) AskWhatToChange(talk);
        // To the summary of what is to be fetched.
        else if (yes && cart.Fulfillment == FulfillmentType.Pickup && talk.Listener.Agreement.OnlyAsksToBring(talk.Text)) talk.OrderMoved = true;
        else if (yes && NamesAnotherSize(talk, cart)) ShowAgain(talk);
        else if (yes && !talk.Heard.IsHalfYes && cart.SummaryShownEarlier && SummaryAge.IsFresh(talk) && talk.Asked is null or Asked.Confirm) await PlaceAsync(talk);
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

    // "Yes XL", of a drink, or of a shirt in L: a yes to something else than the summary says.
    private static bool NamesAnotherSize(Talk talk, CartView cart) => talk.Listener.LetterSizesIn(talk.Text).Any(size => !cart.Lines.Any(line =>
        Ordering.ItemOf(talk, line.ProductId) is { } item && talk.Listener.VariantsNamed(item, size).Any(variant => variant.Id == line.VariantId)));

    private static void ShowAgain(Talk talk)
    {
        if (talk.Asked == Asked.Confirm) talk.Say(PhraseKeys.StatusInCart);
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
