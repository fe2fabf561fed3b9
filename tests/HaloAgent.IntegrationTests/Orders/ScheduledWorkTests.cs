using HaloAgent.AgentWorker;
using HaloAgent.IntegrationTests.Fixtures;
using HaloAgent.Orders;
using HaloAgent.Payments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace HaloAgent.IntegrationTests.Orders;

public sealed class ScheduledWorkTests(HaloDatabase database) : IClassFixture<HaloDatabase>
{
    [Fact]
    public async Task What_was_due_while_no_worker_ran_is_done_at_the_start_and_what_becomes_due_later_by_the_clock()
    {
        var shop = await Shop.OpenAsync(database);
        var jollof = await shop.SellAsync("Jollof Rice", 3500, 20);
        var customer = await shop.CustomerAsync();
        var (ends, approved) = (await customer.OrderAsync(jollof), await customer.OrderAsync(jollof));
        await customer.ClaimAsync(approved.PaymentReference);
        database.Time.Advance(TimeSpan.FromHours(25));
        await shop.DecideLaterAsync(database, approved, new OrderDecision(DecisionKind.Approve, null, null));
        using var first = Worker();
        using var second = Worker();

        await Task.WhenAll(first.StartAsync(default), second.StartAsync(default));
        await ReachesAsync(ends, OrderStatus.Expired);
        Assert.Equal(OrderStatus.AwaitingConfirmation, await StatusAsync(approved));

        database.Time.Advance(TimeSpan.FromSeconds(6));
        await ReachesAsync(approved, OrderStatus.Paid);
        await Task.WhenAll(first.StopAsync(default), second.StopAsync(default));
        Assert.Equal(2, (await shop.ToldAsync(customer)).Count);
    }

    [Fact]
    public async Task What_cannot_be_dealt_with_keeps_nobody_else_waiting_and_is_tried_again()
    {
        var shop = await Shop.OpenAsync(database);
        var jollof = await shop.SellAsync("Jollof Rice", 3500, 20);
        var customer = await shop.CustomerAsync();
        var (stuck, ends) = (await customer.OrderAsync(jollof), await customer.OrderAsync(jollof));
        var (stuckToo, approved) = (await customer.OrderAsync(jollof), await customer.OrderAsync(jollof));
        await customer.ClaimAsync(stuckToo.PaymentReference);
        await customer.ClaimAsync(approved.PaymentReference);
        database.Time.Advance(TimeSpan.FromHours(25));
        await shop.DecideLaterAsync(database, stuckToo, new OrderDecision(DecisionKind.Approve, null, null));
        await shop.DecideLaterAsync(database, approved, new OrderDecision(DecisionKind.Approve, null, null));
        database.Time.Advance(TimeSpan.FromSeconds(6));
        await BreakAsync(stuck, stuckToo);

        await Assert.ThrowsAsync<AggregateException>(() => database.UseAsync<ApplyDueDecisions, int>(due => due.HandleAsync(100, default)));
        await Assert.ThrowsAsync<AggregateException>(() => database.UseAsync<ExpireOrders, int>(due => due.HandleAsync(100, default)));
        Assert.Equal((OrderStatus.Paid, OrderStatus.Expired), (await StatusAsync(approved), await StatusAsync(ends)));
        Assert.Equal((OrderStatus.AwaitingConfirmation, OrderStatus.PendingPayment), (await StatusAsync(stuckToo), await StatusAsync(stuck)));

        await database.ReadAsync(db => db.Database.ExecuteSqlAsync($"DROP TRIGGER broken ON orders"));
        Assert.Equal(1, await database.UseAsync<ApplyDueDecisions, int>(due => due.HandleAsync(100, default)));
        Assert.Equal(1, await database.UseAsync<ExpireOrders, int>(due => due.HandleAsync(100, default)));
        Assert.Equal((OrderStatus.Paid, OrderStatus.Expired), (await StatusAsync(stuckToo), await StatusAsync(stuck)));
    }

    /// <summary>Whoever changes these orders gets an error from the database.</summary>
#pragma warning disable EF1002 // Two ids of ours; a trigger's condition takes no parameters.
    private Task<int> BreakAsync(OrderFacts one, OrderFacts other) => database.ReadAsync(db => db.Database.ExecuteSqlRawAsync(
        $"""
         CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''broken''; END';
         CREATE TRIGGER broken BEFORE UPDATE ON orders FOR EACH ROW WHEN (OLD.id IN ('{one.Id}', '{other.Id}')) EXECUTE FUNCTION broken();
         """));
#pragma warning restore EF1002

    private ScheduledWork Worker() => new(
        database.Services.GetRequiredService<IServiceScopeFactory>(), SchemaReady.Already, database.Time, NullLogger<ScheduledWork>.Instance);

    private async Task ReachesAsync(OrderFacts order, OrderStatus status)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await StatusAsync(order) != status)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private Task<OrderStatus> StatusAsync(OrderFacts order) =>
        database.ReadAsync(db => db.Orders.Where(o => o.Id == order.Id).Select(o => o.Status).SingleAsync());
}
