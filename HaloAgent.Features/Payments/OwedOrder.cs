using HaloAgent.Data;
using HaloAgent.Orders;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Payments;

/// <summary>Finds the order that a customer's "I have paid" or receipt is about.</summary>
public sealed class OwedOrder(HaloDbContext db, TimeProvider time)
{
    private const int Most = 40;

    /// <summary>How long after its end an order may still be what a customer means.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromDays(14);

    private static readonly TimeSpan JustExpired = TimeSpan.FromDays(2);

    /// <summary>The open ones and those that have ended lately, newest first.</summary>
    private static readonly Func<HaloDbContext, Guid, Guid, DateTimeOffset, IAsyncEnumerable<Standing>> Standings = EF.CompileAsyncQuery(
        (HaloDbContext db, Guid businessId, Guid contactId, DateTimeOffset since) => db.Orders
            .Where(o => o.BusinessId == businessId && o.ContactId == contactId
                && ((o.Status != OrderStatus.Completed && o.Status != OrderStatus.Cancelled && o.Status != OrderStatus.Expired) || o.CreatedAt > since))
            .OrderByDescending(o => o.Number).Take(Most)
            .Select(o => new Standing(
                o.Id, o.Number, o.Status, o.Total, o.CreatedAt, o.History.Any(c => c.To == OrderStatus.Paid), o.History.Max(c => c.At))));

    /// <summary>Another customer's reference is as unknown as one that nobody has.</summary>
    internal async Task<ReadReference> ReadReferenceAsync(Guid businessId, Guid contactId, string? typed, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return new ReadReference(Typed: false, Mistyped: false, null);
        }

        var read = PaymentReference.Read(typed);
        var orderId = read.Reference is null
            ? null
            : await db.Orders.Where(o => o.BusinessId == businessId && o.ContactId == contactId && o.PaymentReference == read.Reference)
                .Select(o => (Guid?)o.Id).SingleOrDefaultAsync(cancellationToken);
        return new ReadReference(Typed: true, read.LooksMistyped, orderId);
    }

    /// <summary>
    /// The named order; else the one whose reference was typed, if it still owes; else the only one that owes. People reuse the
    /// narration of an old transfer, so the reference of a paid order leads to the one that is not.
    /// </summary>
    /// <param name="saysPaid">Without words a picture is no claim: it wakes no order that has ended, but for one that has just expired.</param>
    /// <param name="sentAt">When a picture was sent that is looked at only now: an order that came later, or that was decided about since, is not meant.</param>
    internal async Task<Outcome<Guid>> ChooseAsync(
        Guid businessId, Guid contactId, Guid? orderId, Guid? referenced, bool saysPaid, DateTimeOffset? sentAt, CancellationToken cancellationToken)
    {
        if (orderId is { } named)
        {
            return named;
        }

        var all = await Standings(db, businessId, contactId, time.GetUtcNow() - Recent)
            .Where(order => sentAt is not { } then || order.MayBeMeantBy(then)).ToListAsync(cancellationToken);
        var owing = all.Where(order => order.MayBeClaimed).ToList();
        if (owing.Find(order => order.Id == referenced) is { } meant)
        {
            return meant.Id;
        }

        var open = all.Where(order => order.Status.IsOpen()).ToList();
        return Choose([.. owing.Where(order => order.Status.IsUnpaid())])
            ?? Choose([.. owing.Where(order => order.Status == OrderStatus.AwaitingConfirmation || HasJustExpired(order))])
            ?? AlreadyPaid(open.Find(order => order.Id == referenced) ?? open.FirstOrDefault())
            ?? (saysPaid ? Choose([.. owing.Where(order => !order.Status.HoldsStock())]) : null)
            ?? PaymentFailures.NothingToPay;
    }

    private static Outcome<Guid>? Choose(List<Standing> orders) => orders switch
    {
        [] => null,
        [var only] => only.Id,
        _ => SeveralOrders.Of(orders.Select(order => new OrderChoice(order.Id, order.DisplayNumber, order.Status, order.Total, order.CreatedAt))),
    };

    /// <summary>A repeated "I have paid" of a paid order does not wake one that ended long ago.</summary>
    private static Outcome<Guid>? AlreadyPaid(Standing? paid) => paid is null ? default(Outcome<Guid>?) : PaymentFailures.AlreadyPaid(paid.DisplayNumber);

    /// <summary>Its customer was just told to say so if they have paid.</summary>
    private bool HasJustExpired(Standing order) => order.Status == OrderStatus.Expired && order.LastChange > time.GetUtcNow() - JustExpired;

    /// <summary>What of an order decides whether it may be meant.</summary>
    private sealed record Standing(Guid Id, long Number, OrderStatus Status, Money Total, DateTimeOffset CreatedAt, bool WasPaid, DateTimeOffset LastChange)
    {
        public bool MayBeMeantBy(DateTimeOffset sentAt) => CreatedAt <= sentAt && !(Status == OrderStatus.PaymentRejected && LastChange > sentAt);

        public bool MayBeClaimed => !WasPaid && Status.MayBeClaimed();

        public string DisplayNumber => Order.Display(Number);
    }
}

/// <param name="OrderId">The contact's order that has this reference.</param>
internal readonly record struct ReadReference(bool Typed, bool Mistyped, Guid? OrderId)
{
    public ReferenceCheck CheckAgainst(Guid order) => this switch
    {
        { Typed: false } => ReferenceCheck.NoneTyped,
        { Mistyped: true } => ReferenceCheck.Mistyped,
        { OrderId: null } => ReferenceCheck.Unknown,
        { OrderId: { } id } => id == order ? ReferenceCheck.Matches : ReferenceCheck.OtherOrder,
    };
}

internal static class Owing
{
    /// <summary>Unpaid, claimed already, or ended without ever being paid.</summary>
    public static bool MayBeClaimed(this Order order) => order.Status.MayBeClaimed() && order.History.All(change => change.To != OrderStatus.Paid);

    /// <summary>The half of it that the status decides.</summary>
    public static bool MayBeClaimed(this OrderStatus status) =>
        status == OrderStatus.AwaitingConfirmation || status.CanMoveTo(OrderStatus.AwaitingConfirmation);
}
