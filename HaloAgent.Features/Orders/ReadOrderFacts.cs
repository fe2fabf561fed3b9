using HaloAgent.Businesses;
using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Orders;

/// <summary>Puts the shop's bank details beside an order.</summary>
public sealed class ReadOrderFacts(HaloDbContext db)
{
    private static readonly Func<HaloDbContext, Guid, CancellationToken, Task<BankDetails?>> BankDetailsOf = EF.CompileAsyncQuery(
        (HaloDbContext db, Guid businessId, CancellationToken _) => db.Businesses.AsNoTracking().Where(b => b.Id == businessId).Select(b => b.BankDetails).Single());

    internal async Task<OrderFacts> OfAsync(Order order, CancellationToken cancellationToken) =>
        OrderFacts.Of(order, await BankDetailsOf(db, order.BusinessId, cancellationToken));

    internal async Task<IReadOnlyList<OrderFacts>> OfAsync(IReadOnlyList<Order> orders, CancellationToken cancellationToken)
    {
        if (orders.Count == 0)
        {
            return [];
        }

        var bank = await BankDetailsOf(db, orders[0].BusinessId, cancellationToken);
        return [.. orders.Select(order => OrderFacts.Of(order, bank))];
    }
}
