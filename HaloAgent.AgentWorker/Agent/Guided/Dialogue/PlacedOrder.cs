using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.AgentWorker.Orders;
using HaloAgent.Languages;
using HaloAgent.Orders;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>"Make it 3", right after the order was placed: a person may still change it, the agent only starts another one, and says so.</summary>
internal static class PlacedOrder
{
    /// <summary>Who changes something later than this speaks of something else.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    private static readonly Intent[] OfHandOver = [Intent.Pickup, Intent.Delivery, Intent.SavedAddress, Intent.Greeting, Intent.Thanks, Intent.Yes, Intent.No, Intent.Wait];

    public static async Task<PlacedOrderSpokenOf> StaysAsync(Talk talk, IReadOnlyList<SaidLine> said)
    {
        if (!Changes(talk, said) || await JustPlacedAsync(talk) is not { } order) return PlacedOrderSpokenOf.Not;
        talk.Say(PhraseKeys.OrderStays, ("number", order.Number));
        var onlyTaken = talk.Heard.Swaps.Count == 0 && said.All(line => line.Action == LineAction.Remove);
        if (onlyTaken) talk.Digress();
        return onlyTaken ? PlacedOrderSpokenOf.OnlyToTakeOut : PlacedOrderSpokenOf.BesideNew;
    }

    /// <summary>What was named beside it is in a cart by now, if the shop has it.</summary>
    public static async Task TellOfNewAsync(Talk talk)
    {
        if (!(await talk.CartAsync()).IsEmpty || talk.Pending.Count > 0) talk.Say(PhraseKeys.OrderNewBeside);
    }

    /// <summary>"Deliver it instead", "bring it to 5 Allen": said of the order that is placed.</summary>
    public static async Task<bool> TakeHandOverAsync(Talk talk)
    {
        var heard = talk.Heard;
        if (talk.OrderMoved || talk.Finished || talk.Pending.Count > 0 || heard.IsQuestion || !heard.IsOnlyOrNothing(OfHandOver) || !(heard.HasAny(Intent.Pickup, Intent.Delivery, Intent.SavedAddress) || heard.Address is not null)) return false;
        if (await JustPlacedAsync(talk) is not { } order) return false;

        var (collects, names) = (order.Fulfillment == FulfillmentType.Pickup, heard.Address is not null || heard.Area is not null || heard.Has(Intent.SavedAddress));
        if (collects && heard.Has(Intent.Pickup) && talk.Shop.PickupAddress.Length > 0) talk.Say(PhraseKeys.PickupAt, ("address", talk.Shop.PickupAddress));
        else if (!collects && heard.Has(Intent.Delivery) && !names) talk.SayText(Tracking.StatusOf(talk, order));
        else talk.Say(PhraseKeys.OrderStays, ("number", order.Number));
        talk.Heard = talk.Heard.WithoutPlace().Without(Intent.Pickup, Intent.Delivery, Intent.SavedAddress);
        talk.Digress();
        return true;
    }

    // With a cart begun after it, they speak of that.
    private static async Task<OrderFacts?> JustPlacedAsync(Talk talk)
    {
        if (!(await talk.CartAsync()).IsEmpty || await talk.CallAsync(new FindOpenOrdersCall()) is not { Succeeded: true, Value.Open: var open }) return null;
        return open.Where(order => talk.Turn.Now - order.CreatedAt <= Fresh).MaxBy(order => order.CreatedAt);
    }

    private static bool Changes(Talk talk, IReadOnlyList<SaidLine> said) =>
        talk.Heard.Swaps.Count > 0 || said.Any(line => line.Action == LineAction.Remove || (line.Action == LineAction.Set && (line.Quantity is not null || line.Mention?.Variants.Count > 0)) || line.Instead || line.Explicit);
}

/// <summary>What a change means where an order has just been placed and no other one is begun.</summary>
internal enum PlacedOrderSpokenOf
{
    Not,

    /// <summary>What is only taken out of a placed order begins no other one.</summary>
    OnlyToTakeOut,

    /// <summary>What was named goes into a new order.</summary>
    BesideNew,
}
