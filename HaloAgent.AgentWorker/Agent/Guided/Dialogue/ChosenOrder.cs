using HaloAgent.AgentWorker.Orders;
using HaloAgent.Languages;
using HaloAgent.Orders;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>Several orders may be meant: lists them, and reads which one the customer chose.</summary>
internal static class ChosenOrder
{
    public static void Ask(Talk talk, string question, string asked, IReadOnlyList<OrderChoice> orders)
    {
        talk.SayText(string.Join('\n',
        [
            talk.Phrase(question),
            .. orders.Select((order, i) => Line(talk, i + 1, order.Number, order.Total, order.Status)),
            talk.Phrase(PhraseKeys.ChooseNumber),
        ]));
        talk.List(orders.Select(order => new ListedChoice(Listed.Order, order.Id.ToString())));
        talk.Ask(asked);
    }

    public static string Line(Talk talk, int place, string number, Money total, OrderStatus status) =>
        talk.Phrase(PhraseKeys.OrderChoiceLine, ("place", place), ("number", number), ("total", total), ("status", Tracking.Words(talk, status)));

    public static async Task TakeAsync(Talk talk)
    {
        if (await ChoiceAsync(talk) is not { } choice) return;

        var asked = talk.Asked;
        talk.Heard = talk.Heard.WithoutPicks() with { OrderNumber = null };
        talk.AskNothing();
        talk.List([]);
        talk.Digress();
        if (choice.Kind == Listed.Cart)
        {
            await Cancelling.ClearAsync(talk);
            return;
        }

        var order = Guid.Parse(choice.Id);
        switch (asked)
        {
            case Asked.ClaimedOrder:
                await Paying.ClaimAsync(talk, order);
                break;
            case Asked.ReceiptOrder:
                await Attachments.AttachKeptAsync(talk, order);
                break;
            case Asked.OrderToPay:
                await Paying.InstructAsync(talk, order);
                break;
            case Asked.OrderToCancel:
                await Cancelling.CancelAsync(talk, order);
                break;
        }
    }

    // "2" is the second of the list, "order 0012" and "12" with that many orders are the number itself.
    private static async Task<ListedChoice?> ChoiceAsync(Talk talk)
    {
        if (talk.Heard.Picks is [var pick] && talk.Picked(pick) is { } picked) return picked;
        if ((talk.Heard.OrderNumber ?? talk.Heard.BareNumber) is not { } number) return null;

        var found = await talk.CallAsync(new FindOpenOrdersCall());
        var meant = found.Succeeded ? found.Value.Open.FirstOrDefault(order => order.Number.TrimStart('0') == $"{number}") : null;
        return meant is null ? null : new ListedChoice(Listed.Order, meant.Id.ToString());
    }
}
