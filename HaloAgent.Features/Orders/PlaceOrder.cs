using HaloAgent.Compliance;
using HaloAgent.Contracts.Live;
using HaloAgent.Conversations;
using HaloAgent.Data;
using HaloAgent.Loyalty;
using HaloAgent.Payments;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace HaloAgent.Orders;

/// <summary>
/// Turns a confirmed cart into an order: exactly what the summary of an earlier turn showed, at the prices and from the stock of this
/// moment, or a refusal that says what changed.
/// </summary>
public sealed class PlaceOrder(
    HaloDbContext db, OrderGroundReader ground, CartFacts facts, OrderPlacement placement, CartStore carts,
    PointsLedger points, EscalateConversation escalate, PersonalDataCipher cipher, TimeProvider time)
{
    private const int Attempts = 3;

    public Task<Outcome<OrderFacts>> HandleAsync(
        Guid businessId, Guid contactId, Guid conversationId, Guid turnId, CancellationToken cancellationToken) =>
        db.InTransactionAsync<OrderFacts>(
            async () =>
            {
                var on = await ground.ReadAsync((NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction(), businessId, contactId, cancellationToken);
                return ConfirmationRefused(on, turnId) is { } unconfirmed
                    ? unconfirmed
                    : await PlaceAsync(on!, on!.Cart!, conversationId, turnId, cancellationToken);
            },
            cancellationToken);

    /// <summary>A result that an earlier run of the turn recorded.</summary>
    public Task<OrderFacts> RecallAsync(Guid businessId, OrderFacts recorded, CancellationToken cancellationToken) =>
        RecordedOrder.CompleteAsync(db, businessId, recorded, cancellationToken);

    private async Task<Outcome<OrderFacts>> PlaceAsync(OrderGround on, Cart cart, Guid conversationId, Guid turnId, CancellationToken cancellationToken)
    {
        // Everything that locks nothing of others comes first; what changes meanwhile, the placement notices.
        if (on.BankDetails is null)
        {
            await escalate.HandleAsync(cart.BusinessId, conversationId, EscalationReason.PaymentDetailsMissing, null, Actor.Agent, cancellationToken);
        }

        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (attempt > 0 && on.Points is { } before)
            {
                // Nothing locks the balance before the placement: it may have been that which changed.
                on = on with { Points = before with { Balance = await points.BalanceAsync(cart.BusinessId, cart.ContactId, cancellationToken) } };
            }

            var view = await facts.ReadAsync(cart, on.DeliveryAreas, turnId, on.Points, cancellationToken);
            if (Refused(view, cart.SummaryShown!.Total) is { } refusal)
            {
                return refusal;
            }

            var order = OrderOf(on, cart, conversationId, view);
            var placed = OrderFacts.Of(order, on.BankDetails) with { Number = RecordedOrder.NoNumberYet };
            if (await placement.RunAsync(order, placed, [.. points.OfPlacing(order), .. Along(cart, view)], cancellationToken) is { } number)
            {
                db.Announcements.Changed(LiveEventKinds.OrderChanged, order.BusinessId, order.Id);
                return placed with { Number = Order.Display(number) };
            }
        }

        return OrderFailures.CatalogueInMotion;
    }

    private static Failure? ConfirmationRefused(OrderGround? on, Guid turnId) => on switch
    {
        null => OptOut.NoSuchContact,
        { Cart: null or { Lines.Count: 0 } } => OrderFailures.EmptyCart,
        { Cart: { SummaryShown: { } shown } cart } when shown.Version == cart.Version && shown.TurnId != turnId => null,
        _ => OrderFailures.SummaryNotShown,
    };

    private static Failure? Refused(CartView now, Money shown) =>
        now.FirstRefusal() ?? (now.Total == shown ? null : new TotalChanged(shown, now.Total));

    private Order OrderOf(OrderGround on, Cart cart, Guid conversationId, CartView view) => Order.Place(
        cart.BusinessId, cart.ContactId, conversationId, PaymentReference.New(),
        new Delivery(view.Fulfillment!.Value, view.Address, view.Area, view.DeliveryFee!.Value),
        view.Lines.Select((line, i) => OrderItem.Of(i, line.ProductId, line.VariantId, line.Name, line.Variant, line.Quantity, line.UnitPrice, line.Note)),
        time.GetUtcNow(), on.UnpaidFor, note: view.Note, points: new PointsUse(view.PointsUsed, view.Discount));

    private IEnumerable<NpgsqlBatchCommand> Along(Cart cart, CartView view)
    {
        var cleared = cart.Copy();
        cleared.Clear(time.GetUtcNow());
        yield return carts.WriteCommand(new CartChange(cleared, cart.Version));
        if (view.Fulfillment == FulfillmentType.Delivery)
        {
            yield return RememberAddress(cart, view);
        }
    }

    private NpgsqlBatchCommand RememberAddress(Cart cart, CartView view) =>
        new("UPDATE contacts SET saved_address = $1, saved_area = $2 WHERE id = $3 AND business_id = $4")
        {
            Parameters =
            {
                new() { Value = view.Address is { } address ? cipher.Encrypt(address) : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bytea },
                new() { Value = (object?)view.Area ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
                new() { Value = cart.ContactId },
                new() { Value = cart.BusinessId },
            },
        };
}
