using System.Text.Json;
using HaloAgent.Data;
using Npgsql;
using NpgsqlTypes;

namespace HaloAgent.Orders;

/// <summary>Reads a contact's cart and writes a change of it, if the cart is still what it was made from.</summary>
public sealed class CartStore(NpgsqlDataSource database, PersonalDataCipher cipher)
{
    /// <summary>Needs <c>@contact</c> and <c>@business</c>; read by <see cref="Read"/>.</summary>
    internal const string ReadSql =
        """
        SELECT lines, fulfillment, delivery_address, delivery_area, note, uses_points, version, summary_shown, updated_at
        FROM carts WHERE contact_id = @contact AND business_id = @business
        """;

    /// <summary>Inserts or replaces the cart at the version it was read with; writes no row otherwise.</summary>
    private const string WriteSql =
        """
        INSERT INTO carts (contact_id, business_id, lines, fulfillment, delivery_address, delivery_area, note, uses_points, version, summary_shown, updated_at)
        SELECT @contact, @business, @cart_lines, @cart_fulfillment, @cart_address, @cart_area, @cart_note, @cart_uses_points, @cart_version, @cart_summary, @cart_changed_at
        FROM contacts WHERE id = @contact AND business_id = @business
        ON CONFLICT (contact_id) DO UPDATE
        SET lines = EXCLUDED.lines, fulfillment = EXCLUDED.fulfillment, delivery_address = EXCLUDED.delivery_address, delivery_area = EXCLUDED.delivery_area,
            note = EXCLUDED.note, uses_points = EXCLUDED.uses_points, version = EXCLUDED.version, summary_shown = EXCLUDED.summary_shown, updated_at = EXCLUDED.updated_at
        WHERE carts.version = @cart_stored_version AND carts.business_id = @business
        RETURNING 1
        """;

    public async Task<Cart?> ReadAsync(Guid businessId, Guid contactId, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(ReadSql);
        command.Parameters.AddWithValue("contact", contactId);
        command.Parameters.AddWithValue("business", businessId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? Read(reader, businessId, contactId) : null;
    }

    /// <returns>False, and nothing is written, when the cart has changed since it was read, or the business has no such contact.</returns>
    public async Task<bool> WriteAsync(NpgsqlConnection connection, NpgsqlTransaction? transaction, CartChange change, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { WriteCommand(change) } };
        return await batch.ExecuteScalarAsync(cancellationToken) is not null;
    }

    internal NpgsqlBatchCommand WriteCommand(CartChange change)
    {
        var command = new NpgsqlBatchCommand(WriteSql);
        command.Parameters.AddWithValue("contact", change.Cart.ContactId);
        command.Parameters.AddWithValue("business", change.Cart.BusinessId);
        AddParameters(command.Parameters, change);
        return command;
    }

    /// <summary>The same in a transaction of its own.</summary>
    public async Task<bool> WriteAsync(CartChange change, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await WriteAsync(connection, null, change, cancellationToken);
    }

    private void AddParameters(NpgsqlParameterCollection parameters, CartChange change)
    {
        var cart = change.Cart;
        parameters.AddWithValue("cart_lines", NpgsqlDbType.Jsonb, StoredCartLines.Write(cart.Lines, cipher));
        parameters.AddWithValue("cart_fulfillment", NpgsqlDbType.Text, (object?)cart.Fulfillment?.ToString() ?? DBNull.Value);
        parameters.AddWithValue("cart_address", NpgsqlDbType.Bytea, cart.DeliveryAddress is { } address ? cipher.Encrypt(address) : DBNull.Value);
        parameters.AddWithValue("cart_area", NpgsqlDbType.Text, (object?)cart.DeliveryArea ?? DBNull.Value);
        parameters.AddWithValue("cart_note", NpgsqlDbType.Bytea, cart.Note is { } note ? cipher.Encrypt(note) : DBNull.Value);
        parameters.AddWithValue("cart_uses_points", cart.UsesPoints);
        parameters.AddWithValue("cart_version", cart.Version);
        parameters.AddWithValue("cart_summary", NpgsqlDbType.Jsonb, cart.SummaryShown is { } shown ? JsonSerializer.Serialize(shown, Conventions.Json) : DBNull.Value);
        parameters.AddWithValue("cart_changed_at", cart.UpdatedAt);
        parameters.AddWithValue("cart_stored_version", NpgsqlDbType.Integer, (object?)change.StoredVersion ?? DBNull.Value);
    }

    internal Cart Read(NpgsqlDataReader row, Guid businessId, Guid contactId)
    {
        var (address, note) = (Text(row, 2), Text(row, 4));
        // A damaged text is gone. What was summed up with it is shown again before it is ordered.
        var isWhole = (address is not null || row.IsDBNull(2)) && (note is not null || row.IsDBNull(4));
        return Cart.Restore(
            businessId, contactId,
            StoredCartLines.Read(row.GetString(0), cipher),
            row.IsDBNull(1) ? null : Enum.Parse<FulfillmentType>(row.GetString(1)),
            address,
            row.IsDBNull(3) ? null : row.GetString(3),
            note,
            row.GetBoolean(5),
            row.GetInt32(6),
            isWhole && !row.IsDBNull(7) ? JsonSerializer.Deserialize<CartSummaryShown>(row.GetString(7), Conventions.Json) : null,
            row.GetFieldValue<DateTimeOffset>(8));
    }

    private string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : cipher.ReadableText(row.GetFieldValue<byte[]>(column));
}
