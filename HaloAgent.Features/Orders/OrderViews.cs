using HaloAgent.Contacts;
using HaloAgent.Contracts.Contacts;
using HaloAgent.Contracts.Orders;
using HaloAgent.Data;
using HaloAgent.Payments;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Orders;

/// <summary>Orders as members see them: with the customer and the decision that can still be undone.</summary>
public sealed class OrderViews(HaloDbContext db)
{
    internal async Task<IReadOnlyList<OrderView>> OfAsync(IReadOnlyList<Order> orders, CancellationToken cancellationToken)
    {
        var ids = orders.Select(o => o.Id).ToList();
        var contactIds = orders.Select(o => o.ContactId).Distinct().ToList();
        var contacts = await db.Contacts.AsNoTracking().Where(c => contactIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken);
        var decisions = await DecisionsAsync(ids, cancellationToken);
        var claims = await ClaimsAsync(orders, cancellationToken);
        return [.. orders.Select(order => View(order, contacts[order.ContactId], decisions.GetValueOrDefault(order.Id)) with
        {
            HasReceipt = claims.GetValueOrDefault(order.Id)?.HasReceipt ?? false,
            Claim = claims.GetValueOrDefault(order.Id)?.View,
        })];
    }

    private async Task<Dictionary<Guid, WaitingClaim>> ClaimsAsync(IReadOnlyList<Order> orders, CancellationToken cancellationToken)
    {
        var claimed = orders.Where(order => order.Status == OrderStatus.AwaitingConfirmation).Select(order => order.Id).ToList();
        return claimed.Count == 0
            ? []
            : await db.WaitingClaimsOf(orders[0].BusinessId).Where(claim => claimed.Contains(claim.OrderId)).ToDictionaryAsync(claim => claim.OrderId, cancellationToken);
    }

    internal async Task<Dictionary<Guid, PendingDecisionView>> DecisionsAsync(List<Guid> orderIds, CancellationToken cancellationToken) =>
        await db.PendingDecisions.AsNoTracking()
            .Where(d => orderIds.Contains(d.OrderId) && d.State == DecisionState.Pending)
            .ToDictionaryAsync(
                d => d.OrderId,
                d => new PendingDecisionView(d.Id, WireNames.Of(d.Kind), d.Status?.WireName(), d.MemberName, d.EffectiveAt),
                cancellationToken);

    internal static ContactBadge Badge(Contact contact) => new(contact.Id, contact.Name, contact.PhoneNumber);

    private static OrderView View(Order order, Contact contact, PendingDecisionView? decision) => new(
        order.Id, order.DisplayNumber, order.Status.WireName(),
        [.. order.Items.OrderBy(i => i.Position).Select(i => new OrderItemView(i.ProductId, i.Name, i.Variant, i.Quantity, i.UnitPrice.Naira, i.Note))],
        order.Total.Naira, order.DeliveryFee.Naira, order.PaymentReference, WireNames.Of(order.Fulfillment), order.DeliveryAddress, Badge(contact),
        order.ConversationId, order.CreatedAt, order.ExpiresAt,
        [.. order.Status.MovesForMember(order.Fulfillment).Select(move => move.WireName())], decision,
        [.. InOrder(order.History).Select(c => new OrderHistoryView(c.At, c.From?.WireName(), c.To.WireName(), c.ByName, c.Note))], order.Note, order.Discount.Naira, order.PointsUsed);

    /// <summary>Two changes of one moment have the same time: each follows the one that led to where it began.</summary>
    private static IEnumerable<OrderChange> InOrder(IEnumerable<OrderChange> history)
    {
        var left = history.OrderBy(c => c.At).ToList();
        OrderStatus? reached = null;
        while (left.Count > 0)
        {
            var next = left.Find(c => c.At == left[0].At && c.From == reached) ?? left[0];
            left.Remove(next);
            reached = next.To;
            yield return next;
        }
    }
}
