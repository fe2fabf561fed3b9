using HaloAgent.Contracts.Live;
using HaloAgent.Data;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace HaloAgent.Orders;

/// <summary>
/// Writes a new order and takes what everybody wants: stock, and the shop's next number. All in one round trip and as the last thing of
/// the transaction, because from its first lock to the commit every other order of these products, and of this shop, waits. Needs an
/// open transaction.
/// </summary>
public sealed class OrderPlacement(HaloDbContext db, OrderInsert insert)
{
    private const string Savepoint = "before_placement";

    // In the order of their ids, and in statements of their own: in another order orders deadlock, and a statement that waits for a lock
    // goes on with what it saw before.
    private const string LockProducts = "SELECT 1 FROM products WHERE business_id = $1 AND id = ANY($2) ORDER BY id FOR NO KEY UPDATE";
    private const string LockShop = "SELECT 1 FROM businesses WHERE id = $1 FOR NO KEY UPDATE";

    /// <param name="order">Without a number yet.</param>
    /// <param name="placed">What is recorded as the result.</param>
    /// <param name="along">What else is written with it.</param>
    /// <returns>The order's number; null, and nothing is written, when a stock or a price is no longer what the order says, or its reference is somebody's.</returns>
    internal async Task<long?> RunAsync(Order order, OrderFacts placed, IEnumerable<NpgsqlBatchCommand> along, CancellationToken cancellationToken)
    {
        var transaction = db.Database.CurrentTransaction!;
        var npgsql = (NpgsqlTransaction)transaction.GetDbTransaction();
        await using var batch = new NpgsqlBatch(npgsql.Connection, npgsql);
        foreach (var command in (NpgsqlBatchCommand[])[new("SAVEPOINT " + Savepoint), .. Locks(order), .. insert.Of(order), .. along, .. db.AtCommit, .. db.EndOfTransaction(placed)])
        {
            batch.BatchCommands.Add(command);
        }

        try
        {
            var number = await RunAsync(batch, cancellationToken);
            db.LastStatementsWereRun();
            foreach (var item in order.Items)
            {
                db.Announcements.Changed(LiveEventKinds.ProductChanged, order.BusinessId, item.ProductId);
            }

            return number;
        }
        catch (PostgresException refused) when (OrderInsert.IsRefusal(refused))
        {
            await transaction.RollbackToSavepointAsync(Savepoint, cancellationToken);
            return null;
        }
    }

    private static IEnumerable<NpgsqlBatchCommand> Locks(Order order) =>
    [
        new(LockProducts) { Parameters = { new() { Value = order.BusinessId }, new() { Value = order.Items.Select(item => item.ProductId).Distinct().ToArray() } } },
        new(LockShop) { Parameters = { new() { Value = order.BusinessId } } },
    ];

    private static async Task<long> RunAsync(NpgsqlBatch batch, CancellationToken cancellationToken)
    {
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        // The two locks give results to step over; the order's own row is the third.
        await reader.NextResultAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var number = reader.GetInt64(0);
        while (await reader.NextResultAsync(cancellationToken))
        {
            // Only at the end of the last statement is it certain that none was refused.
        }

        return number;
    }
}
