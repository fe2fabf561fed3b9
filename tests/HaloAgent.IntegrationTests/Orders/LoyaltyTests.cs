using HaloAgent.Catalog;
using HaloAgent.Contracts.Orders;
using HaloAgent.IntegrationTests.Fixtures;
using HaloAgent.Loyalty;
using HaloAgent.Orders;
using HaloAgent.Payments;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Shop = HaloAgent.IntegrationTests.Fixtures.Shop;

namespace HaloAgent.IntegrationTests.Orders;

/// <summary>Points are booked with what an order does, once for each, and nobody uses more than they have.</summary>
public sealed class LoyaltyTests(HaloDatabase database) : IClassFixture<HaloDatabase>
{
    [Fact]
    public async Task A_completed_order_earns_points_for_its_goods_once()
    {
        var (shop, customer, jollof) = await OpenAsync();
        var order = await customer.OrderAsync(jollof, 3);

        await CompleteAsync(shop, order);
        Assert.False((await shop.MoveAsync(database, order, OrderStatus.Completed)).Succeeded);

        Assert.Equal(10, await BalanceAsync(customer));
        Assert.Equal([(PointsKind.Earned, 10)], await BookedAsync(customer));
        Assert.Contains(await shop.ToldAsync(customer), text => text.EndsWith("You've earned 10 points with this order.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_shop_without_rules_gives_no_points_and_takes_none()
    {
        var shop = await Shop.OpenAsync(database);
        var jollof = await shop.SellAsync("Jollof Rice", 3500, 20);
        var customer = await shop.CustomerAsync();

        await CompleteAsync(shop, await customer.OrderAsync(jollof, 3));

        Assert.Equal(0, await BalanceAsync(customer));
        Assert.Equal(LoyaltyFailures.NoPoints, (await customer.ChangeAsync(cart => cart.UsePoints(true))).Failure);
    }

    [Fact]
    public async Task Points_come_off_the_next_order_as_the_summary_said_and_off_the_balance()
    {
        var (shop, customer, jollof) = await OpenAsync(points: 15);

        var order = await OrderWithPointsAsync(customer, jollof, 2);

        Assert.Equal((15, Money.FromNaira(1500), Money.FromNaira(5500)), (order.PointsUsed, order.Discount, order.Total));
        Assert.Equal(Money.FromNaira(7000), order.ItemsTotal);
        Assert.Equal(0, await BalanceAsync(customer));
        Assert.Equal([(PointsKind.Used, -15)], await BookedAsync(customer));
        Assert.Equal(18, await shop.StockOfAsync(jollof));
        Assert.Equal(0, (await customer.AddAsync(jollof)).Value.PointsUsed);
    }

    [Fact]
    public async Task What_points_paid_for_earns_none()
    {
        var (shop, customer, jollof) = await OpenAsync(points: 15);

        await CompleteAsync(shop, await OrderWithPointsAsync(customer, jollof, 2));

        Assert.Equal(5, await BalanceAsync(customer));
    }

    [Fact]
    public async Task An_order_that_comes_to_nothing_gives_its_points_back_and_a_claim_takes_them_again()
    {
        var (_, customer, jollof) = await OpenAsync(points: 15);
        var order = await OrderWithPointsAsync(customer, jollof, 2);
        Assert.True((await customer.CancelAsync()).Succeeded);
        Assert.Equal(15, await BalanceAsync(customer));

        Assert.False((await customer.ClaimAsync(orderId: order.Id)).Value.NotPossible);

        Assert.Equal(0, await BalanceAsync(customer));
        Assert.Equal([(PointsKind.Used, -15), (PointsKind.Used, -15), (PointsKind.Returned, 15)], await BookedAsync(customer));
    }

    [Fact]
    public async Task A_claim_on_an_order_whose_points_went_into_another_one_is_for_the_owner()
    {
        var (_, customer, jollof) = await OpenAsync(points: 15);
        var order = await OrderWithPointsAsync(customer, jollof, 2);
        await customer.CancelAsync();
        await OrderWithPointsAsync(customer, jollof, 2);

        Assert.True((await customer.ClaimAsync(orderId: order.Id)).Value.NotPossible);

        Assert.Equal(0, await BalanceAsync(customer));
    }

    [Fact]
    public async Task A_member_approves_it_at_what_was_asked_for_and_the_shop_gives_what_the_points_took_off()
    {
        var (shop, customer, jollof) = await OpenAsync(points: 15);
        var order = await OrderWithPointsAsync(customer, jollof, 2);
        await customer.CancelAsync();
        await OrderWithPointsAsync(customer, jollof, 2);
        await GiveAsync(shop, customer, 10);
        await customer.ClaimAsync(orderId: order.Id);
        var warned = (await database.UseAsync<ListPaymentReviews, Outcome<Page<PaymentReviewView>>>(list => list.HandleAsync(shop.Id, 200, null, default))).Value.Items.Single(review => review.OrderId == order.Id);

        var paid = (await shop.ApproveAsync(database, order)).Value;

        Assert.Contains("The points of this order were used for another one since. Without them it costs ₦7,000: approve ₦5,500, and you give the ₦1,500.", warned.Warnings);
        Assert.Equal((OrderStatus.Paid, 0, Money.FromNaira(1500), Money.FromNaira(5500)), (paid.Status, paid.PointsUsed, paid.Discount, paid.Total));
        Assert.Equal(10, await BalanceAsync(customer));
        Assert.Equal(16, await shop.StockOfAsync(jollof));
        Assert.Contains("₦5,500", (await shop.ToldAsync(customer))[^1], StringComparison.Ordinal);
        var seen = (await database.UseAsync<ReadOrder, Outcome<OrderView>>(read => read.HandleAsync(shop.Id, order.Id, default))).Value;
        Assert.Contains("Its 15 points had gone into another order. The shop gives the ₦1,500 that they took off: ₦5,500 instead of ₦7,000.", seen.History.Select(change => change.Note));
    }

    [Fact]
    public async Task Taking_an_order_back_locks_its_goods_before_its_points_as_placing_does()
    {
        var (_, customer, jollof) = await OpenAsync(points: 15);
        var order = await OrderWithPointsAsync(customer, jollof, 2);
        await customer.CancelAsync();
        await using var placing = await LockAsync(jollof);

        var claim = customer.ClaimAsync(orderId: order.Id);
        await placing.SomebodyWaitsAsync();

        // Placing goes on to the points; were the claim on them already, the two would wait for each other.
        await placing.RunAsync($"SELECT 1 FROM contacts WHERE id = {customer.ContactId} FOR NO KEY UPDATE NOWAIT");
        await placing.CommitAsync();
        Assert.False((await claim).Value.NotPossible);
    }

    [Fact]
    public async Task Points_that_go_elsewhere_while_an_order_is_placed_are_a_new_total()
    {
        var (shop, customer, jollof) = await OpenAsync(points: 15);
        await customer.AddAsync(jollof, 2);
        await customer.ChangeAsync(cart => cart.UsePoints(true));
        await customer.PickUpAsync();
        await customer.SeeSummaryAsync();
        await using var other = await LockAsync(jollof);

        var yes = customer.SayYesAsync();
        await other.SomebodyWaitsAsync();
        await GiveAsync(shop, customer, 10);
        await other.CommitAsync();

        Assert.Equal(new TotalChanged(Money.FromNaira(5500), Money.FromNaira(6000)), (await yes).Failure);
        Assert.Equal(10, await BalanceAsync(customer));
    }

    [Fact]
    public async Task A_price_or_a_balance_that_changed_since_the_summary_is_shown_again()
    {
        var (shop, customer, jollof) = await OpenAsync(points: 15);
        await customer.AddAsync(jollof, 2);
        await customer.ChangeAsync(cart => cart.UsePoints(true));
        await customer.PickUpAsync();
        await customer.SeeSummaryAsync();
        await GiveAsync(shop, customer, 10);

        Assert.Equal(new TotalChanged(Money.FromNaira(5500), Money.FromNaira(6000)), (await customer.SayYesAsync()).Failure);
        Assert.Equal(10, await BalanceAsync(customer));
    }

    [Fact]
    public async Task Twenty_orders_at_once_use_the_points_once()
    {
        var (_, customer, jollof) = await OpenAsync(points: 15);
        await customer.AddAsync(jollof, 2);
        await customer.ChangeAsync(cart => cart.UsePoints(true));
        await customer.PickUpAsync();
        await customer.SeeSummaryAsync();

        var placed = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => customer.SayYesAsync()));

        Assert.Single(placed, outcome => outcome.Succeeded);
        Assert.Equal(0, await BalanceAsync(customer));
        Assert.Equal([(PointsKind.Used, -15)], await BookedAsync(customer));
    }

    private async Task<(Shop Shop, Customer Customer, Product Jollof)> OpenAsync(int points = 0)
    {
        var shop = await Shop.OpenAsync(database);
        await database.ReadAsync(async db =>
        {
            (await db.Businesses.SingleAsync(b => b.Id == shop.Id)).Reward(new LoyaltyRules(Money.FromNaira(1000), Money.FromNaira(100)));
            return await db.SaveChangesAsync();
        });
        var customer = await shop.CustomerAsync();
        await GiveAsync(shop, customer, points);
        return (shop, customer, await shop.SellAsync("Jollof Rice", 3500, 20));
    }

    /// <summary>Another order of this product that has come as far as its goods.</summary>
    private Task<HeldRows> LockAsync(Product product) => HeldRows.LockAsync(database, $"SELECT 1 FROM products WHERE id = {product.Id} FOR NO KEY UPDATE");

    private static async Task<OrderFacts> OrderWithPointsAsync(Customer customer, Product product, int quantity)
    {
        await customer.AddAsync(product, quantity);
        await customer.ChangeAsync(cart => cart.UsePoints(true));
        await customer.PickUpAsync();
        await customer.SeeSummaryAsync();
        return (await customer.SayYesAsync()).Value;
    }

    private async Task CompleteAsync(Shop shop, OrderFacts order)
    {
        Assert.True((await shop.ApproveAsync(database, order)).Succeeded);
        Assert.True((await shop.MoveAsync(database, order, OrderStatus.Completed)).Succeeded);
    }

    private Task<int> GiveAsync(Shop shop, Customer customer, int points) => database.ReadAsync(db => db.Database.ExecuteSqlAsync(
        $"UPDATE contacts SET loyalty_points = {points} WHERE id = {customer.ContactId} AND business_id = {shop.Id}"));

    private Task<int> BalanceAsync(Customer customer) => database.ReadAsync(db => db.Contacts.Where(c => c.Id == customer.ContactId).Select(c => c.LoyaltyPoints).SingleAsync());

    private async Task<IEnumerable<(PointsKind, int)>> BookedAsync(Customer customer) =>
        (await database.ReadAsync(db => db.PointsEntries.AsNoTracking().Where(e => e.ContactId == customer.ContactId).OrderBy(e => e.Points).ToListAsync())).Select(e => (e.Kind, e.Points));
}
