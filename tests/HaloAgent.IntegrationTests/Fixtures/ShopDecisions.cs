using HaloAgent.Orders;
using HaloAgent.Payments;

namespace HaloAgent.IntegrationTests.Fixtures;

/// <summary>What the members of a shop decide, as the Api calls it.</summary>
public static class ShopDecisions
{
    public static Task<Outcome<OrderFacts>> ApproveAsync(this Shop shop, HaloDatabase database, OrderFacts order, Actor? member = null) =>
        database.UseAsync<ApprovePayment, Outcome<OrderFacts>>(approve => approve.HandleAsync(shop.Id, order.Id, null, member ?? shop.Owner, default));

    public static Task<Outcome<OrderFacts>> RejectAsync(this Shop shop, HaloDatabase database, OrderFacts order, string reason) =>
        database.UseAsync<RejectPayment, Outcome<OrderFacts>>(reject => reject.HandleAsync(shop.Id, order.Id, reason, shop.Owner, default));

    public static Task<Outcome<OrderFacts>> MoveAsync(this Shop shop, HaloDatabase database, OrderFacts order, OrderStatus to, string? note = null) =>
        database.UseAsync<ChangeOrderStatus, Outcome<OrderFacts>>(change => change.HandleAsync(shop.Id, order.Id, to, note, shop.Owner, default));

    public static Task<Outcome<PendingDecisionFacts>> DecideLaterAsync(
        this Shop shop, HaloDatabase database, OrderFacts order, OrderDecision decision, int seconds = 5, Actor? member = null) =>
        database.UseAsync<DecideLater, Outcome<PendingDecisionFacts>>(
            decide => decide.HandleAsync(shop.Id, order.Id, decision, TimeSpan.FromSeconds(seconds), member ?? shop.Owner, default));

    public static Task<Outcome<PendingDecisionFacts>> UndoAsync(this Shop shop, HaloDatabase database, PendingDecisionFacts decision) =>
        database.UseAsync<UndoDecision, Outcome<PendingDecisionFacts>>(undo => undo.HandleAsync(shop.Id, decision.Id, shop.Staff, default));
}
