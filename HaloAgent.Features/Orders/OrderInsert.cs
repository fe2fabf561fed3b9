using HaloAgent.Data;
using HaloAgent.Loyalty;
using Npgsql;
using NpgsqlTypes;

namespace HaloAgent.Orders;

/// <summary>
/// Writes a new order with its items and the first line of its history; its stock is taken and its number drawn in the statement that
/// writes it.
/// </summary>
public sealed class OrderInsert(PersonalDataCipher cipher)
{
    // Each taking says what the order was made from, so a changed price takes nothing. The number is drawn only if everything was taken, from
    // the shop's own row and so without gaps: an order that is rolled back gives its number back. An order without a number cannot be stored,
    // and that refusal ends the whole transaction's statements here. A product is also touched when only its variant's stock is taken,
    // so that a member who edits it at this moment notices.
    private const string HeadSql =
        """
        WITH wanted AS (SELECT * FROM unnest($14, $15, $16, $17) AS w(product_id, variant_id, quantity, price)),
        of_products AS (
            UPDATE products p SET stock = p.stock - w.quantity
            FROM (SELECT product_id, coalesce(sum(quantity) FILTER (WHERE variant_id IS NULL), 0) AS quantity, max(price) FILTER (WHERE variant_id IS NULL) AS price
                  FROM wanted GROUP BY product_id) w
            WHERE p.id = w.product_id AND p.business_id = $2 AND p.available AND p.deleted_at IS NULL AND p.stock >= w.quantity AND p.price = coalesce(w.price, p.price)
            RETURNING p.id),
        of_variants AS (
            UPDATE product_variants v SET stock = v.stock - w.quantity
            FROM (SELECT product_id, variant_id, sum(quantity) AS quantity, min(price) AS price FROM wanted WHERE variant_id IS NOT NULL GROUP BY product_id, variant_id) w
            WHERE v.id = w.variant_id AND v.product_id = w.product_id AND v.stock >= w.quantity AND v.price = w.price
            RETURNING v.id),
        drawn AS (
            UPDATE businesses SET last_order_number = last_order_number + 1
            WHERE id = $2 AND (SELECT count(*) FROM of_products) = (SELECT count(DISTINCT product_id) FROM wanted)
              AND (SELECT count(*) FROM of_variants) = (SELECT count(DISTINCT variant_id) FROM wanted)
            RETURNING last_order_number)
        INSERT INTO orders (id, business_id, contact_id, conversation_id, status, fulfillment, delivery_address, delivery_area, delivery_fee, total,
                            payment_reference, created_at, expires_at, note, discount, points_used, number)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $18, $19, $20, (SELECT last_order_number FROM drawn))
        RETURNING number
        """;

    internal IEnumerable<NpgsqlBatchCommand> Of(Order order) => [Head(order), Items(order), .. order.History.Select(change => Change(order.Id, change))];

    /// <summary>Something was no longer to be had as the order says, or (once in a billion orders) its reference is taken, or its points were used elsewhere at this moment.</summary>
    internal static bool IsRefusal(PostgresException refused) => refused switch
    {
        { SqlState: PostgresErrorCodes.NotNullViolation, TableName: "orders", ColumnName: "number" } => true,
        { SqlState: PostgresErrorCodes.CheckViolation, ConstraintName: PointsLedger.NeverNegative } => true,
        { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "ix_orders_payment_reference" } => true,
        _ => false,
    };

    private NpgsqlBatchCommand Head(Order order) => Command(
        HeadSql,
        Is(order.Id), Is(order.BusinessId), Is(order.ContactId), Is(order.ConversationId), Is(order.Status.WireName()),
        Is(order.Fulfillment.ToString()), Sealed(order.DeliveryAddress),
        Is(order.DeliveryArea, NpgsqlDbType.Text), Is(order.DeliveryFee.Kobo), Is(order.Total.Kobo), Is(order.PaymentReference), Is(order.CreatedAt),
        Is(order.ExpiresAt, NpgsqlDbType.TimestampTz), All(order, i => i.ProductId, NpgsqlDbType.Uuid), All(order, i => i.VariantId, NpgsqlDbType.Uuid),
        All(order, i => i.Quantity, NpgsqlDbType.Integer), All(order, i => i.UnitPrice.Kobo, NpgsqlDbType.Bigint),
        Sealed(order.Note), Is(order.Discount.Kobo), Is(order.PointsUsed));

    private NpgsqlBatchCommand Items(Order order) => Command(
        """
        INSERT INTO order_items (id, order_id, position, product_id, variant_id, name, variant, quantity, unit_price, note)
        SELECT id, $1, position, product_id, variant_id, name, variant, quantity, unit_price, note
        FROM unnest($2, $3, $4, $5, $6, $7, $8, $9, $10) AS i(id, position, product_id, variant_id, name, variant, quantity, unit_price, note)
        """,
        Is(order.Id), All(order, i => i.Id, NpgsqlDbType.Uuid), All(order, i => i.Position, NpgsqlDbType.Integer), All(order, i => i.ProductId, NpgsqlDbType.Uuid),
        All(order, i => i.VariantId, NpgsqlDbType.Uuid), All(order, i => i.Name, NpgsqlDbType.Text), All(order, i => i.Variant, NpgsqlDbType.Text),
        All(order, i => i.Quantity, NpgsqlDbType.Integer), All(order, i => i.UnitPrice.Kobo, NpgsqlDbType.Bigint),
        All(order, i => i.Note is { } note ? cipher.Encrypt(note) : null, NpgsqlDbType.Bytea));

    private NpgsqlBatchCommand Change(Guid orderId, OrderChange change) => Command(
        """
        INSERT INTO order_changes (id, order_id, at, "from", "to", by_kind, by_name, by_member_id, note) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """,
        Is(change.Id), Is(orderId), Is(change.At), Is(change.From?.WireName(), NpgsqlDbType.Text), Is(change.To.WireName()), Is(change.ByKind.ToString()),
        Is(change.ByName), Is(change.ByMemberId, NpgsqlDbType.Uuid), Sealed(change.Note));

    private NpgsqlParameter Sealed(string? text) => Is(text is null ? null : cipher.Encrypt(text), NpgsqlDbType.Bytea);

    private static NpgsqlBatchCommand Command(string sql, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.AddRange(parameters);
        return command;
    }

    private static NpgsqlParameter Is(object value) => new() { Value = value };

    private static NpgsqlParameter Is(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };

    private static NpgsqlParameter All<T>(Order order, Func<OrderItem, T> value, NpgsqlDbType type) =>
        new() { Value = order.Items.Select(value).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type };
}
