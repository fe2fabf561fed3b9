using System.Text.Json;
using HaloAgent.IntegrationTests.Fixtures;
using HaloAgent.Orders;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.IntegrationTests.Agent.Models;

/// <summary>What may be told to one customer at this moment: read from the database by nobody's code but this one's.</summary>
internal sealed record TrueFacts(IReadOnlySet<decimal> Naira, IReadOnlySet<string> Numbers, IReadOnlySet<string> References, IReadOnlySet<OrderStatus> Statuses)
{
    public const string Account = "0123456789";

    /// <summary>Something stands in the cart, or did when it was ordered.</summary>
    public bool HasChosen { get; init; }

    /// <summary>What orders and the cart come to.</summary>
    public IReadOnlySet<decimal> Totals { get; init; } = new HashSet<decimal>();

    /// <summary>What the customer owes, or would for what stands in the cart.</summary>
    public IReadOnlySet<decimal> Owed { get; init; } = new HashSet<decimal>();

    private const int LastTurns = 4;

    /// <param name="counts">How many of something the customer spoke of: a price of so many may be told.</param>
    public static async Task<TrueFacts> ReadAsync(WholePath path, Guid conversationId, IReadOnlyCollection<int> counts)
    {
        var (business, contact) = await path.Database.ReadAsync(async db =>
        {
            var one = await db.Conversations.Where(c => c.Id == conversationId).Select(c => new { c.BusinessId, c.ContactId }).SingleAsync();
            return (one.BusinessId, one.ContactId);
        });
        var prices = await path.Database.ReadAsync(db => db.Products.Where(p => p.BusinessId == business).Select(p => p.Price).ToListAsync());
        var orders = await path.Database.ReadAsync(db => db.Orders.AsNoTracking().Include(o => o.Items).Where(o => o.BusinessId == business && o.ContactId == contact).ToListAsync());
        IReadOnlyList<CartLine> lines = await path.Database.ReadAsync(db => db.Carts.AsNoTracking().Where(c => c.BusinessId == business && c.ContactId == contact).SingleOrDefaultAsync()) is { } cart ? cart.Lines : [];
        var priceOf = await path.Database.ReadAsync(db => db.Products.Where(p => p.BusinessId == business).ToDictionaryAsync(p => p.Id, p => p.Price));
        decimal[] fees = [0, .. path.Shop.Business.DeliveryAreas.Select(area => area.Fee.Naira)];

        var items = lines.Sum(line => priceOf[line.ProductId].Naira * line.Quantity);
        var naira = new HashSet<decimal>(fees.Select(fee => items + fee).Concat(fees));
        foreach (var price in prices)
        {
            naira.UnionWith(counts.Append(1).Select(quantity => price.Naira * quantity));
        }

        // A model that adds and then empties was told the truth in between.
        foreach (var inBetween in await CartsOnTheWayAsync(path, conversationId))
        {
            var came = inBetween.Sum(line => priceOf[line.ProductId].Naira * line.Quantity);
            naira.UnionWith(fees.Select(fee => came + fee));
        }

        // A model that adds and adds fills a line beyond what anybody would ask the price of.
        naira.UnionWith(lines.Select(line => priceOf[line.ProductId].Naira * line.Quantity));
        naira.UnionWith(orders.SelectMany(order => order.Items).Select(item => item.UnitPrice.Naira * item.Quantity));
        naira.UnionWith(orders.SelectMany(order => new[] { order.Total.Naira, (order.Total - order.DeliveryFee).Naira }));
        List<decimal> ofCart = items > 0 ? [.. fees.Select(fee => items + fee)] : [];
        return new TrueFacts(
            naira,
            orders.Select(order => order.DisplayNumber).Append(Account).ToHashSet(),
            orders.Select(order => order.PaymentReference).ToHashSet(),
            orders.Select(order => order.Status).ToHashSet())
        {
            HasChosen = lines.Count > 0 || orders.Count > 0,
            Totals = orders.SelectMany(order => new[] { order.Total.Naira, (order.Total - order.DeliveryFee).Naira }).Concat(ofCart).ToHashSet(),
            Owed = orders.Where(order => order.Status is OrderStatus.PendingPayment or OrderStatus.PaymentRejected).Select(order => order.Total.Naira).Concat(ofCart).ToHashSet(),
        };
    }

    /// <summary>What was in the cart at each step of the last turns: only what was chosen and how many, the amounts are reckoned here.</summary>
    private static async Task<List<List<(Guid ProductId, int Quantity)>>> CartsOnTheWayAsync(WholePath path, Guid conversationId)
    {
        var results = await path.Database.ReadAsync(db => db.Turns.AsNoTracking().Where(turn => turn.ConversationId == conversationId)
            .OrderByDescending(turn => turn.StartedAt).Take(LastTurns).SelectMany(turn => turn.Steps).Where(step => step.Result != null).Select(step => step.Result!).ToListAsync());
        List<List<(Guid, int)>> carts = [];
        foreach (var result in results.Where(result => result.StartsWith('{')))
        {
            using var json = JsonDocument.Parse(result);
            if (json.RootElement.TryGetProperty("lines", out var lines) && lines.ValueKind == JsonValueKind.Array)
            {
                carts.Add([.. lines.EnumerateArray().Select(line => (line.GetProperty("productId").GetGuid(), line.GetProperty("quantity").GetInt32()))]);
            }
        }

        return carts;
    }
}
