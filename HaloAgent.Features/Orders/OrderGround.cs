using System.Text.Json;
using HaloAgent.Businesses;
using HaloAgent.Data;
using HaloAgent.Loyalty;
using Npgsql;

namespace HaloAgent.Orders;

/// <summary>What an order is placed on: the contact's cart, locked, and what of the shop decides about it.</summary>
/// <param name="Cart">Null: the contact has none.</param>
internal sealed record OrderGround(Cart? Cart, BankDetails? BankDetails, IReadOnlyList<DeliveryArea> DeliveryAreas, TimeSpan UnpaidFor, PointsAtHand? Points);

/// <summary>Locks the cart and reads the ground of an order in one round trip. Needs an open transaction.</summary>
public sealed class OrderGroundReader(CartStore carts)
{
    private const string ShopSql =
        """
        SELECT b.bank_details, b.delivery_areas, b.order_expiry_minutes, b.loyalty, c.loyalty_points FROM businesses b JOIN contacts c ON c.business_id = b.id
        WHERE b.id = @business AND c.id = @contact
        """;

    /// <returns>Null when this business has no such contact.</returns>
    internal async Task<OrderGround?> ReadAsync(NpgsqlTransaction transaction, Guid businessId, Guid contactId, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(transaction.Connection, transaction);
        foreach (var sql in (string[])[CartStore.ReadSql + " FOR NO KEY UPDATE", ShopSql])
        {
            var command = new NpgsqlBatchCommand(sql);
            command.Parameters.AddWithValue("business", businessId);
            command.Parameters.AddWithValue("contact", contactId);
            batch.BatchCommands.Add(command);
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var cart = await reader.ReadAsync(cancellationToken) ? carts.Read(reader, businessId, contactId) : null;
        await reader.NextResultAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new OrderGround(
                cart,
                reader.IsDBNull(0) ? null : JsonSerializer.Deserialize<BankDetails>(reader.GetString(0), Conventions.Json),
                JsonSerializer.Deserialize<IReadOnlyList<DeliveryArea>>(reader.GetString(1), Conventions.Json)!,
                TimeSpan.FromMinutes(reader.GetInt32(2)),
                reader.IsDBNull(3) ? null : new PointsAtHand(JsonSerializer.Deserialize<LoyaltyRules>(reader.GetString(3), Conventions.Json)!, reader.GetInt32(4)))
            : null;
    }
}
