using System.Globalization;
using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.AgentWorker.Orders;
using HaloAgent.AgentWorker.Payments;
using HaloAgent.Languages;
using HaloAgent.Orders;
using HaloAgent.Payments;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>"I have paid", and how to pay. A claim is passed on to the shop; nothing here makes an order paid.</summary>
internal static class Paying
{
    private const string ReferenceSlot = "reference";
    private const string AmountSlot = "amount";

    /// <summary>No order of a small shop costs more: what is larger is no amount.</summary>
    private const decimal MostNaira = 1_000_000_000;

    public static async Task TakeClaimAsync(Talk talk)
    {
        var typed = TypedReferences.In(talk.Text);
        if (!talk.Take(Intent.Paid) && typed is null) return;

        talk.Heard = talk.Heard.Without(Intent.PaymentDetails, Intent.PayLater, Intent.Yes, Intent.Done).WithoutPicks().WithoutLines(line => line.Mention is null or { IsUnknown: true });
        talk.Keep(ReferenceSlot, typed);
        talk.Keep(AmountSlot, AmountIn(talk.Heard)?.Kobo.ToString(CultureInfo.InvariantCulture));
        var order = talk.Heard.OrderNumber is { } number ? await OrderNumberedAsync(talk, number) : null;
        await ClaimAsync(talk, order);
    }

    public static async Task ClaimAsync(Talk talk, Guid? order)
    {
        talk.Digress();
        var amount = talk.Slot(AmountSlot) is { } kobo ? new Money(long.Parse(kobo, CultureInfo.InvariantCulture)) : (Money?)null;
        var claimed = await talk.CallAsync(new ClaimPaymentCall(order, talk.Slot(ReferenceSlot), amount));
        if (claimed.Failure is SeveralOrders several)
        {
            ChosenOrder.Ask(talk, PhraseKeys.ClaimWhich, Asked.ClaimedOrder, several.Orders);
            return;
        }

        talk.Keep(ReferenceSlot, null);
        talk.Keep(AmountSlot, null);
        if (claimed.Succeeded) Tell(talk, claimed.Value, amount);
        else if (claimed.Failure.Code == "already_paid") talk.Say(PhraseKeys.ClaimAlreadyPaid);
        else if (!(await talk.CartAsync()).IsEmpty) talk.Say(PhraseKeys.PaymentAfterConfirming);
        else talk.Say(PhraseKeys.ClaimNothing);
    }

    public static async Task AnswerAsync(Talk talk)
    {
        if (talk.Take(Intent.PayOnDelivery))
        {
            talk.Heard = talk.Heard.Without(Intent.PayLater, Intent.PaymentDetails);
            talk.Say(PhraseKeys.PaymentByTransfer);
            talk.Digress();
        }

        // "Yes I agree, send account": the order is placed, and with it comes where to pay.
        if (talk.Asked == Asked.Confirm && !talk.OrderMoved && talk.Heard.Has(Intent.Yes) && talk.Heard.IsOnly(Intent.Yes, Intent.Done, Intent.Thanks, Intent.PaymentDetails, Intent.PayLater)
            && (talk.Listener.Agreement.AgreesPlainly(talk.Text) || !(talk.Heard.IsQuestion || talk.Heard.Has(Intent.PayLater)))) talk.Heard = talk.Heard.Without(Intent.PaymentDetails, Intent.PayLater);

        if (talk.Take(Intent.PaymentDetails))
        {
            talk.Heard = talk.Heard.Without(Intent.PayLater);
            await InstructAsync(talk, null);
        }

        // "I'll pay the normal price. Yes, place the order": the yes to the summary stands in a sentence of its own.
        if (talk.Asked == Asked.Confirm && talk.Heard.HasAny(Intent.Yes) && talk.Listener.Agreement.AgreesPlainly(talk.Text) && SaysYesApart(talk)) talk.Heard = talk.Heard.Without(Intent.PayLater);

        if (talk.Take(Intent.PayLater) && !talk.OrderMoved && !talk.Digressed)
        {
            talk.Digress();
            await WhenReadyAsync(talk);
        }
    }

    // "I will pay tomorrow": of an order that owes. What is not ordered yet cannot be paid.
    private static async Task WhenReadyAsync(Talk talk)
    {
        var orders = await talk.CallAsync(new FindOpenOrdersCall());
        if (orders is { Succeeded: true, Value.Open.Count: > 0 }) talk.Say(PhraseKeys.PaymentWhenReady);
        else talk.Say((await talk.CartAsync()).IsEmpty ? PhraseKeys.NothingToConfirm : PhraseKeys.StatusInCart);
    }

    private static bool SaysYesApart(Talk talk) =>
        talk.Listener.SentencesOf(talk.Text) is { Count: > 1 } sentences
        && sentences.Select(talk.Listener.Hear).Any(said => said.Has(Intent.Yes) && !said.HasAny(Intent.PayLater, Intent.No, Intent.Wait) && !said.IsQuestion);

    /// <summary>How to pay the order that owes; several are asked about.</summary>
    public static async Task InstructAsync(Talk talk, Guid? wanted)
    {
        talk.Digress();
        var details = await talk.CallAsync(new PaymentDetailsCall());
        var owing = details.Succeeded ? details.Value.Owing.Where(order => wanted is null || order.Id == wanted).ToList() : [];
        switch (owing)
        {
            case [var only]:
                talk.SayText(OrderBlock.Payment(talk.Phrases, only, talk.Turn.Zone));
                if (only.BankDetails is null) People.SayWhen(talk);
                break;
            case [_, _, ..]:
                ChosenOrder.Ask(talk, PhraseKeys.PaymentWhich, Asked.OrderToPay, [.. owing.Select(order => new OrderChoice(order.Id, order.Number, order.Status, order.Total, order.CreatedAt))]);
                break;
            default:
                await NothingOwedAsync(talk);
                break;
        }
    }

    private static async Task NothingOwedAsync(Talk talk)
    {
        var found = await talk.CallAsync(new FindOpenOrdersCall());
        if (!(await talk.CartAsync()).IsEmpty)
        {
            talk.Say(PhraseKeys.PaymentAfterConfirming);
            talk.OrderMoved = true;
        }
        else if (found.Succeeded && found.Value.Open.FirstOrDefault(order => order.Status == OrderStatus.AwaitingConfirmation) is { } claimed)
        {
            talk.Say(PhraseKeys.PaymentAwaiting, ("number", claimed.Number));
        }
        else
        {
            talk.Say(PhraseKeys.PaymentNothing);
        }
    }

    private static async Task<Guid?> OrderNumberedAsync(Talk talk, long number)
    {
        var found = await talk.CallAsync(new FindOpenOrdersCall());
        return found.Succeeded ? found.Value.Open.FirstOrDefault(order => long.Parse(order.Number, CultureInfo.InvariantCulture) == number)?.Id : null;
    }

    /// <summary>What they say they paid.</summary>
    internal static Money? AmountIn(Heard heard) => heard.Amount is > 0 and <= MostNaira and var naira ? Money.FromNaira(decimal.Round(naira, 2)) : null;

    private static void Tell(Talk talk, PaymentClaimed claimed, Money? amount)
    {
        var order = claimed.Order;
        if (claimed.NotPossible)
        {
            talk.Say(PhraseKeys.ClaimNotPossible, ("number", order.Number));
            People.SayWhen(talk);
        }
        else if (claimed.AddedToEarlier) talk.Say(PhraseKeys.ClaimRepeated, ("number", order.Number));
        // What they say they paid is theirs to say: the total is not put into their mouth.
        else if (amount is { } said && said != order.Total) talk.Say(PhraseKeys.ClaimReceivedAmount, ("number", order.Number), ("amount", said), ("total", order.Total));
        else talk.Say(PhraseKeys.ClaimReceived, ("number", order.Number), ("total", order.Total));

        var key = claimed.Reference switch
        {
            ReferenceCheck.Matches => PhraseKeys.ClaimReferenceMatches,
            ReferenceCheck.Mistyped => PhraseKeys.ClaimReferenceMistyped,
            ReferenceCheck.OtherOrder => PhraseKeys.ClaimReferenceOther,
            ReferenceCheck.Unknown => PhraseKeys.ClaimReferenceUnknown,
            _ => null,
        };
        if (key is not null) talk.Say(key, ("reference", order.PaymentReference));
    }
}
