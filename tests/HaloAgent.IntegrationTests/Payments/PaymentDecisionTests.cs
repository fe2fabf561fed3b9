using HaloAgent.IntegrationTests.Fixtures;
using HaloAgent.Orders;
using HaloAgent.Payments;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaloAgent.IntegrationTests.Payments;

public sealed class PaymentDecisionTests(HaloDatabase database) : IClassFixture<HaloDatabase>
{
    private static readonly OrderDecision Approve = new(DecisionKind.Approve, null, null);

    [Fact]
    public async Task Approving_pays_the_order_tells_the_customer_and_stands_in_the_audit_trail()
    {
        var (shop, customer, order) = await ClaimedAsync();

        var paid = (await shop.ApproveAsync(database, order)).Value;

        Assert.Equal(OrderStatus.Paid, paid.Status);
        Assert.Contains(order.Number, Assert.Single(await shop.ToldAsync(customer)), StringComparison.Ordinal);
        Assert.Contains(customer.ConversationId, database.Announced.Wakes);
        var audit = await database.ReadAsync(db => db.AuditEntries.SingleAsync(e => e.SubjectId == order.Id));
        Assert.Equal(("payment_approved", shop.Owner.MemberId), (audit.Action, audit.ByMemberId));
        var payment = await database.ReadAsync(db => db.Payments.SingleAsync(p => p.OrderId == order.Id));
        Assert.Equal((PaymentStatus.Approved, "Ada"), (payment.Status, payment.DecidedBy));
    }

    [Fact]
    public async Task Approving_what_a_colleague_has_approved_says_so_and_tells_the_customer_nothing_again()
    {
        var (shop, customer, order) = await ClaimedAsync();
        await shop.ApproveAsync(database, order);
        database.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("Already approved a minute ago by another member of your team.", (await shop.ApproveAsync(database, order, shop.Staff)).Failure?.Sentence);
        Assert.Equal("You already approved it a minute ago.", (await shop.ApproveAsync(database, order)).Failure?.Sentence);
        Assert.Single(await shop.ToldAsync(customer));
    }

    [Fact]
    public async Task Two_members_who_approve_at_once_approve_once()
    {
        var (shop, customer, order) = await ClaimedAsync();

        var outcomes = await Task.WhenAll(shop.ApproveAsync(database, order), shop.ApproveAsync(database, order, shop.Staff));

        Assert.Single(outcomes, o => o.Succeeded);
        Assert.Equal("already_approved", outcomes.Single(o => !o.Succeeded).Failure?.Code);
        Assert.Single(await shop.ToldAsync(customer));
    }

    [Fact]
    public async Task The_owner_may_see_the_money_before_the_customer_says_anything()
    {
        var (shop, _, order) = await OrderedAsync();

        Assert.Equal(OrderStatus.Paid, (await shop.ApproveAsync(database, order)).Value.Status);
    }

    [Fact]
    public async Task A_rejection_tells_the_customer_why_and_can_be_claimed_and_approved_afterwards()
    {
        var (shop, customer, order) = await ClaimedAsync();

        var rejected = (await shop.RejectAsync(database, order, "The amount is short by ₦500")).Value;

        Assert.Equal((OrderStatus.PaymentRejected, "The amount is short by ₦500"), (rejected.Status, rejected.LastNote));
        Assert.Equal(database.Now.AddDays(1), rejected.ExpiresAt);
        Assert.Contains("The amount is short by ₦500", Assert.Single(await shop.ToldAsync(customer)), StringComparison.Ordinal);
        Assert.Equal("already_rejected", (await shop.RejectAsync(database, order, "again")).Failure?.Code);
        Assert.Equal(OrderStatus.AwaitingConfirmation, (await customer.ClaimAsync()).Value.Order.Status);
        Assert.Equal(OrderStatus.Paid, (await shop.ApproveAsync(database, order)).Value.Status);
        Assert.Equal(2, await database.ReadAsync(db => db.Payments.CountAsync(p => p.OrderId == order.Id)));
    }

    [Fact]
    public async Task Nothing_claimed_cannot_be_rejected()
    {
        var (shop, _, order) = await OrderedAsync();

        Assert.Equal("nothing_claimed", (await shop.RejectAsync(database, order, "no money")).Failure?.Code);
    }

    [Fact]
    public async Task A_decision_takes_effect_when_its_time_comes_and_not_before()
    {
        var (shop, customer, order) = await ClaimedAsync();
        Assert.Equal(database.Now.AddSeconds(5), (await shop.DecideLaterAsync(database, order, Approve)).Value.EffectiveAt);

        await ApplyDueAsync();
        Assert.Equal(OrderStatus.AwaitingConfirmation, await StatusAsync(order));
        Assert.Empty(await shop.ToldAsync(customer));

        database.Time.Advance(TimeSpan.FromSeconds(5));
        await Task.WhenAll(ApplyDueAsync(), ApplyDueAsync(), ApplyDueAsync());
        Assert.Equal(OrderStatus.Paid, await StatusAsync(order));
        Assert.Single(await shop.ToldAsync(customer));
        Assert.Equal("Ada", (await database.ReadAsync(db => db.Payments.SingleAsync(p => p.OrderId == order.Id))).DecidedBy);
    }

    [Fact]
    public async Task An_undone_decision_never_happened_for_the_customer()
    {
        var (shop, customer, order) = await ClaimedAsync();
        var decision = (await shop.DecideLaterAsync(database, order, Approve)).Value;

        Assert.Null((await shop.UndoAsync(database, decision)).Failure);
        database.Time.Advance(TimeSpan.FromMinutes(1));
        await ApplyDueAsync();

        Assert.Equal(OrderStatus.AwaitingConfirmation, await StatusAsync(order));
        Assert.Empty(await shop.ToldAsync(customer));
        Assert.Equal("It was undone already.", (await shop.UndoAsync(database, decision)).Failure?.Sentence);
        Assert.Null((await shop.DecideLaterAsync(database, order, Approve)).Failure);
    }

    [Fact]
    public async Task What_has_taken_effect_cannot_be_undone()
    {
        var (shop, _, order) = await ClaimedAsync();
        var decision = (await shop.DecideLaterAsync(database, order, Approve)).Value;
        database.Time.Advance(TimeSpan.FromSeconds(6));
        await ApplyDueAsync();

        Assert.Equal("decision_over", (await shop.UndoAsync(database, decision)).Failure?.Code);
    }

    [Fact]
    public async Task While_a_decision_can_be_undone_no_second_is_made()
    {
        var (shop, _, order) = await ClaimedAsync();
        await shop.DecideLaterAsync(database, order, Approve);

        Assert.Equal("decision_pending", (await shop.ApproveAsync(database, order, shop.Staff)).Failure?.Code);
        Assert.Equal("decision_pending", (await shop.RejectAsync(database, order, "no money")).Failure?.Code);
        Assert.Equal("decision_pending", (await shop.DecideLaterAsync(database, order, Approve, member: shop.Staff)).Failure?.Code);
    }

    [Fact]
    public async Task A_decision_that_is_no_longer_possible_is_refused_and_noted()
    {
        var (shop, customer, order) = await OrderedAsync();
        await shop.DecideLaterAsync(database, order, Approve);
        await customer.CancelAsync(order.Id);
        database.Time.Advance(TimeSpan.FromSeconds(6));

        await ApplyDueAsync();

        Assert.Equal(OrderStatus.Cancelled, await StatusAsync(order));
        var decision = await database.ReadAsync(db => db.PendingDecisions.SingleAsync(d => d.OrderId == order.Id));
        Assert.Equal(DecisionState.Refused, decision.State);
        Assert.True(await database.ReadAsync(db => db.AuditEntries.AnyAsync(e => e.SubjectId == order.Id && e.Action == "decision_not_possible")));
    }

    [Fact]
    public async Task A_decision_that_could_never_take_effect_is_refused_at_once()
    {
        var (shop, _, order) = await OrderedAsync();

        Assert.Equal("move_not_allowed", (await shop.DecideLaterAsync(database, order, new(DecisionKind.Status, OrderStatus.Completed, null))).Failure?.Code);
        Assert.Equal("reason", (await shop.DecideLaterAsync(database, order, new(DecisionKind.Reject, null, null))).Failure?.Field);
        Assert.Equal("undoSeconds", (await shop.DecideLaterAsync(database, order, Approve, seconds: 31)).Failure?.Field);
    }

    [Fact]
    public async Task Another_shop_has_no_such_order_and_no_such_decision()
    {
        var (shop, _, order) = await ClaimedAsync();
        var decision = (await shop.DecideLaterAsync(database, order, Approve)).Value;
        var other = await Shop.OpenAsync(database);

        Assert.Equal(OrderFailures.NoSuchOrder, (await other.ApproveAsync(database, order)).Failure);
        Assert.Equal(OrderFailures.NoSuchOrder, (await other.RejectAsync(database, order, "mine")).Failure);
        Assert.Equal(OrderFailures.NoSuchOrder, (await other.MoveAsync(database, order, OrderStatus.Cancelled)).Failure);
        Assert.Equal(OrderFailures.NoSuchOrder, (await other.DecideLaterAsync(database, order, Approve)).Failure);
        Assert.Equal(PaymentFailures.NoSuchDecision, (await other.UndoAsync(database, decision)).Failure);
    }

    private async Task<(Shop Shop, Customer Customer, OrderFacts Order)> OrderedAsync()
    {
        var shop = await Shop.OpenAsync(database);
        var customer = await shop.CustomerAsync();
        return (shop, customer, await customer.OrderAsync(await shop.SellAsync("Jollof Rice", 3500, 20), 2));
    }

    private async Task<(Shop Shop, Customer Customer, OrderFacts Order)> ClaimedAsync()
    {
        var ordered = await OrderedAsync();
        Assert.Null((await ordered.Customer.ClaimAsync()).Failure);
        return ordered;
    }

    private Task<int> ApplyDueAsync() => database.UseAsync<ApplyDueDecisions, int>(apply => apply.HandleAsync(100, default));

    private Task<OrderStatus> StatusAsync(OrderFacts order) =>
        database.ReadAsync(db => db.Orders.Where(o => o.Id == order.Id).Select(o => o.Status).SingleAsync());
}
