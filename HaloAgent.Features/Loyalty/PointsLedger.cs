using HaloAgent.Data;
using HaloAgent.Orders;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace HaloAgent.Loyalty;

/// <summary>
/// Books what a change of an order does to its customer's points, in the transaction of the change and once for each. The balance is
/// never negative: the database refuses it (<see cref="NeverNegative"/>).
/// </summary>
public sealed class PointsLedger(HaloDbContext db, TimeProvider time)
{
    internal const string NeverNegative = "ck_contacts_loyalty_points";

    private const string BookSql =
        """
        WITH booked AS (
            INSERT INTO points_entries (id, business_id, contact_id, order_id, cause_id, kind, points, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (cause_id) DO NOTHING RETURNING points)
        UPDATE contacts SET loyalty_points = loyalty_points + booked.points FROM booked WHERE contacts.id = $3 AND contacts.business_id = $2
        """;

    /// <summary>What a new order takes; to be written with it.</summary>
    internal IEnumerable<NpgsqlBatchCommand> OfPlacing(Order order) =>
        order.PointsUsed > 0 ? [Command(order, order.History[0], PointsKind.Used, -order.PointsUsed)] : [];

    /// <summary>As it is at this moment; not locked.</summary>
    internal Task<int> BalanceAsync(Guid businessId, Guid contactId, CancellationToken cancellationToken) =>
        db.Contacts.Where(c => c.Id == contactId && c.BusinessId == businessId).Select(c => c.LoyaltyPoints).SingleAsync(cancellationToken);

    /// <summary>Whether an order that gave its points back can have them again; the balance is locked until the transaction ends.</summary>
    internal async Task<bool> CanTakeAgainAsync(Order order, CancellationToken cancellationToken)
    {
        if (order.PointsUsed == 0)
        {
            return true;
        }

        var balance = await db.Database.SqlQuery<int>(
            $"""SELECT loyalty_points AS "Value" FROM contacts WHERE id = {order.ContactId} AND business_id = {order.BusinessId} FOR NO KEY UPDATE""")
            .ToListAsync(cancellationToken);
        return balance is [var points] && points >= order.PointsUsed;
    }

    /// <returns>How many the customer has earned by it.</returns>
    internal async Task<int> BookAsync(Order order, OrderChange change, CancellationToken cancellationToken)
    {
        var (kind, points) = change switch
        {
            { To: OrderStatus.Completed } => (PointsKind.Earned, await EarnedAsync(order, cancellationToken)),
            { From: { } from } when from.HoldsStock() && !change.To.HoldsStock() => (PointsKind.Returned, order.PointsUsed),
            { From: { } from } when !from.HoldsStock() && change.To.HoldsStock() => (PointsKind.Used, -order.PointsUsed),
            _ => (PointsKind.Earned, 0),
        };
        if (points != 0)
        {
            await RunAsync(Command(order, change, kind, points), cancellationToken);
        }

        return kind == PointsKind.Earned ? points : 0;
    }

    private async Task<int> EarnedAsync(Order order, CancellationToken cancellationToken)
    {
        var rules = await db.Businesses.AsNoTracking().Where(b => b.Id == order.BusinessId).Select(b => b.Loyalty).SingleAsync(cancellationToken);
        return rules?.EarnedBy(order.Total - order.DeliveryFee) ?? 0;
    }

    private async Task RunAsync(NpgsqlBatchCommand command, CancellationToken cancellationToken)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var batch = new NpgsqlBatch(connection, (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction()) { BatchCommands = { command } };
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private NpgsqlBatchCommand Command(Order order, OrderChange cause, PointsKind kind, int points)
    {
        var now = time.GetUtcNow();
        return new NpgsqlBatchCommand(BookSql)
        {
            Parameters =
            {
                new() { Value = Guid.CreateVersion7(now) }, new() { Value = order.BusinessId }, new() { Value = order.ContactId }, new() { Value = order.Id },
                new() { Value = cause.Id }, new() { Value = kind.ToString() }, new() { Value = points, NpgsqlDbType = NpgsqlDbType.Integer }, new() { Value = now },
            },
        };
    }
}
