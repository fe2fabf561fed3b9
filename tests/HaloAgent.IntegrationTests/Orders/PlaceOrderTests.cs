using HaloAgent.Contracts.Catalog;
using HaloAgent.Contracts.Live;
using HaloAgent.Conversations;
using HaloAgent.IntegrationTests.Fixtures;
using HaloAgent.Orders;
using HaloAgent.Payments;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaloAgent.IntegrationTests.Orders;

public sealed class PlaceOrderTests(HaloDatabase database) : IClassFixture<HaloDatabase>
{
    [Fact]
    public async Task A_confirmed_summary_becomes_an_order_with_everything_a_reply_needs()
    {
        var shop = await Shop.OpenAsync(database);
        var jollof = await shop.SellAsync("Jollof Rice", 3500, 20);
        var customer = await shop.CustomerAsync();
        await customer.AddAsync(jollof, 2);
        await customer.DeliverAsync("12 Adeniyi Jones, Ikeja");
        await customer.SeeSummaryAsync();

        var order = (await customer.SayYesAsync()).Value;

        Assert.Equal(("0001", OrderStatus.PendingPayment), (order.Number, order.Status));
        Assert.Equal((Money.FromNaira(1500), Money.FromNaira(8500)), (order.DeliveryFee, order.Total));
        Assert.Equal("12 Adeniyi Jones, Ikeja", order.Address);
        Assert.Equal("0123456789", order.BankDetails?.AccountNumber);
        Assert.Equal(order.PaymentReference, PaymentReference.Read(order.PaymentReference).Reference);
        Assert.Equal(database.Now.AddDays(1), order.ExpiresAt);
        Assert.Equal(18, await shop.StockOfAsync(jollof));
        Assert.True((await customer.CartAsync()).Value.IsEmpty);
        Assert.Contains(database.Announced.Events, e => e == new LiveEvent(LiveEventKinds.OrderChanged, shop.Id, order.Id));
        var contact = await database.ReadAsync(db => db.Contacts.SingleAsync(c => c.Id == customer.ContactId));
        Assert.Equal(("12 Adeniyi Jones, Ikeja", "Ikeja"), (contact.SavedAddress, contact.SavedArea));
    }

    [Fact]
    public async Task A_yes_counts_only_for_a_summary_that_an_earlier_turn_showed()
    {
        var shop = await Shop.OpenAsync(database);
        var jollof = await shop.SellAsync("Jollof Rice", 3500, 20);
        var customer = await shop.CustomerAsync();
        await customer.AddAsync(jollof);
        await customer.PickUpAsync();

        Assert.Equal(OrderFailures.SummaryNotShown, (await customer.SayYesAsync()).Failure);

        var turn = Guid.CreateVersion7();
        await customer.SeeSummaryAsync(turn);
        Assert.Equal(OrderFailures.SummaryNotShown, (await customer.SayYesAsync(turn)).Failure);

        await customer.AddAsync(jollof);
        Assert.Equal(OrderFailures.SummaryNotShown, (await customer.SayYesAsync()).Failure);

        await customer.SeeSummaryAsync();
        Assert.Null((await customer.SayYesAsync()).Failure);
        Assert.Equal(OrderFailures.EmptyCart, (await customer.SayYesAsync()).Failure);
    }

    [Fact]
    public async Task A_price_that_changed_after_the_summary_has_to_be_seen_first()
    {
        var shop = await Shop.OpenAsync(database);
        var jollof = await shop.SellAsync("Jollof Rice", 3500, 20);
        var customer = await shop.CustomerAsync();
        await customer.AddAsync(jollof, 2);
        await customer.PickUpAsync();
        await customer.SeeSummaryAsync();
        await database.ReadAsync(db => db.Products.Where(p => p.Id == jollof.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Price, Money.FromNaira(4000))));

        var changed = Assert.IsType<TotalChanged>((await customer.SayYesAsync()).Failure);

        Assert.Equal((Money.FromNaira(7000), Money.FromNaira(8000)), (changed.Shown, changed.Now));
        Assert.Equal(20, await shop.StockOfAsync(jollof));
        await customer.SeeSummaryAsync();
        Assert.Equal(Money.FromNaira(8000), (await customer.SayYesAsync()).Value.Total);
    }

    [Fact]
    public async Task What_was_sold_out_in_between_is_named_with_what_is_left()
    {
        var shop = await Shop.OpenAsync(database);
        var jollof = await shop.SellAsync("Jollof Rice", 3500, 3);
        var (slow, quick) = (await shop.CustomerAsync(), await shop.CustomerAsync());
        await slow.AddAsync(jollof, 3);
        await slow.PickUpAsync();
        await slow.SeeSummaryAsync();
        await quick.OrderAsync(jollof, 2);

        var refused = Assert.IsType<OutOfStock>((await slow.SayYesAsync()).Failure);

        Assert.Equal(("Jollof Rice", 1), (refused.Name, refused.Left));
        Assert.Equal(1, await shop.StockOfAsync(jollof));
        Assert.False((await slow.CartAsync()).Value.IsEmpty);
    }

    [Fact]
    public async Task Fifty_customers_at_once_for_ten_plates_get_ten_orders_numbered_without_gaps()
    {
        var shop = await Shop.OpenAsync(database);
        var jollof = await shop.SellAsync("Jollof Rice", 3500, 10);
        var zobo = await shop.SellAsync("Zobo", 800, 1000);
        var customers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => shop.CustomerAsync()));
        await Task.WhenAll(customers.Select(async (customer, i) =>
        {
            // In different orders: without a fixed order of locking these would wait for each other.
            foreach (var product in i % 2 == 0 ? new[] { jollof, zobo } : [zobo, jollof])
            {
                await customer.AddAsync(product);
            }

            await customer.PickUpAsync();
            await customer.SeeSummaryAsync();
        }));

        var outcomes = await Task.WhenAll(customers.Select(customer => customer.SayYesAsync()));

        var placed = outcomes.Where(o => o.Succeeded).Select(o => o.Value).ToList();
        Assert.Equal(10, placed.Count);
        Assert.All(outcomes.Where(o => !o.Succeeded), o => Assert.Equal(0, Assert.IsType<OutOfStock>(o.Failure).Left));
        Assert.Equal(0, await shop.StockOfAsync(jollof));
        Assert.Equal(990, await shop.StockOfAsync(zobo));
        Assert.Equal(Enumerable.Range(1, 10).Select(n => n.ToString("D4", null)), placed.Select(o => o.Number).Order());
        Assert.Equal(10, placed.Select(o => o.PaymentReference).Distinct().Count());
    }

    [Fact]
    public async Task The_last_of_a_variant_is_sold_once()
    {
        var shop = await Shop.OpenAsync(database);
        var gown = await shop.SellAsync("Ankara Gown", 0, 0, new SaveVariantRequest { Name = "M", Price = 15000, Stock = 1 });
        var medium = gown.Variants[0].Id;
        var customers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => shop.CustomerAsync()));
        await Task.WhenAll(customers.Select(async customer =>
        {
            await customer.AddAsync(gown, 1, medium);
            await customer.PickUpAsync();
            await customer.SeeSummaryAsync();
        }));

        var outcomes = await Task.WhenAll(customers.Select(customer => customer.SayYesAsync()));

        Assert.Single(outcomes, o => o.Succeeded);
        Assert.All(outcomes.Where(o => !o.Succeeded), o => Assert.IsType<OutOfStock>(o.Failure));
    }

    [Fact]
    public async Task The_same_yes_twice_at_once_places_one_order()
    {
        var shop = await Shop.OpenAsync(database);
        var jollof = await shop.SellAsync("Jollof Rice", 3500, 100);
        var customer = await shop.CustomerAsync();
        await customer.AddAsync(jollof);
        await customer.PickUpAsync();
        await customer.SeeSummaryAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => customer.SayYesAsync()));

        Assert.Single(outcomes, o => o.Succeeded);
        Assert.All(outcomes.Where(o => !o.Succeeded), o => Assert.Equal(OrderFailures.EmptyCart, o.Failure));
        Assert.Equal(99, await shop.StockOfAsync(jollof));
    }

    [Fact]
    public async Task Shops_count_their_own_orders()
    {
        var (one, two) = (await Shop.OpenAsync(database), await Shop.OpenAsync(database));
        var (rice, gown) = (await one.SellAsync("Rice", 1000, 9), await two.SellAsync("Gown", 1000, 9));
        var (first, second) = (await one.CustomerAsync(), await two.CustomerAsync());

        Assert.Equal("0001", (await first.OrderAsync(rice)).Number);
        Assert.Equal("0002", (await first.OrderAsync(rice)).Number);
        Assert.Equal("0001", (await second.OrderAsync(gown)).Number);
    }

    [Fact]
    public async Task Without_bank_details_nothing_is_made_up_and_the_owner_is_told_once()
    {
        var shop = await Shop.OpenAsync(database, withBankDetails: false);
        var jollof = await shop.SellAsync("Jollof Rice", 3500, 10);
        var customer = await shop.CustomerAsync();

        Assert.Null((await customer.OrderAsync(jollof)).BankDetails);
        await customer.OrderAsync(jollof);

        var escalations = await database.ReadAsync(db => db.Escalations.Where(e => e.ConversationId == customer.ConversationId).ToListAsync());
        Assert.Equal(EscalationReason.PaymentDetailsMissing, Assert.Single(escalations).Reason);
        Assert.Contains(database.Announced.Events, e => e == new LiveEvent(LiveEventKinds.EscalationChanged, shop.Id, customer.ConversationId));
    }
}
