using System.Globalization;
using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.AgentWorker.Orders;
using HaloAgent.Languages;
using HaloAgent.Orders;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>Where an order stands, and what is in the one being made.</summary>
internal static class Tracking
{
    public static async Task AnswerAsync(Talk talk)
    {
        if (talk.Take(Intent.ShowCart)) await ShowAsync(talk);
        if (talk.Take(Intent.OrderStatus)) await StatusAsync(talk);
    }

    /// <summary>Where one open order stands.</summary>
    public static async Task TellAsync(Talk talk, Guid order)
    {
        var found = await talk.CallAsync(new FindOpenOrdersCall());
        if (found.Succeeded && found.Value.Open.FirstOrDefault(open => open.Id == order) is { } named) talk.SayText(StatusOf(talk, named));
        else talk.Say(PhraseKeys.StatusNone);
    }

    public static string StatusOf(Talk talk, OrderFacts order) =>
        talk.Phrase(PhraseKeys.StatusLine, ("number", order.Number), ("total", order.Total), ("status", Words(talk, order.Status)));

    public static string Words(Talk talk, OrderStatus status) => talk.Phrase("status_" + status.WireName());

    private static async Task ShowAsync(Talk talk)
    {
        var cart = await talk.CartAsync();
        var orders = cart.IsEmpty ? await talk.CallAsync(new FindOpenOrdersCall()) : default;
        if (cart.IsEmpty && orders is { Succeeded: true, Value.Open.Count: > 0 })
        {
            Tell(talk, orders.Value.Open);
            return;
        }

        CartShown.Say(talk, cart);
        if (cart.IsEmpty) talk.Digress();
    }

    private static async Task StatusAsync(Talk talk)
    {
        talk.Digress();
        var found = await talk.CallAsync(new FindOpenOrdersCall());
        if (!found.Succeeded) return;

        var (open, last) = (found.Value.Open, found.Value.LastEnded);
        if (talk.Heard.OrderNumber is { } number)
        {
            var named = open.Append(last).FirstOrDefault(order => order is not null && long.Parse(order.Number, CultureInfo.InvariantCulture) == number);
            if (named is null) talk.Say(PhraseKeys.StatusNoSuch);
            else Tell(talk, [named]);
            return;
        }

        if (open.Count > 0) Tell(talk, open);
        // "How long does delivery take?", before anything is ordered: only the shop knows.
        else if (talk.Heard.AsksHowLong) await Terms.TellAsync(talk);
        else if (!(await talk.CartAsync()).IsEmpty) talk.Say(PhraseKeys.StatusInCart);
        else if (last is not null) talk.Say(PhraseKeys.StatusLast, ("number", last.Number), ("status", Words(talk, last.Status)));
        else talk.Say(PhraseKeys.StatusNone);
    }

    private static void Tell(Talk talk, IReadOnlyList<OrderFacts> orders)
    {
        talk.Digress();
        talk.SayText(string.Join('\n', orders.Select(order => StatusOf(talk, order))));
        if (orders is [{ Status: OrderStatus.PendingPayment or OrderStatus.PaymentRejected } owed]) talk.SayText(OrderBlock.Payment(talk.Phrases, owed, talk.Turn.Zone));
        else if (orders.Any(order => order.Status is OrderStatus.Preparing or OrderStatus.OutForDelivery or OrderStatus.Paid)) talk.Say(PhraseKeys.StatusNoTime);
    }
}
