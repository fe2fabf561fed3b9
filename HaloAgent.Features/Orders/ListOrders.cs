using HaloAgent.Contacts;
using HaloAgent.Contracts.Orders;
using HaloAgent.Data;
using HaloAgent.Payments;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Orders;

/// <param name="Statuses">Wire names; none means all.</param>
/// <param name="Search">An order number, a payment reference, a phone number, or words of the customer's name.</param>
/// <param name="Stuck">Only those that are paid for and that nobody has moved on for hours.</param>
public sealed record OrderFilter(IReadOnlyList<string> Statuses, string? Search, Guid? ContactId = null, bool Stuck = false);

/// <summary>The shop's orders, the newest first.</summary>
public sealed class ListOrders(HaloDbContext db, OrderViews views, BlindIndex index, TimeProvider time)
{
    public async Task<Outcome<Page<OrderView>>> HandleAsync(
        Guid businessId, OrderFilter filter, int limit, string? cursor, CancellationToken cancellationToken)
    {
        var after = Cursor.Read(cursor);
        if (!after.Succeeded)
        {
            return after.Failure;
        }

        if (filter.Statuses.FirstOrDefault(name => OrderStatusMoves.FromWireName(name) is null) is not null)
        {
            return Failure.Invalid("status", $"A status is one of: {string.Join(", ", OrderStatuses.All)}.");
        }

        var orders = Filter(db.Orders.AsNoTracking().Where(o => o.BusinessId == businessId), businessId, filter);
        if (after.Value is { } end)
        {
            orders = orders.Where(o => o.Number < end.Major);
        }

        var rows = await orders.Include(o => o.Items).OrderByDescending(o => o.Number).Take(limit + 1).ToListAsync(cancellationToken);
        var shown = await views.OfAsync([.. rows.Take(limit)], cancellationToken);
        return Page.Of(rows, limit, order => new Cursor(order.Number), _ => shown);
    }

    private IQueryable<Order> Filter(IQueryable<Order> orders, Guid businessId, OrderFilter filter)
    {
        if (filter.Statuses.Count > 0)
        {
            var statuses = filter.Statuses.Select(name => OrderStatusMoves.FromWireName(name)!.Value).ToList();
            orders = orders.Where(o => statuses.Contains(o.Status));
        }

        if (filter.ContactId is { } contact)
        {
            orders = orders.Where(o => o.ContactId == contact);
        }

        if (filter.Stuck)
        {
            orders = orders.StuckAt(time.GetUtcNow());
        }

        return string.IsNullOrWhiteSpace(filter.Search) ? orders : Search(orders, businessId, filter.Search.Trim());
    }

    private IQueryable<Order> Search(IQueryable<Order> orders, Guid businessId, string text)
    {
        if (PaymentReference.Read(text).Reference is { } reference)
        {
            return orders.Where(o => o.PaymentReference == reference);
        }

        var digits = text.TrimStart('#', ' ');
        if (digits.Length <= 7 && long.TryParse(digits, System.Globalization.NumberStyles.None, null, out var number))
        {
            return orders.Where(o => o.Number == number);
        }

        var contacts = db.Contacts.Named(businessId, text, index)?.Select(c => c.Id);
        return contacts is null ? orders.Where(_ => false) : orders.Where(o => contacts.Contains(o.ContactId));
    }
}
