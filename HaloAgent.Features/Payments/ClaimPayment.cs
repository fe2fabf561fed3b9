using HaloAgent.Data;
using HaloAgent.Orders;

namespace HaloAgent.Payments;

/// <summary>
/// "I have paid": puts the order before the shop's people. It is a claim, never a proof: an order does not get past awaiting
/// confirmation by it. A claim on an order that has ended takes its stock again, or becomes a matter for the owner.
/// </summary>
public sealed class ClaimPayment(HaloDbContext db, OwedOrder owed, MoveOrder move, RecordClaim record, ReadOrderFacts facts)
{
    /// <param name="orderId">Null: the order that owes; several are refused with <see cref="SeveralOrders"/>.</param>
    /// <param name="typedReference">As the customer typed it. A wrong one is noted and does not lose the claim: the owner checks.</param>
    /// <param name="amount">As the customer named it.</param>
    public Task<Outcome<PaymentClaimed>> HandleAsync(
        Guid businessId, Guid contactId, Guid conversationId, Guid? orderId, string? typedReference, Money? amount, CancellationToken cancellationToken) =>
        db.InTransactionAsync<PaymentClaimed>(
            async () =>
            {
                var read = await owed.ReadReferenceAsync(businessId, contactId, typedReference, cancellationToken);
                var chosen = await owed.ChooseAsync(businessId, contactId, orderId, read.OrderId, saysPaid: true, null, cancellationToken);
                if (!chosen.Succeeded)
                {
                    return chosen.Failure;
                }

                if (await move.LockAsync(businessId, chosen.Value, contactId, cancellationToken) is not { } order)
                {
                    return OrderFailures.NoSuchOrder;
                }

                var check = read.CheckAgainst(order.Id);
                var recorded = await record.RunAsync(order, conversationId, typedReference, check.Matches(), amount, Actor.Customer, cancellationToken);
                return recorded.Succeeded
                    ? new PaymentClaimed(await facts.OfAsync(order, cancellationToken), check, recorded.Value.AddedToEarlier, recorded.Value.NotPossible, amount)
                    : recorded.Failure;
            },
            cancellationToken);
}

/// <param name="AddedToEarlier">The claim stood already; what is new was added.</param>
/// <param name="NotPossible">The order had ended and its stock is sold: a person of the shop was told and decides.</param>
/// <param name="ClaimedAmount">As the customer named it now: theirs to say, and to be said back as theirs.</param>
public sealed record PaymentClaimed(OrderFacts Order, ReferenceCheck Reference, bool AddedToEarlier, bool NotPossible, Money? ClaimedAmount = null);

/// <summary>How a typed reference compares with the order that it is claimed for.</summary>
public enum ReferenceCheck
{
    NoneTyped,
    Matches,

    /// <summary>It has the shape of a reference, but its check character does not fit.</summary>
    Mistyped,

    /// <summary>It belongs to another order of the same customer.</summary>
    OtherOrder,

    Unknown,
}

internal static class ReferenceChecks
{
    public static bool? Matches(this ReferenceCheck check) => check == ReferenceCheck.NoneTyped ? null : check == ReferenceCheck.Matches;
}
