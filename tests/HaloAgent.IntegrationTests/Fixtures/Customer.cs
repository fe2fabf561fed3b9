using HaloAgent.Catalog;
using HaloAgent.Orders;
using HaloAgent.Payments;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HaloAgent.IntegrationTests.Fixtures;

/// <summary>A customer of a shop, driving carts and use cases as the agent's tools do. Every call is a turn of its own unless one is given.</summary>
public sealed class Customer(HaloDatabase database, Shop shop, Guid contactId, Guid conversationId)
{
    public Guid ContactId => contactId;

    public Guid ConversationId => conversationId;

    public Task<Outcome<CartView>> AddAsync(Product product, int quantity = 1, Guid? variantId = null) =>
        ChangeAsync(cart => cart.Add(product.Id, variantId, quantity));

    public Task<Outcome<CartView>> SetAsync(Product product, int quantity, Guid? variantId = null) =>
        ChangeAsync(cart => cart.SetQuantity(product.Id, variantId, quantity));

    public Task<Outcome<CartView>> DeliverAsync(string? address, string? area = null) => ChangeAsync(cart => cart.Deliver(address, area));

    public Task<Outcome<CartView>> PickUpAsync() => ChangeAsync(cart => cart.PickUp());

    public Task<Outcome<CartView>> CartAsync() => Open(Guid.CreateVersion7()).ReadAsync(default);

    public Task<Outcome<CartView>> SeeSummaryAsync(Guid? turn = null) => ChangeAsync(cart => cart.ShowSummary(), turn);

    public async Task<Outcome<ReorderedCart>> ReorderAsync()
    {
        List<LeftOut> left = [];
        var last = await Open(Guid.CreateVersion7()).LastOrderedAsync(default);
        return (await ChangeAsync(cart => ReorderLast.Fill(cart, last, left))).Map(cart => new ReorderedCart(cart, left));
    }

    /// <summary>As a turn does: changes in memory and commits; when somebody else was first, once more from the start.</summary>
    public async Task<Outcome<CartView>> ChangeAsync(Func<CartEditor, Failure?> change, Guid? turn = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            var cart = Open(turn ?? Guid.CreateVersion7());
            var outcome = await cart.ChangeAsync(change, default);
            if (!outcome.Succeeded || cart.Unsaved is null || await SaveAsync(cart.Unsaved))
            {
                return outcome;
            }

            Assert.True(attempt < 20, "The cart is always changed by somebody else first.");
        }
    }

    /// <param name="rested">False: the turn knows the shop only as it was a moment ago.</param>
    public TurnCart Open(Guid turn, bool rested = true)
    {
        var cart = new TurnCart(database.Services.GetRequiredService<ICartSource>(), shop.Id, contactId, turn, database.Time);
        cart.ReadAgain(goodsToo: rested);
        return cart;
    }

    public Task<bool> SaveAsync(CartChange change) => database.Services.GetRequiredService<CartStore>().WriteAsync(change, default);

    public Task<Outcome<OrderFacts>> SayYesAsync(Guid? turn = null) => database.UseAsync<PlaceOrder, Outcome<OrderFacts>>(
        place => place.HandleAsync(shop.Id, contactId, conversationId, turn ?? Guid.CreateVersion7(), default));

    /// <summary>The whole way to an order that is picked up.</summary>
    public async Task<OrderFacts> OrderAsync(Product product, int quantity = 1, Guid? variantId = null)
    {
        Assert.Null((await AddAsync(product, quantity, variantId)).Failure);
        Assert.Null((await PickUpAsync()).Failure);
        Assert.Null((await SeeSummaryAsync()).Failure);
        var placed = await SayYesAsync();
        Assert.Null(placed.Failure);
        return placed.Value;
    }

    public Task<Outcome<CancelledOrder>> CancelAsync(Guid? orderId = null) => database.UseAsync<CancelOrder, Outcome<CancelledOrder>>(
        cancel => cancel.HandleAsync(shop.Id, contactId, conversationId, orderId, null, default));

    public Task<Outcome<PaymentClaimed>> ClaimAsync(string? reference = null, Guid? orderId = null, Money? amount = null) => database.UseAsync<ClaimPayment, Outcome<PaymentClaimed>>(
        claim => claim.HandleAsync(shop.Id, contactId, conversationId, orderId, reference, amount, default));

    public Task<Outcome<OpenOrders>> OrdersAsync() =>
        database.UseAsync<FindOpenOrders, Outcome<OpenOrders>>(find => find.HandleAsync(shop.Id, contactId, default));
}
