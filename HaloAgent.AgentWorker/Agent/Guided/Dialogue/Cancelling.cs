using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.AgentWorker.Orders;
using HaloAgent.Languages;
using HaloAgent.Orders;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>Calls off what is being chosen, or an order that was placed; asks when both may be meant.</summary>
internal static class Cancelling
{
    public static async Task TakeAsync(Talk talk)
    {
        if (talk.Take(Intent.ClearCart))
        {
            await ClearAsync(talk);
            return;
        }

        if (!talk.Take(Intent.CancelOrder)) return;
        var cart = await talk.CartAsync();
        // "Remove the chapman, I don't want it any more": whoever names what is to go keeps the rest.
        if (talk.Heard.Lines.Where(line => line.Action == LineAction.Remove).Select(line => line.Mention).Concat(talk.Heard.Swaps.Select(swap => swap.From)).OfType<ProductMention>().Any(IsInCart)) return;

        // "I changed my mind, don't bring it, I will come for it": the way is another one, the order is not called off.
        if (!cart.IsEmpty && talk.Heard.OrderNumber is null && (talk.Heard.Has(Intent.Pickup) || talk.Heard.Address is not null)) return;

        talk.Heard = talk.Heard.Without(Intent.No, Intent.Yes);
        var found = await talk.CallAsync(new FindOpenOrdersCall());
        var open = found.Succeeded ? found.Value.Open : [];
        var named = talk.Heard.OrderNumber is { } number ? open.FirstOrDefault(order => order.Number.TrimStart('0') == $"{number}") : null;

        if (talk.Heard.OrderNumber is not null && named is null) talk.Say(PhraseKeys.StatusNoSuch);
        else if (named is not null) await CancelAsync(talk, named.Id);
        else if (cart.IsEmpty && open.Count == 0) talk.Say(PhraseKeys.CancelNothing);
        else if (open.Count == 0) await ClearAsync(talk);
        else if (cart.IsEmpty && open.Count == 1) await CancelAsync(talk, open[0].Id);
        else AskWhich(talk, cart, open);
        talk.Finished = true;

        bool IsInCart(ProductMention mention) => cart.Lines.Any(line => mention.Candidates.Any(item => item.Id == line.ProductId));
    }

    public static async Task ClearAsync(Talk talk)
    {
        await talk.CallAsync(new ClearCartCall());
        talk.Pending = [];
        talk.List([]);
        talk.AskNothing();
        talk.Say(PhraseKeys.CartCleared);
        talk.Finished = true;
    }

    /// <summary>The customer has not said it: asks whether the one order that can be meant is to go, or which of several.</summary>
    public static async Task AskAsync(Talk talk, long? number)
    {
        var found = await talk.CallAsync(new FindOpenOrdersCall());
        var open = found.Succeeded ? found.Value.Open : [];
        var meant = number is null ? open : [.. open.Where(order => order.Number.TrimStart('0') == $"{number}")];
        if (meant is [var only]) SureQuestion.AskToCancel(talk, only);
        else if (open.Count > 0) AskWhich(talk, await talk.CartAsync(), open);
        else talk.Say(PhraseKeys.CancelNothing);
    }

    public static async Task CancelAsync(Talk talk, Guid order)
    {
        talk.AskNothing();
        var cancelled = await talk.CallAsync(new CancelOrderCall(order, null));
        if (cancelled.Succeeded) talk.Say(cancelled.Value.AskedOwner ? PhraseKeys.CancelAskedOwner : PhraseKeys.Cancelled, ("number", cancelled.Value.Order.Number));
        else talk.Say(PhraseKeys.CancelNothing);
        if (cancelled is { Succeeded: true, Value.AskedOwner: true }) People.SayWhen(talk);
    }

    private static void AskWhich(Talk talk, CartView cart, IReadOnlyList<OrderFacts> open)
    {
        List<string> lines = [talk.Phrase(PhraseKeys.CancelWhich)];
        List<ListedChoice> choices = [];
        if (!cart.IsEmpty)
        {
            lines.Add(talk.Phrase(PhraseKeys.CancelChoiceCart, ("place", 1), ("total", cart.Total)));
            choices.Add(new ListedChoice(Listed.Cart, ""));
        }

        foreach (var order in open)
        {
            lines.Add(ChosenOrder.Line(talk, choices.Count + 1, order.Number, order.Total, order.Status));
            choices.Add(new ListedChoice(Listed.Order, order.Id.ToString()));
        }

        talk.SayText(string.Join('\n', lines.Append(talk.Phrase(PhraseKeys.ChooseNumber))));
        talk.List(choices);
        talk.Ask(Asked.OrderToCancel);
    }
}
