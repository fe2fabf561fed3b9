using System.Text;
using HaloAgent.Contracts.Catalog;
using HaloAgent.IntegrationTests.Fixtures;
using HaloAgent.Orders;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaloAgent.IntegrationTests.Orders;

/// <summary>A customer's wish goes from the cart into the order, encrypted all the way, and costs nobody a stock or a line.</summary>
public sealed class OrderNoteTests(HaloDatabase database) : IClassFixture<HaloDatabase>
{
    [Fact]
    public async Task A_wish_goes_from_the_cart_into_the_order()
    {
        var shop = await Shop.OpenAsync(database);
        var jollof = await shop.SellAsync("Jollof Rice", 3500, 20);
        var customer = await shop.CustomerAsync();
        await customer.ChangeAsync(cart => cart.Add(jollof.Id, null, 2, "no pepper"));
        await customer.ChangeAsync(cart => cart.NoteOrder("I am allergic to groundnut"));
        var seen = (await customer.CartAsync()).Value;
        await customer.PickUpAsync();
        await customer.SeeSummaryAsync();

        var placed = (await customer.SayYesAsync()).Value;
        var stored = await database.ReadAsync(db => db.Orders.AsNoTracking().Include(o => o.Items).SingleAsync(o => o.Id == placed.Id));

        Assert.Equal(("no pepper", "I am allergic to groundnut"), (seen.Lines.Single().Note, seen.Note));
        Assert.Equal(("no pepper", "I am allergic to groundnut"), (placed.Lines.Single().Note, placed.Note));
        Assert.Equal(("no pepper", "I am allergic to groundnut"), (stored.Items.Single().Note, stored.Note));
        Assert.Null((await customer.CartAsync()).Value.Note);
    }

    [Fact]
    public async Task No_wish_stands_anywhere_in_plain()
    {
        var shop = await Shop.OpenAsync(database);
        var jollof = await shop.SellAsync("Jollof Rice", 3500, 20);
        var (ordered, choosing) = (await shop.CustomerAsync(), await shop.CustomerAsync());
        foreach (var customer in (Customer[])[ordered, choosing])
        {
            await customer.ChangeAsync(cart => cart.Add(jollof.Id, null, 2, "kumquat"));
            await customer.ChangeAsync(cart => cart.NoteOrder("kumquat"));
            await customer.PickUpAsync();
            await customer.SeeSummaryAsync();
        }

        Assert.Null((await ordered.SayYesAsync()).Failure);

        // As text and as bytes: the encrypted lines of a cart are written in letters.
        var rows = await database.ReadAsync(db => db.Database.SqlQuery<string>(
            $"""
            SELECT c::text AS "Value" FROM carts c WHERE business_id = {shop.Id} UNION ALL SELECT o::text FROM orders o WHERE business_id = {shop.Id}
            UNION ALL SELECT i::text FROM order_items i JOIN orders o ON o.id = i.order_id WHERE o.business_id = {shop.Id}
            """).ToListAsync());
        Assert.Equal(4, rows.Count);
        Assert.DoesNotContain(rows, row => row.Contains("kumquat", StringComparison.Ordinal) || row.Contains(Convert.ToHexStringLower(Encoding.UTF8.GetBytes("kumquat")), StringComparison.Ordinal)
            || row.Contains(Convert.ToBase64String(Encoding.UTF8.GetBytes("kumquat"))[..8], StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_size_made_in_two_ways_is_two_lines_and_takes_the_stock_of_both()
    {
        var shop = await Shop.OpenAsync(database);
        var gown = await shop.SellAsync("Gown", 9000, 0, [new SaveVariantRequest { Name = "M", Price = 9000, Stock = 5 }]);
        var size = gown.Variants.Single().Id;
        var customer = await shop.CustomerAsync();
        await customer.ChangeAsync(cart => cart.Add(gown.Id, size, 2, "a bit loose"));
        await customer.ChangeAsync(cart => cart.Add(gown.Id, size, 1));
        await customer.ChangeAsync(cart => cart.Add(gown.Id, size, 1, "a bit loose"));
        Assert.Equal(1, Assert.IsType<OutOfStock>((await customer.AddAsync(gown, 2, size)).Failure).Left - (await customer.CartAsync()).Value.Lines.Sum(line => line.Quantity));
        await customer.PickUpAsync();
        await customer.SeeSummaryAsync();

        var order = (await customer.SayYesAsync()).Value;

        Assert.Equal([(3, "a bit loose"), (1, null)], order.Lines.Select(line => (line.Quantity, line.Note)));
        Assert.Equal(1, await database.ReadAsync(db => db.Products.Where(p => p.Id == gown.Id).SelectMany(p => p.Variants).Select(v => v.Stock).SingleAsync()));
    }

    [Fact]
    public async Task What_was_sold_meanwhile_is_missed_over_all_lines_of_a_thing()
    {
        var shop = await Shop.OpenAsync(database);
        var jollof = await shop.SellAsync("Jollof Rice", 3500, 4);
        var (customer, other) = (await shop.CustomerAsync(), await shop.CustomerAsync());
        await customer.ChangeAsync(cart => cart.Add(jollof.Id, null, 2, "no pepper"));
        await customer.ChangeAsync(cart => cart.Add(jollof.Id, null, 2));
        await customer.PickUpAsync();
        await customer.SeeSummaryAsync();
        await other.OrderAsync(jollof, 2);

        Assert.Equal(2, Assert.IsType<OutOfStock>((await customer.SayYesAsync()).Failure).Left);
        Assert.Equal(2, await shop.StockOfAsync(jollof));
    }

    [Fact]
    public async Task Another_wish_needs_another_yes()
    {
        var shop = await Shop.OpenAsync(database);
        var jollof = await shop.SellAsync("Jollof Rice", 3500, 20);
        var customer = await shop.CustomerAsync();
        await customer.AddAsync(jollof, 2);
        await customer.PickUpAsync();
        await customer.SeeSummaryAsync();
        await customer.ChangeAsync(cart => cart.NoteLine(jollof.Id, null, null, "no pepper"));

        Assert.Equal(OrderFailures.SummaryNotShown, (await customer.SayYesAsync()).Failure);
    }

    [Fact]
    public async Task The_same_again_is_made_the_same_way()
    {
        var shop = await Shop.OpenAsync(database);
        var jollof = await shop.SellAsync("Jollof Rice", 3500, 5);
        var customer = await shop.CustomerAsync();
        await customer.ChangeAsync(cart => cart.Add(jollof.Id, null, 2, "no pepper"));
        await customer.OrderAsync(jollof, 1);

        var again = (await customer.ReorderAsync()).Value;

        Assert.Equal([(2, "no pepper")], again.Cart.Lines.Select(line => (line.Quantity, line.Note)));
        Assert.Empty((await customer.CartAsync()).Value.TooFew);
        Assert.Equal([new LeftOut("Jollof Rice", 0)], again.Fewer);
    }

    [Fact]
    public async Task A_wish_is_one_plain_line_of_bounded_length()
    {
        var shop = await Shop.OpenAsync(database);
        var jollof = await shop.SellAsync("Jollof Rice", 3500, 5);
        var customer = await shop.CustomerAsync();

        Assert.Equal(OrderFailures.NoteTooLong, (await customer.ChangeAsync(cart => cart.Add(jollof.Id, null, 1, new string('a', CustomerNote.Longest + 1)))).Failure);
        var noted = await customer.ChangeAsync(cart => cart.Add(jollof.Id, null, 1, " “*no*\n\u202epepper\u200b \u0007”. "));
        Assert.Equal("no pepper", noted.Value.Lines.Single().Note);
        Assert.Equal(OrderFailures.NoSuchLine, (await customer.ChangeAsync(cart => cart.NoteLine(jollof.Id, null, "no onion", "x"))).Failure);
        Assert.Null((await customer.ChangeAsync(cart => cart.NoteLine(jollof.Id, null, "no pepper", " "))).Value.Lines.Single().Note);
    }
}
