using HaloAgent.Contracts.Live;
using HaloAgent.Conversations;
using HaloAgent.Data;
using HaloAgent.Loyalty;
using HaloAgent.Orders;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Payments;

/// <summary>Puts a claim on a locked order, or adds to the one that waits there, and moves the order to awaiting confirmation.</summary>
public sealed class RecordClaim(HaloDbContext db, MoveOrder move, EscalateConversation escalate, TimeProvider time)
{
    internal async Task<Outcome<RecordedClaim>> RunAsync(
        Order order, Guid? conversationId, string? reference, bool? matches, Money? amount, Actor by, CancellationToken cancellationToken)
    {
        if (!order.MayBeClaimed())
        {
            return PaymentFailures.AlreadyPaid(order);
        }

        var waiting = await WaitingAsync(order, cancellationToken);
        var payment = waiting ?? db.Payments.Add(Payment.Claim(order.BusinessId, order.Id, reference, matches, amount, time.GetUtcNow())).Entity;

        // A reference that fits is not replaced by one that does not.
        if (waiting is not null && reference is not null && waiting.ReferenceMatches != true)
        {
            waiting.AddReference(reference, matches == true);
        }

        if (waiting is not null && amount is { } named)
        {
            waiting.Name(named);
        }

        var notPossible = false;
        if (order.Status != OrderStatus.AwaitingConfirmation)
        {
            var moved = await move.RunAsync(order, OrderStatus.AwaitingConfirmation, by, null, "payment_claimed", cancellationToken);
            notPossible = moved.Failure is OutOfStock || moved.Failure == LoyaltyFailures.PointsUsedElsewhere;
            if (!moved.Succeeded && !notPossible)
            {
                return moved.Failure;
            }
        }

        if (notPossible)
        {
            await escalate.HandleAsync(
                order.BusinessId, conversationId ?? order.ConversationId, EscalationReason.PaidOrderNotPossible,
                $"Order {order.DisplayNumber} is said or shown to be paid. It is {order.Status.Words()} and not everything in it, or of the points in it, is there any more.",
                Actor.Agent, cancellationToken);
        }

        db.Announcements.Changed(LiveEventKinds.OrderChanged, order.BusinessId, order.Id);
        await db.SaveChangesAsync(cancellationToken);
        return new RecordedClaim(payment, AddedToEarlier: waiting is not null, notPossible);
    }

    /// <summary>An order that is unpaid has no claim that waits; a unique index watches over that.</summary>
    private async Task<Payment?> WaitingAsync(Order order, CancellationToken cancellationToken) => order.Status.IsUnpaid()
        ? null
        : await db.Payments.Include(p => p.Receipts).SingleOrDefaultAsync(p => p.OrderId == order.Id && p.Status == PaymentStatus.Claimed, cancellationToken);
}

internal sealed record RecordedClaim(Payment Payment, bool AddedToEarlier, bool NotPossible);
