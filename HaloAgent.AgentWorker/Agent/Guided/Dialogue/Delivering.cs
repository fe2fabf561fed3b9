using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.AgentWorker.Orders;
using HaloAgent.Businesses;
using HaloAgent.Languages;
using HaloAgent.Orders;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>Delivery or pickup, and where to.</summary>
internal static class Delivering
{
    private const string AskedAreaSlot = "asked-area";

    public static async Task TakeAsync(Talk talk)
    {
        if (await PlacedOrder.TakeHandOverAsync(talk)) return;
        if (talk.Asked == Asked.SavedAddress && await TakeSavedAsync(talk)) return;
        if (talk.Asked is Asked.Fulfillment && talk.Heard.IsOnly(Intent.Yes)) talk.OrderMoved = talk.Take(Intent.Yes);
        await ForgetWhatIsSoAsync(talk);
        if (await IsOnlyReceivedAsync(talk)) talk.Take(Intent.Pickup);

        if (talk.Take(Intent.Pickup))
        {
            await PickUpAsync(talk);
        }
        else if (talk.Take(Intent.SavedAddress))
        {
            await ToSavedAsync(talk);
        }
        else if (IsWish(talk) || await IsOtherAreaAsync(talk))
        {
            var (address, area) = (talk.Heard.Address?.Text ?? talk.Heard.Place, talk.Heard.Area);
            talk.Heard = talk.Heard.WithoutPlace().Without(Intent.Delivery);
            if (address is not null && area is null && SameStreet.In(await talk.CartAsync(), address) is { } right) (address, area) = right;
            if (address is not null) area ??= await AreaAskedAboutAsync(talk);
            await DeliverAsync(talk, address, area);
            // "Can you deliver to Ibadan? My address is …": what it costs to bring it there, and nowhere else.
            if (talk.Shop.DeliveryAreas.FirstOrDefault(known => known.Name == area) is { } there && talk.Take(Intent.DeliveryFee)) talk.Say(PhraseKeys.Fee, ("area", there.Name), ("fee", there.Fee));
        }
        else if (talk.Heard.Area is not null && !talk.Heard.Has(Intent.DeliveryFee))
        {
            // Only the name of an area, out of nowhere: what it costs to bring something there.
            talk.Heard = talk.Heard with { Intents = talk.Heard.Intents.Append(new(Intent.DeliveryFee, 0.7)).ToDictionary() };
        }
    }

    /// <summary>What bringing something to this area costs was asked: an address without an area lies there. The summary names it.</summary>
    public static void NoteAskedArea(Talk talk, DeliveryArea area)
    {
        var named = talk.Shop.DeliveryAreas.Count(known => known.Names.Any(name => talk.Text.Contains(name, StringComparison.OrdinalIgnoreCase)));
        talk.Keep(AskedAreaSlot, named > 1 ? null : area.Name);
    }

    private static async Task<string?> AreaAskedAboutAsync(Talk talk)
    {
        var asked = talk.Slot(AskedAreaSlot);
        talk.Keep(AskedAreaSlot, null);
        return (await talk.CartAsync()).Area is null ? talk.Shop.DeliveryAreas.FirstOrDefault(known => known.Name == asked)?.Name : null;
    }

    public static Task ToAreaAsync(Talk talk, string area) => DeliverAsync(talk, null, area);

    // "Correct, bring am": what the summary says already is no change, and the yes beside it counts.
    private static async Task ForgetWhatIsSoAsync(Talk talk)
    {
        if (!talk.Heard.Has(Intent.Yes) || talk.Heard is not { Address: null, Area: null, Place: null }) return;
        var cart = await talk.CartAsync();
        if (!cart.SummaryShownEarlier) return;
        if (cart.Fulfillment == FulfillmentType.Delivery) talk.Take(Intent.Delivery);
        else talk.Take(Intent.Pickup);
    }

    // "My brother will collect it", of what is to be brought: at the door.
    private static async Task<bool> IsOnlyReceivedAsync(Talk talk) =>
        talk.Heard.Has(Intent.Pickup) && talk.Listener.OnlyReceives(talk.Text)
        && (talk.Heard.Address is not null || talk.Heard.Has(Intent.Delivery) || await talk.CartAsync() is { Fulfillment: FulfillmentType.Delivery, Address: not null });

    private static bool IsWish(Talk talk)
    {
        var heard = talk.Heard;
        if (heard.Address is not null) return true;
        if (heard.Has(Intent.DeliveryFee)) return false;
        return heard.Has(Intent.Delivery) || (heard.Area is not null && talk.Asked is Asked.Fulfillment or Asked.Address or Asked.SavedAddress or Asked.Area);
    }

    // "No, not Yaba, Surulere", said to a summary with a delivery in it.
    private static async Task<bool> IsOtherAreaAsync(Talk talk) =>
        talk.Heard is { Area: { } area, IsQuestion: false } && talk.Heard.Has(Intent.No) && await talk.CartAsync() is { Fulfillment: FulfillmentType.Delivery } cart && cart.Area != area;

    private static async Task<bool> TakeSavedAsync(Talk talk)
    {
        if (talk.Heard.HasContent) return false;
        if (talk.Take(Intent.Yes))
        {
            await ToSavedAsync(talk);
            return true;
        }

        if (!talk.Take(Intent.No)) return false;
        talk.Say(PhraseKeys.AddressWanted);
        talk.Ask(Asked.Address);
        return true;
    }

    private static async Task ToSavedAsync(Talk talk)
    {
        if (talk.Turn.Contact.SavedAddress is { } saved)
        {
            await DeliverAsync(talk, saved, talk.Turn.Contact.SavedArea);
            return;
        }

        talk.Say(PhraseKeys.AddressMissingSaved);
        talk.Ask(Asked.Address);
    }

    private static async Task PickUpAsync(Talk talk)
    {
        talk.Keep(AskedAreaSlot, null);
        await talk.CallAsync(new ChoosePickupCall());
        if (talk.Shop.PickupAddress.Length > 0) talk.Say(PhraseKeys.PickupAt, ("address", talk.Shop.PickupAddress));
        talk.OrderMoved = true;
    }

    private static async Task DeliverAsync(Talk talk, string? address, string? area)
    {
        var chosen = await talk.CallAsync(new ChooseDeliveryCall(address, area));
        talk.OrderMoved = true;
        if (chosen.Succeeded) return;

        if (chosen.Failure == OrderFailures.NoDelivery)
        {
            talk.Say(PhraseKeys.NoDelivery, ("address", talk.Shop.PickupAddress));
            return;
        }

        talk.Say(PhraseKeys.AddressTooLong, ("most", Order.AddressLength));
        talk.Ask(Asked.Address);
    }
}
