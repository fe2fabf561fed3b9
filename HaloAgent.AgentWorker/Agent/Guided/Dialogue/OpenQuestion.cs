using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>Reads the burst as the answer to what was asked last, as far as it is one.</summary>
internal static class OpenQuestion
{
    private static readonly Intent[] NoAddress =
    [
        Intent.CancelOrder, Intent.ClearCart, Intent.Pickup, Intent.SavedAddress, Intent.OrderStatus, Intent.Menu, Intent.Paid, Intent.Hours, Intent.Location,
        Intent.DeliveryFee, Intent.ShowCart, Intent.PaymentDetails,
    ];

    public static async Task TakeAnswerAsync(Talk talk)
    {
        await Children.TakeAnswerAsync(talk);
        await ImpliedOne.TakeAsync(talk);
        await AskedTogether.TakeAsync(talk);
        // "Same as last time", said to "where to?", is the place and not the food.
        if (talk.Asked is Asked.Address or Asked.SavedAddress or Asked.Area or Asked.Fulfillment && talk.Take(Intent.RepeatOrder))
        {
            talk.Heard = talk.Heard with { Intents = talk.Heard.Intents.Append(new(Intent.SavedAddress, 1)).DistinctBy(intent => intent.Key).ToDictionary() };
        }

        switch (talk.Asked)
        {
            case Asked.Line when talk.Pending.Count > 0:
                await LineAnswer.TakeAsync(talk);
                break;
            case Asked.Offer:
                await Ordering.TakeOfferAsync(talk);
                break;
            case Asked.Confirm when talk.Heard is { BareNumber: not null, Lines.Count: 0 } && talk.Heard.Has(Intent.Yes):
                await ReadAsCountAsync(talk, talk.Heard.BareNumber.Value);
                break;
            case Asked.Address or Asked.SavedAddress or Asked.Area:
                ReadAsAddress(talk);
                break;
            case Asked.ClaimedOrder or Asked.ReceiptOrder or Asked.OrderToPay or Asked.OrderToCancel:
                await ChosenOrder.TakeAsync(talk);
                break;
        }

        if (talk.Heard.Picks.Count > 0) await PickAsync(talk);
    }

    // "Yes, 3 please": to a summary of 3 a yes; to any other one another number, which is shown before it is ordered.
    private static async Task ReadAsCountAsync(Talk talk, int count)
    {
        var cart = await talk.CartAsync();
        talk.Heard = talk.Heard.WithoutPicks();
        if (cart.Lines.Any(line => line.Quantity == count)) return;
        if (cart.Lines.Count == 1) talk.Heard = talk.Heard with { Lines = [new SaidLine(LineAction.Set, null, count)] };
        else talk.OrderMoved = true;
    }

    // What was asked for is an address: "12 Rice Mill Road" orders no rice.
    private static void ReadAsAddress(Talk talk)
    {
        var heard = talk.Heard = AddressAnswer.In(talk.Heard, talk.Text);
        if (heard.Address is not null || heard.IsQuestion || heard.HasAny(NoAddress) || heard.Lines.Any(line => line.Action is LineAction.Remove || line.Explicit)) return;

        var text = string.Join(", ", talk.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Trim(' ', ',', '.');
        var expected = talk.Asked != Asked.Area && heard.Area is null && heard.Picks.Count == 0 && heard.Lines.Count == 0 && !heard.HasAny(Intent.Yes, Intent.No);
        if (!talk.Listener.CouldBeAddress(text) || !(talk.Listener.IsStreetAddress(text) && heard.Picks.Count == 0) && !expected) return;

        talk.Heard = new Heard { Intents = new Dictionary<Intent, double>(), Address = new SaidAddress(text, Announced: true), Area = talk.Listener.AreaIn(text), Wishes = heard.Wishes };
    }

    // "Meat pie, moi moi and zobo", and after they were taken once each: "two two".
    private static async Task<bool> EachAsync(Talk talk, int each)
    {
        if ((await talk.CartAsync()).Lines is not { Count: > 1 } lines || lines.Any(line => line.Quantity != 1)) return false;
        talk.Heard = talk.Heard.WithoutPicks();
        await Ordering.DoAsync(talk, [.. lines.Select(line => new OpenLine(LineAction.Set, each, [line.ProductId], line.VariantId is { } variant ? [variant] : [], false))]);
        return true;
    }

    private static async Task PickAsync(Talk talk)
    {
        var (picks, quantities) = (talk.Heard.Picks, talk.Heard.PickQuantities);
        if (talk.Listed.Count == 0)
        {
            if (picks is [> 0 and var each, var again] && each == again && await EachAsync(talk, each)) return;
            if (talk.Asked is null && picks is [> 0 and var number] && !talk.HasSpoken) talk.Say(PhraseKeys.NumberOfWhat, ("number", number));
            return;
        }

        talk.Heard = talk.Heard.WithoutPicks();
        var chosen = picks.Where(pick => talk.Picked(pick) is not null).Select(pick => (Choice: talk.Picked(pick)!, Quantity: quantities.TryGetValue(pick, out var many) ? many : (int?)null)).ToList();
        if (chosen.Count == 0)
        {
            talk.Say(PhraseKeys.NoSuchPlace, ("number", picks[0]));
            talk.Digress();
            return;
        }

        switch (chosen[0].Choice.Kind)
        {
            case Listed.Category:
                Menu.ShowCategory(talk, chosen[0].Choice.Id);
                break;
            case Listed.Area:
                await Delivering.ToAreaAsync(talk, chosen[0].Choice.Id);
                break;
            case Listed.Product:
                await Ordering.ChooseAsync(talk, [.. chosen.Where(pick => pick.Choice.Kind == Listed.Product).Select(pick => (Guid.Parse(pick.Choice.Id), pick.Quantity))]);
                break;
        }
    }
}
