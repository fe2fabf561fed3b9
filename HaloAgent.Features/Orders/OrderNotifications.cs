using HaloAgent.Businesses;
using HaloAgent.Data;
using HaloAgent.Languages;
using HaloAgent.Messaging;
using HaloAgent.Payments;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Orders;

/// <summary>
/// Decides which change of an order its customer is told, and queues it in the transaction of the change: what is rolled back is not
/// told, and what is committed is. What the customer did themselves is answered by the turn in which they did it.
/// </summary>
public sealed class OrderNotifications(HaloDbContext db, QueueMessage queue)
{
    internal async Task TellAsync(Order order, OrderChange change, int pointsEarned, CancellationToken cancellationToken)
    {
        if (change.ByKind is ActorKind.Customer or ActorKind.Agent || KeyOf(change) is not { } key)
        {
            return;
        }

        var told = await ListenerAsync(order, cancellationToken);
        var phrases = Phrasebook.For(told.Language, told.Tone);
        var text = phrases.Say(
            key,
            ("number", order.DisplayNumber), ("total", order.Total), ("reference", order.PaymentReference), ("reason", change.Note),
            ("address", order.Fulfillment == FulfillmentType.Pickup ? told.PickupAddress : order.DeliveryAddress), ("shop", told.Name));
        if (pointsEarned > 0)
        {
            text += "\n" + phrases.Say(PhraseKeys.PointsEarned, ("points", pointsEarned));
        }

        await QueueAsync(order, text, $"order-change:{change.Id:N}", cancellationToken);
    }

    /// <summary>No change of the order tells of it: it had ended before it was claimed.</summary>
    internal async Task TellLateClaimRejectedAsync(Order order, Payment claimed, string reason, CancellationToken cancellationToken)
    {
        var told = await ListenerAsync(order, cancellationToken);
        var text = Phrasebook.For(told.Language, told.Tone).Say(PhraseKeys.LatePaymentRejected, ("number", order.DisplayNumber), ("reason", reason));
        await QueueAsync(order, text, $"claim-rejected:{claimed.Id:N}", cancellationToken);
    }

    private Task<Listener> ListenerAsync(Order order, CancellationToken cancellationToken) => (
        from business in db.Businesses
        join contact in db.Contacts on business.Id equals contact.BusinessId
        where business.Id == order.BusinessId && contact.Id == order.ContactId
        select new Listener(business.Name, business.PickupAddress, business.Tone, contact.Language)).SingleAsync(cancellationToken);

    private Task<long?> QueueAsync(Order order, string text, string key, CancellationToken cancellationToken) => queue.HandleAsync(
        new OutboundDraft(order.BusinessId, order.ConversationId, MessageAuthor.System, Actor.System.Name, MessageContent.OfText(text), key), cancellationToken);

    private sealed record Listener(string Name, string PickupAddress, Tone Tone, string Language);

    /// <summary>The phrase for a change; null for what the customer need not hear of.</summary>
    private static string? KeyOf(OrderChange change) => change.To switch
    {
        OrderStatus.Paid => PhraseKeys.OrderPaid,
        OrderStatus.PaymentRejected => PhraseKeys.PaymentRejected,
        OrderStatus.Preparing => PhraseKeys.OrderPreparing,
        OrderStatus.ReadyForPickup => PhraseKeys.OrderReady,
        OrderStatus.OutForDelivery => PhraseKeys.OrderOnItsWay,
        OrderStatus.Completed => PhraseKeys.OrderCompleted,
        OrderStatus.Cancelled => string.IsNullOrWhiteSpace(change.Note) ? PhraseKeys.OrderCancelled : PhraseKeys.OrderCancelledBecause,
        OrderStatus.Expired => PhraseKeys.OrderExpired,
        _ => null,
    };
}
