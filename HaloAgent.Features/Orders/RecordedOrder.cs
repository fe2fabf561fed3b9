using System.Text.Json;
using System.Text.Json.Nodes;
using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Orders;

/// <summary>
/// An order as a turn's journal holds it. It is recorded with the statement that draws its number (<see cref="OrderPlacement"/>), and so
/// without it; whoever reads it there gets the number here.
/// </summary>
public static class RecordedOrder
{
    /// <summary>What stands in place of the number.</summary>
    internal const string NoNumberYet = "";

    /// <summary>The recorded JSON, for people to read.</summary>
    internal static async Task<string> CompleteAsync(HaloDbContext db, Guid businessId, string recorded, CancellationToken cancellationToken)
    {
        if (JsonNode.Parse(recorded) is not JsonObject order || order["number"]?.GetValue<string>() != NoNumberYet || order["id"]?.GetValue<Guid>() is not { } id)
        {
            return recorded;
        }

        order["number"] = await NumberAsync(db, businessId, id, cancellationToken);
        return order.ToJsonString(JsonSerializerOptions.Web);
    }

    public static async Task<OrderFacts> CompleteAsync(HaloDbContext db, Guid businessId, OrderFacts recorded, CancellationToken cancellationToken) => recorded with
    {
        Number = await NumberAsync(db, businessId, recorded.Id, cancellationToken),
    };

    private static async Task<string> NumberAsync(HaloDbContext db, Guid businessId, Guid orderId, CancellationToken cancellationToken) =>
        Order.Display(await db.Orders.Where(o => o.Id == orderId && o.BusinessId == businessId).Select(o => o.Number).SingleAsync(cancellationToken));
}
