using HaloAgent.Contracts.Catalog;
using HaloAgent.IntegrationTests.Fixtures;
using HaloAgent.Orders;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaloAgent.IntegrationTests.Orders;

public sealed class CartTests(HaloDatabase database) : IClassFixture<HaloDatabase>
{
    [Fact]
    public async Task A_cart_is_priced_from_the_catalogue_and_says_what_is_missing()
    {
        var shop = await Shop.OpenAsync(database);
        var jollof = await shop.SellAsync("Jollof Rice", 3500, 20);
        var zobo = await shop.SellAsync("Zobo", 800.50m, 20);
        var customer = await shop.CustomerAsync();

        await customer.AddAsync(jollof, 2);
        var cart = (await customer.AddAsync(zobo)).Value;

        Assert.Equal(["Jollof Rice", "Zobo"], cart.Lines.Select(line => line.Name));
        Assert.Equal(Money.FromNaira(7800.50m), cart.ItemsTotal);
        Assert.Equal([CartGap.Fulfillment], cart.Missing);
        Assert.Null(cart.DeliveryFee);
    }

    [Fact]
    public async Task Adding_again_adds_up_and_setting_sets()
    {
        var shop = await Shop.OpenAsync(database);
        var jollof = await shop.SellAsync("Jollof Rice", 3500, 20);
        var customer = await shop.CustomerAsync();

        await customer.AddAsync(jollof, 2);
        Assert.Equal(3, (await customer.AddAsync(jollof)).Value.Lines.Single().Quantity);
        Assert.Equal(5, (await customer.SetAsync(jollof, 5)).Value.Lines.Single().Quantity);
        Assert.Empty((await customer.SetAsync(jollof, 0)).Value.Lines);
    }

    [Fact]
    public async Task More_than_the_shop_has_is_refused_with_what_is_left_and_changes_nothing()
    {
        var shop = await Shop.OpenAsync(database);
        var jollof = await shop.SellAsync("Jollof Rice", 3500, 4);
        var customer = await shop.CustomerAsync();
        await customer.AddAsync(jollof, 3);

        var refused = Assert.IsType<OutOfStock>((await customer.AddAsync(jollof, 2)).Failure);

        Assert.Equal(4, refused.Left);
        Assert.Equal(3, (await customer.CartAsync()).Value.Lines.Single().Quantity);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(1001)]
    public async Task A_senseless_quantity_is_refused(int quantity)
    {
        var shop = await Shop.OpenAsync(database);
        var jollof = await shop.SellAsync("Jollof Rice", 3500, 5000);
        var customer = await shop.CustomerAsync();

        Assert.Equal("quantity", (await customer.AddAsync(jollof, quantity)).Failure?.Field);
    }

    [Fact]
    public async Task A_product_with_variants_wants_one_chosen_and_is_sold_at_its_price()
    {
        var shop = await Shop.OpenAsync(database);
        var gown = await shop.SellAsync(
            "Ankara Gown", 0, 0,
            new SaveVariantRequest { Name = "M", Price = 15000, Stock = 1 }, new SaveVariantRequest { Name = "L", Price = 16000, Stock = 0 });
        var (medium, large) = (gown.Variants[0].Id, gown.Variants[1].Id);
        var customer = await shop.CustomerAsync();

        Assert.Equal(OrderFailures.VariantNeeded, (await customer.AddAsync(gown)).Failure);
        Assert.Equal(OrderFailures.NoSuchProduct, (await customer.AddAsync(gown, 1, Guid.CreateVersion7())).Failure);
        Assert.Equal("Ankara Gown (L) is sold out.", (await customer.AddAsync(gown, 1, large)).Failure?.Sentence);
        var cart = (await customer.AddAsync(gown, 1, medium)).Value;
        Assert.Equal("Ankara Gown (M)", cart.Lines.Single().FullName);
        Assert.Equal(Money.FromNaira(15000), cart.Total);
    }

    [Fact]
    public async Task Address_and_area_may_come_one_after_the_other()
    {
        var shop = await Shop.OpenAsync(database);
        var customer = await shop.CustomerAsync();

        var area = (await customer.DeliverAsync(null, "allen")).Value;
        Assert.Equal(("Ikeja", Money.FromNaira(1500)), (area.Area, area.DeliveryFee));
        Assert.Contains(CartGap.Address, area.Missing);

        var both = (await customer.DeliverAsync("12 Adeniyi Jones")).Value;
        Assert.Equal(("12 Adeniyi Jones", "Ikeja"), (both.Address, both.Area));

        var elsewhere = (await customer.DeliverAsync("5 Herbert Macaulay Way, Yaba")).Value;
        Assert.Equal(("Yaba", Money.FromNaira(2000)), (elsewhere.Area, elsewhere.DeliveryFee));

        var unknown = (await customer.DeliverAsync("1 Ring Road, Ibadan")).Value;
        Assert.Null(unknown.Area);
        Assert.Null(unknown.DeliveryFee);
        Assert.Contains(CartGap.Area, unknown.Missing);
        Assert.Equal("Yaba", (await customer.DeliverAsync(null, "sabo")).Value.Area);
    }

    [Fact]
    public async Task An_address_and_lines_are_not_readable_in_the_database()
    {
        var shop = await Shop.OpenAsync(database);
        var customer = await shop.CustomerAsync();
        await customer.DeliverAsync("12 Adeniyi Jones, Ikeja");

        var stored = await database.ReadAsync(db => db.Database
            .SqlQuery<string>($"""SELECT encode(delivery_address, 'escape') AS "Value" FROM carts WHERE contact_id = {customer.ContactId}""").SingleAsync());

        Assert.DoesNotContain("Adeniyi", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_first_messages_at_once_make_one_cart_with_both_things()
    {
        var shop = await Shop.OpenAsync(database);
        var products = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => shop.SellAsync($"Dish {i}", 1000, 10)));
        var customer = await shop.CustomerAsync();

        var added = await Task.WhenAll(products.Select(product => customer.AddAsync(product)));

        Assert.All(added, outcome => Assert.Null(outcome.Failure));
        Assert.Equal(8, (await customer.CartAsync()).Value.Lines.Count);
    }

    [Fact]
    public async Task A_summary_is_refused_with_the_thing_that_is_missing()
    {
        var shop = await Shop.OpenAsync(database);
        var jollof = await shop.SellAsync("Jollof Rice", 3500, 20);
        var customer = await shop.CustomerAsync();

        Assert.Equal(OrderFailures.EmptyCart, (await customer.SeeSummaryAsync()).Failure);
        await customer.AddAsync(jollof);
        Assert.Equal(OrderFailures.FulfillmentMissing, (await customer.SeeSummaryAsync()).Failure);
        await customer.DeliverAsync(null, "Ikeja");
        Assert.Equal(OrderFailures.AddressMissing, (await customer.SeeSummaryAsync()).Failure);
        await customer.DeliverAsync("1 Ring Road, Ibadan", "Ibadan");
        Assert.Equal(OrderFailures.AreaUnknown, (await customer.SeeSummaryAsync()).Failure);
        await customer.DeliverAsync("12 Adeniyi Jones, Ikeja");
        Assert.Null((await customer.SeeSummaryAsync()).Failure);
        Assert.True((await customer.CartAsync()).Value.SummaryShownEarlier);
    }

    [Fact]
    public async Task Same_as_last_time_fills_the_cart_as_far_as_the_shop_still_has_it()
    {
        var shop = await Shop.OpenAsync(database);
        var jollof = await shop.SellAsync("Jollof Rice", 3500, 5);
        var customer = await shop.CustomerAsync();
        Assert.Equal(OrderFailures.NothingOrderedYet, (await customer.ReorderAsync()).Failure);
        await customer.OrderAsync(jollof, 3);

        var again = (await customer.ReorderAsync()).Value;

        Assert.Equal(2, again.Cart.Lines.Single().Quantity);
        Assert.Equal([new LeftOut("Jollof Rice", 2)], again.Fewer);
    }

    [Fact]
    public async Task Another_shops_product_and_contact_are_as_unknown_as_none()
    {
        var mine = await Shop.OpenAsync(database);
        var other = await Shop.OpenAsync(database);
        var theirs = await other.SellAsync("Suya", 1000, 10);
        var customer = await mine.CustomerAsync();
        var stranger = new Customer(database, other, customer.ContactId, customer.ConversationId);

        Assert.Equal(FailureKind.NotFound, (await customer.AddAsync(theirs)).Failure?.Kind);
        var cart = stranger.Open(Guid.CreateVersion7());
        await cart.ChangeAsync(edit => edit.Add(theirs.Id, null, 1), default);
        Assert.False(await stranger.SaveAsync(cart.Unsaved!));
        Assert.Equal(FailureKind.NotFound, (await stranger.SayYesAsync()).Failure?.Kind);
    }

    [Fact]
    public async Task A_change_made_from_an_older_cart_is_not_written()
    {
        var shop = await Shop.OpenAsync(database);
        var jollof = await shop.SellAsync("Jollof Rice", 3500, 20);
        var customer = await shop.CustomerAsync();
        await customer.AddAsync(jollof);
        var (first, second) = (customer.Open(Guid.CreateVersion7()), customer.Open(Guid.CreateVersion7()));
        await first.ChangeAsync(cart => cart.SetQuantity(jollof.Id, null, 2), default);
        await second.ChangeAsync(cart => cart.Clear(), default);

        Assert.True(await customer.SaveAsync(first.Unsaved!));
        Assert.False(await customer.SaveAsync(second.Unsaved!));

        Assert.Equal(2, (await customer.CartAsync()).Value.Lines.Single().Quantity);
    }

    [Fact]
    public async Task What_is_refused_by_a_catalogue_a_moment_old_is_looked_at_again()
    {
        var shop = await Shop.OpenAsync(database);
        var jollof = await shop.SellAsync("Jollof Rice", 3500, 1);
        var customer = await shop.CustomerAsync();
        var cart = customer.Open(Guid.CreateVersion7(), rested: false);
        Assert.Equal(1, (await cart.ChangeAsync(edit => edit.Add(jollof.Id, null, 1), default)).Value.Lines.Single().Left);
        await database.ReadAsync(db => db.Products.Where(p => p.Id == jollof.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Stock, 5)));

        Assert.Equal(2, (await cart.ChangeAsync(edit => edit.SetQuantity(jollof.Id, null, 2), default)).Value.Lines.Single().Quantity);
    }

    [Fact]
    public async Task What_the_shop_has_given_up_stands_in_the_cart_as_sold_out()
    {
        var shop = await Shop.OpenAsync(database);
        var jollof = await shop.SellAsync("Jollof Rice", 3500, 20);
        var customer = await shop.CustomerAsync();
        await customer.AddAsync(jollof);
        await customer.PickUpAsync();
        await database.ReadAsync(db => db.Products.Where(p => p.Id == jollof.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.DeletedAt, database.Now)));
        database.Time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal("Jollof Rice is sold out.", (await customer.SeeSummaryAsync()).Failure?.Sentence);
    }
}
