using HaloAgent.AgentWorker.Orders;
using HaloAgent.Languages;
using HaloAgent.Orders;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>Ends a reply with what is open: the question that stands, the next thing the order needs, or its summary.</summary>
internal static class NextStep
{
    public static async Task AskAsync(Talk talk)
    {
        if (talk.Finished || Replacing.Ask(talk)) return;
        if (talk.Pending.Count > 0 && (talk.OrderMoved || talk.Digressed))
        {
            LineQuestion.Ask(talk, talk.Pending[0]);
            return;
        }

        if (!talk.OrderMoved && !talk.Digressed) return;
        var cart = await talk.CartAsync();
        if (cart.IsEmpty) EndWithoutCart(talk);
        else if (talk.OrderMoved) await GoOnAsync(talk, cart);
        else Recall(talk, cart);
    }

    private static void EndWithoutCart(Talk talk)
    {
        if (talk.OrderMoved && !talk.HasSpoken) talk.Say(PhraseKeys.CartEmpty);
        else if (talk.IsOnlyGreeted || (talk.OrderMoved && !talk.Digressed)) talk.Say(PhraseKeys.WhatCanIDo);
        talk.AskNothing();
    }

    // After a digression: where the order stood, in one line.
    private static void Recall(Talk talk, CartView cart)
    {
        if (cart.SummaryShownEarlier && talk.Asked != Asked.Change)
        {
            talk.Say(PhraseKeys.StillWaiting, ("total", cart.Total));
            talk.Ask(Asked.Confirm);
        }
        else if (cart.Missing.Count > 0 && talk.Listed.Count == 0)
        {
            AskFor(talk, cart, cart.Missing[0]);
        }
    }

    private static async Task GoOnAsync(Talk talk, CartView cart)
    {
        if (cart.TooFew is [var line, ..])
        {
            if (line.Left > 0) talk.Say(PhraseKeys.CartShort, ("left", line.Left), ("name", line.FullName));
            else talk.Say(PhraseKeys.CartGone, ("name", line.FullName));
            talk.AskNothing();
            return;
        }

        if (cart.Missing is [CartGap.Fulfillment, ..] && talk.Shop.DeliveryAreas.Count == 0)
        {
            talk.Say(PhraseKeys.PickupOnly, ("address", talk.Shop.PickupAddress));
            if (await talk.CallAsync(new ChoosePickupCall()) is { Succeeded: true } chosen) cart = chosen.Value;
        }

        if (cart.Missing is [var gap, ..])
        {
            if (gap == CartGap.Fulfillment && !talk.TotalSaid) talk.Say(PhraseKeys.CartTotal, ("total", cart.Total));
            AskFor(talk, cart, gap);
            return;
        }

        await SummariseAsync(talk);
    }

    /// <summary>What the order still needs, once more.</summary>
    public static async Task AskAgainAsync(Talk talk)
    {
        if (await talk.CartAsync() is { IsEmpty: false, Missing: [var gap, ..] } cart) AskFor(talk, cart, gap);
    }

    /// <summary>The summary that waits for its yes, once more.</summary>
    public static async Task SummaryAgainAsync(Talk talk)
    {
        if (await talk.CartAsync() is { IsEmpty: false, SummaryShownEarlier: true, Missing.Count: 0, TooFew.Count: 0 }) await SummariseAsync(talk);
    }

    private static async Task SummariseAsync(Talk talk)
    {
        var shown = await talk.CallAsync(new ShowSummaryCall());
        if (!shown.Succeeded) return;
        SummaryAge.Note(talk);
        talk.SayText(OrderBlock.Summary(talk.Phrases, shown.Value, talk.Shop.PickupAddress));
        talk.List([]);
        talk.Ask(Asked.Confirm);
    }

    private static void AskFor(Talk talk, CartView cart, CartGap gap)
    {
        switch (gap)
        {
            case CartGap.Fulfillment:
                talk.Say(PhraseKeys.DeliveryOrPickup);
                talk.List([]);
                talk.Ask(Asked.Fulfillment);
                break;
            case CartGap.Address:
                AskForAddress(talk, cart);
                break;
            case CartGap.Area:
                var areas = talk.Shop.DeliveryAreas;
                List<string> lines = [talk.Phrase(PhraseKeys.AreaWanted), .. areas.Select((area, i) => talk.Phrase(PhraseKeys.AreaLine, ("place", i + 1), ("area", area.Name), ("fee", area.Fee)))];
                talk.SayText(string.Join('\n', lines.Append(talk.Phrase(PhraseKeys.AreaOther))));
                talk.List(areas.Select(area => new ListedChoice(Listed.Area, area.Name)));
                talk.Ask(Asked.Area);
                break;
        }
    }

    private static void AskForAddress(Talk talk, CartView cart)
    {
        var contact = talk.Turn.Contact;
        talk.List([]);
        if (contact.SavedAddress is { } saved && talk.Asked != Asked.Address && (cart.Area is null || cart.Area == contact.SavedArea))
        {
            talk.Say(PhraseKeys.SavedAddressOffer, ("address", saved));
            talk.Ask(Asked.SavedAddress);
            return;
        }

        if (cart is { Area: { } area, DeliveryFee: { } fee }) talk.Say(PhraseKeys.StreetWanted, ("area", area), ("fee", fee));
        else talk.Say(PhraseKeys.AddressWanted);
        talk.Ask(Asked.Address);
    }
}
