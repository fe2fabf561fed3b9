using HaloAgent.Businesses;
using HaloAgent.Languages;
using HaloAgent.Orders;

namespace HaloAgent.Conversations;

/// <summary>
/// The next reply that suggests itself to the person who takes over: a template for the reason, with the open orders as they are stored.
/// It promises nothing, money least of all.
/// </summary>
public static class SuggestedReply
{
    private const int MostOrders = 3;

    public static string For(EscalationReason reason, Phrasebook phrases, Business shop, IReadOnlyList<Order> open) => string.Join("\n\n",
    [
        $"{phrases.Say(PhraseKeys.SuggestOpening, ("shop", shop.Name))} {phrases.Say(KeyOf(reason))}",
        .. open.Count == 0 ? (IEnumerable<string>)[] : [string.Join('\n', open.Take(MostOrders).Select(order => Line(order, phrases)))],
    ]);

    private static string Line(Order order, Phrasebook phrases) => phrases.Say(
        PhraseKeys.StatusLine, ("number", order.DisplayNumber), ("total", order.Total), ("status", phrases.Say("status_" + order.Status.WireName())));

    private static string KeyOf(EscalationReason reason) => reason switch
    {
        EscalationReason.AskedForPerson or EscalationReason.TooManyMessages or EscalationReason.Other => PhraseKeys.SuggestPerson,
        EscalationReason.Complaint or EscalationReason.Anger => PhraseKeys.SuggestComplaint,
        EscalationReason.Refund => PhraseKeys.SuggestRefund,
        EscalationReason.Medical => PhraseKeys.SuggestHealth,
        EscalationReason.PaymentDetailsMissing => PhraseKeys.SuggestPaying,
        EscalationReason.NotUnderstood or EscalationReason.TurnFailed or EscalationReason.ToolFailed or EscalationReason.GuardTripped => PhraseKeys.SuggestMissed,
        _ => PhraseKeys.SuggestLooking,
    };
}
