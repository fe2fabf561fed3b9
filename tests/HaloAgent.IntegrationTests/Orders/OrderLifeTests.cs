using HaloAgent.Contracts.Catalog;
using HaloAgent.Conversations;
using HaloAgent.IntegrationTests.Fixtures;
using HaloAgent.Orders;
using HaloAgent.Payments;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaloAgent.IntegrationTests.Orders;

public sealed class OrderLifeTests(HaloDatabase database) : IClassFixture<HaloDatabase>
{
    [Fact]
    public async Task The_customer_hears_of_every_move_and_the_history_keeps_who_and_why()
    {
        var shop = await Shop.OpenAsync(database);
        var customer = await shop.CustomerAsync();
        var order = await customer.OrderAsync(await shop.SellAsync("Jollof Rice", 3500, 20));
        database.Time.Advance(TimeSpan.FromMinutes(10));
        await customer.ClaimAsync();
        database.Time.Advance(TimeSpan.FromMinutes(10));
        await shop.ApproveAsync(database, order);
        foreach (var (status, note) in new[] { (OrderStatus.Preparing, "no pepper"), (OrderStatus.ReadyForPickup, null), (OrderStatus.Completed, null) })
        {
            database.Time.Advance(TimeSpan.FromMinutes(10));
            Assert.Null((await shop.MoveAsync(database, order, status, note)).Failure);
        }

        Assert.Equal(4, (await shop.ToldAsync(customer)).Count);
        var history = (await ReadAsync(order)).History.OrderBy(c => c.At).ToList();
        Assert.Equal(
            [OrderStatus.PendingPayment, OrderStatus.AwaitingConfirmation, OrderStatus.Paid, OrderStatus.Preparing, OrderStatus.ReadyForPickup, OrderStatus.Completed],
            history.Select(c => c.To));
        Assert.Equal((ActorKind.Member, "Ada", "no pepper"), (history[3].ByKind, history[3].ByName, history[3].Note));
        Assert.Equal("move_not_allowed", (await shop.MoveAsync(database, order, OrderStatus.Preparing)).Failure?.Code);
    }

    [Fact]
    public async Task A_pickup_order_is_not_sent_out_and_payment_is_not_a_move()
    {
        var shop = await Shop.OpenAsync(database);
        var order = await (await shop.CustomerAsync()).OrderAsync(await shop.SellAsync("Jollof Rice", 3500, 20));

        Assert.Equal("move_not_allowed", (await shop.MoveAsync(database, order, OrderStatus.Paid)).Failure?.Code);
        await shop.ApproveAsync(database, order);
        Assert.Equal("move_not_allowed", (await shop.MoveAsync(database, order, OrderStatus.OutForDelivery)).Failure?.Code);
    }

    [Fact]
    public async Task An_unpaid_order_is_cancelled_by_its_customer_and_gives_its_stock_back()
    {
        var shop = await Shop.OpenAsync(database);
        var gown = await shop.SellAsync("Ankara Gown", 0, 0, new SaveVariantRequest { Name = "M", Price = 15000, Stock = 3 });
        var customer = await shop.CustomerAsync();
        await customer.OrderAsync(gown, 2, gown.Variants[0].Id);

        var cancelled = (await customer.CancelAsync()).Value;

        Assert.Equal((OrderStatus.Cancelled, false), (cancelled.Order.Status, cancelled.AskedOwner));
        Assert.Equal(3, (await database.ReadAsync(db => db.Products.Include(p => p.Variants).SingleAsync(p => p.Id == gown.Id))).Variants[0].Stock);
        Assert.Empty(await shop.ToldAsync(customer));
        Assert.Equal("nothing_to_cancel", (await customer.CancelAsync()).Failure?.Code);
    }

    [Fact]
    public async Task A_claimed_order_is_not_cancelled_but_the_owner_is_asked()
    {
        var shop = await Shop.OpenAsync(database);
        var customer = await shop.CustomerAsync();
        var order = await customer.OrderAsync(await shop.SellAsync("Jollof Rice", 3500, 20));
        await customer.ClaimAsync();

        var asked = (await customer.CancelAsync()).Value;

        Assert.Equal((OrderStatus.AwaitingConfirmation, true), (asked.Order.Status, asked.AskedOwner));
        var escalation = await database.ReadAsync(db => db.Escalations.SingleAsync(e => e.ConversationId == customer.ConversationId));
        Assert.Equal(EscalationReason.CancellationAsked, escalation.Reason);

        Assert.Null((await shop.MoveAsync(database, order, OrderStatus.Cancelled, "As you asked")).Failure);
        Assert.Contains("As you asked", Assert.Single(await shop.ToldAsync(customer)), StringComparison.Ordinal);
        Assert.Equal(PaymentStatus.Rejected, await database.ReadAsync(db => db.Payments.Where(p => p.OrderId == order.Id).Select(p => p.Status).SingleAsync()));
    }

    [Fact]
    public async Task Cancelling_without_a_word_gives_the_customer_no_empty_reason()
    {
        var shop = await Shop.OpenAsync(database);
        var customer = await shop.CustomerAsync();
        var order = await customer.OrderAsync(await shop.SellAsync("Jollof Rice", 3500, 20));

        Assert.Null((await shop.MoveAsync(database, order, OrderStatus.Cancelled, " ")).Failure);

        Assert.Equal($"Order {order.Number} has been cancelled.", Assert.Single(await shop.ToldAsync(customer)));
    }

    [Fact]
    public async Task Several_open_orders_have_to_be_told_apart()
    {
        var shop = await Shop.OpenAsync(database);
        var jollof = await shop.SellAsync("Jollof Rice", 3500, 20);
        var customer = await shop.CustomerAsync();
        var (first, second) = (await customer.OrderAsync(jollof), await customer.OrderAsync(jollof));

        Assert.Equal([second.Id, first.Id], Assert.IsType<SeveralOrders>((await customer.CancelAsync()).Failure).Orders.Select(o => o.Id));
        Assert.Equal(OrderStatus.Cancelled, (await customer.CancelAsync(first.Id)).Value.Order.Status);
        var orders = (await customer.OrdersAsync()).Value;
        Assert.Equal(second.Id, Assert.Single(orders.Open).Id);
        Assert.Equal(first.Id, orders.LastEnded?.Id);
    }

    [Fact]
    public async Task Another_customers_order_cannot_be_cancelled()
    {
        var shop = await Shop.OpenAsync(database);
        var order = await (await shop.CustomerAsync()).OrderAsync(await shop.SellAsync("Jollof Rice", 3500, 20));

        Assert.Equal(OrderFailures.NoSuchOrder, (await (await shop.CustomerAsync()).CancelAsync(order.Id)).Failure);
    }

    [Fact]
    public async Task Unpaid_orders_end_when_their_time_is_up_and_only_those()
    {
        var shop = await Shop.OpenAsync(database);
        var jollof = await shop.SellAsync("Jollof Rice", 3500, 20);
        var (late, claimed) = (await shop.CustomerAsync(), await shop.CustomerAsync());
        var (ends, stays) = (await late.OrderAsync(jollof, 2), await claimed.OrderAsync(jollof, 3));
        await claimed.ClaimAsync();

        Assert.Equal(OrderStatus.PendingPayment, (await ReadAsync(ends)).Status);
        database.Time.Advance(TimeSpan.FromHours(25));
        await Task.WhenAll(ExpireAsync(), ExpireAsync(), ExpireAsync());

        Assert.Equal(OrderStatus.Expired, (await ReadAsync(ends)).Status);
        Assert.Equal(OrderStatus.AwaitingConfirmation, (await ReadAsync(stays)).Status);
        Assert.Equal(17, await shop.StockOfAsync(jollof));
        Assert.Contains(ends.Number, Assert.Single(await shop.ToldAsync(late)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancel_and_the_expiry_at_the_same_moment_give_the_stock_back_once()
    {
        var shop = await Shop.OpenAsync(database);
        var jollof = await shop.SellAsync("Jollof Rice", 3500, 100);
        var customers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.CustomerAsync()));
        var orders = await Task.WhenAll(customers.Select(customer => customer.OrderAsync(jollof, 2)));
        database.Time.Advance(TimeSpan.FromHours(25));

        await Task.WhenAll(
            Task.WhenAll(customers.Zip(orders, (customer, order) => customer.CancelAsync(order.Id))),
            Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ExpireAsync())),
            Task.WhenAll(orders.Select(order => shop.MoveAsync(database, order, OrderStatus.Cancelled))));

        Assert.Equal(100, await shop.StockOfAsync(jollof));
        foreach (var order in orders)
        {
            Assert.Equal(2, (await ReadAsync(order)).History.Count);
        }
    }

    private Task<int> ExpireAsync() => database.UseAsync<ExpireOrders, int>(expire => expire.HandleAsync(100, default));

    private Task<Order> ReadAsync(OrderFacts order) =>
        database.ReadAsync(db => db.Orders.Include(o => o.History).AsNoTracking().SingleAsync(o => o.Id == order.Id));
}
