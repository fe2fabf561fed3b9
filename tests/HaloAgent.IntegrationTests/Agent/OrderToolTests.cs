using HaloAgent.Agent;
using HaloAgent.AgentWorker.Agent.Tools;
using HaloAgent.AgentWorker.Contacts;
using HaloAgent.AgentWorker.Conversations;
using HaloAgent.AgentWorker.Orders;
using HaloAgent.AgentWorker.Payments;
using HaloAgent.Catalog;
using HaloAgent.IntegrationTests.Fixtures;
using HaloAgent.Orders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Shop = HaloAgent.IntegrationTests.Fixtures.Shop;

namespace HaloAgent.IntegrationTests.Agent;

/// <summary>The tools of orders and payments as a turn calls them: fenced by the epoch, journalled, replayed.</summary>
public sealed class OrderToolTests(HaloDatabase database) : IClassFixture<HaloDatabase>
{
    private static readonly ToolCatalogue Tools = new ToolCatalogue().AddOrderTools().AddPaymentTools().AddContactTools().AddConversationTools();

    [Fact]
    public async Task A_turn_that_is_run_again_gets_the_order_it_placed_and_places_no_other()
    {
        var (shop, customer, jollof) = await OpenAsync();
        await customer.AddAsync(jollof);
        await customer.DeliverAsync("12 Adeniyi Jones, Ikeja");
        await customer.SeeSummaryAsync();
        var turn = await BeginTurnAsync(shop, customer);

        var first = await turn.Invoke().CallAsync(new PlaceOrderCall(), default);
        var again = await turn.Invoke().CallAsync(new PlaceOrderCall(), default);

        Assert.Equal(Written(first.Value), Written(again.Value));
        Assert.Equal(1, await database.ReadAsync(db => db.Orders.CountAsync(o => o.BusinessId == shop.Id)));
        Assert.Equal(19, await shop.StockOfAsync(jollof));
    }

    [Fact]
    public async Task A_turn_that_ends_before_its_commit_leaves_the_cart_as_it_was_and_run_again_adds_once()
    {
        var (shop, customer, jollof) = await OpenAsync();
        var turn = await BeginTurnAsync(shop, customer);

        foreach (var _ in Enumerable.Range(0, 2))
        {
            var tools = turn.Invoke();
            await tools.CallAsync(new AddToCartCall(jollof.Id, null, 2), default);
            Assert.Equal(4, (await tools.CallAsync(new AddToCartCall(jollof.Id, null, 2), default)).Value.Lines.Single().Quantity);
            Assert.True((await customer.CartAsync()).Value.IsEmpty);
        }
    }

    [Fact]
    public async Task What_another_tools_commit_took_along_is_replayed_when_the_turn_is_run_again()
    {
        var (shop, customer, jollof) = await OpenAsync();
        var turn = await BeginTurnAsync(shop, customer);
        var tools = turn.Invoke();
        await tools.CallAsync(new AddToCartCall(jollof.Id, null, 2), default);
        await tools.CallAsync(new EscalateCall(HaloAgent.Conversations.EscalationReason.Complaint, "cold food"), default);
        await tools.CallAsync(new AddToCartCall(jollof.Id, null, 1), default);
        Assert.Equal(2, (await customer.CartAsync()).Value.Lines.Single().Quantity);

        var again = await turn.AgainAsync();
        Assert.Equal(2, (await again.CallAsync(new AddToCartCall(jollof.Id, null, 2), default)).Value.Lines.Single().Quantity);
        Assert.True((await again.CallAsync(new EscalateCall(HaloAgent.Conversations.EscalationReason.Complaint, "cold food"), default)).Succeeded);
        Assert.Equal(3, (await again.CallAsync(new AddToCartCall(jollof.Id, null, 1), default)).Value.Lines.Single().Quantity);

        Assert.Equal(3, again.Cart.Unsaved!.Cart.QuantityOf(jollof.Id, null));
    }

    [Fact]
    public async Task An_answer_of_a_model_commits_with_the_first_effect_that_follows_and_is_then_the_answer_of_every_run()
    {
        var (shop, customer, _) = await OpenAsync();
        var turn = await BeginTurnAsync(shop, customer);
        var tools = turn.Invoke();
        await tools.RecordAsync("model", _ => Task.FromResult("first"), default);
        Assert.Equal("another", await (await turn.AgainAsync()).RecordAsync("model", _ => Task.FromResult("another"), default));

        await tools.CallAsync(new EscalateCall(HaloAgent.Conversations.EscalationReason.Complaint, "cold food"), default);

        Assert.Equal("first", await (await turn.AgainAsync()).RecordAsync("model", _ => Task.FromResult("another"), default));
    }

    [Fact]
    public async Task A_tool_whose_cart_was_changed_elsewhere_does_nothing_and_the_turn_is_superseded()
    {
        var (shop, customer, jollof) = await OpenAsync();
        var tools = (await BeginTurnAsync(shop, customer)).Invoke();
        await tools.CallAsync(new AddToCartCall(jollof.Id, null, 2), default);
        await customer.AddAsync(jollof, 5);

        await Assert.ThrowsAsync<TurnSupersededException>(
            () => tools.CallAsync(new EscalateCall(HaloAgent.Conversations.EscalationReason.Complaint, "cold food"), default));

        Assert.Equal(5, (await customer.CartAsync()).Value.Lines.Single().Quantity);
        Assert.Empty(await database.ReadAsync(db => db.Escalations.Where(e => e.BusinessId == shop.Id).ToListAsync()));
    }

    [Fact]
    public async Task A_refused_tool_keeps_what_the_turn_did_to_the_cart()
    {
        var (shop, customer, jollof) = await OpenAsync();
        var tools = (await BeginTurnAsync(shop, customer)).Invoke();
        await tools.CallAsync(new AddToCartCall(jollof.Id, null, 2), default);

        Assert.Equal(OrderFailures.SummaryNotShown, (await tools.CallAsync(new PlaceOrderCall(), default)).Failure);

        Assert.Equal(2, (await tools.CallAsync(new ReadCartCall(), default)).Value.Lines.Single().Quantity);
        Assert.Equal(2, tools.Cart.Unsaved!.Cart.QuantityOf(jollof.Id, null));
        Assert.True((await customer.CartAsync()).Value.IsEmpty);
    }

    [Fact]
    public async Task Every_result_is_read_back_from_the_journal_as_it_was_written()
    {
        var (shop, customer, jollof) = await OpenAsync();
        await customer.OrderAsync(jollof, 2);
        var turn = await BeginTurnAsync(shop, customer);

        Assert.Equal(await AllAsync(turn.Invoke()), await AllAsync(await turn.AgainAsync()));

        static async Task<List<string>> AllAsync(IToolBox tools) =>
        [
            Written((await tools.CallAsync(new ReorderLastCall(), default)).Value),
            Written((await tools.CallAsync(new ChooseDeliveryCall("12 Adeniyi Jones, Ikeja", null), default)).Value),
            Written((await tools.CallAsync(new ShowSummaryCall(), default)).Value),
            Written((await tools.CallAsync(new PaymentDetailsCall(), default)).Value),
            Written((await tools.CallAsync(new ClaimPaymentCall(null, "HA-2345-6789", Money.FromNaira(7000)), default)).Value),
            Written((await tools.CallAsync(new CancelOrderCall(null, "changed my mind"), default)).Value),
            Written((await tools.CallAsync(new EscalateCall(HaloAgent.Conversations.EscalationReason.Complaint, "cold food"), default)).Value),
        ];
    }

    [Fact]
    public async Task A_refused_tool_leaves_nothing_behind()
    {
        var (shop, customer, jollof) = await OpenAsync();
        await customer.AddAsync(jollof);
        var turn = await BeginTurnAsync(shop, customer);

        Assert.Equal(OrderFailures.SummaryNotShown, (await turn.Invoke().CallAsync(new PlaceOrderCall(), default)).Failure);

        Assert.Empty(await database.ReadAsync(db => db.Orders.Where(o => o.BusinessId == shop.Id).ToListAsync()));
        Assert.Equal(20, await shop.StockOfAsync(jollof));
    }

    [Fact]
    public async Task A_turn_whose_chat_a_person_took_over_can_do_nothing_more()
    {
        var (shop, customer, jollof) = await OpenAsync();
        var turn = await BeginTurnAsync(shop, customer);
        await database.ReadAsync(db => db.Conversations.Where(c => c.Id == customer.ConversationId)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Epoch, c => c.Epoch + 1)));

        await Assert.ThrowsAsync<TurnSupersededException>(() => turn.Invoke().CallAsync(new EscalateCall(HaloAgent.Conversations.EscalationReason.Complaint, null), default));

        Assert.Empty(await database.ReadAsync(db => db.Escalations.Where(e => e.BusinessId == shop.Id).ToListAsync()));
    }

    [Fact]
    public async Task A_claim_in_a_turn_and_the_owners_decision_at_the_same_moment_never_wait_for_each_other_for_ever()
    {
        var (shop, _, jollof) = await OpenAsync();
        var customers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.CustomerAsync()));

        var decided = await Task.WhenAll(customers.Select(async customer =>
        {
            var order = await customer.OrderAsync(jollof);
            var turn = await BeginTurnAsync(shop, customer);
            var claim = turn.Invoke().CallAsync(new ClaimPaymentCall(null, null, null), default);
            var approval = shop.ApproveAsync(database, order);
            await Task.WhenAll(claim, approval);
            return (Claim: await claim, Approval: await approval);
        }));

        Assert.All(decided, both => Assert.Equal(OrderStatus.Paid, both.Approval.Value.Status));
        Assert.All(decided.Where(both => !both.Claim.Succeeded), both => Assert.Equal("already_paid", both.Claim.Failure?.Code));
    }

    private async Task<(Shop Shop, Customer Customer, Product Jollof)> OpenAsync()
    {
        var shop = await Shop.OpenAsync(database);
        return (shop, await shop.CustomerAsync(), await shop.SellAsync("Jollof Rice", 3500, 20));
    }

    private async Task<BegunTurn> BeginTurnAsync(Shop shop, Customer customer)
    {
        var turn = Guid.CreateVersion7();
        await database.ReadAsync(db => db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO turns (id, conversation_id, business_id, epoch, status, attempts, started_at)
            VALUES ({turn}, {customer.ConversationId}, {shop.Id}, 1, 'Running', 1, {database.Now})
            """));
        return new BegunTurn(database, customer, new TurnFence(shop.Id, customer.ConversationId, turn, 1));
    }

    private sealed class BegunTurn(HaloDatabase database, Customer customer, TurnFence fence)
    {
        /// <summary>The tools of its first run.</summary>
        public ToolBox Invoke() => Make(new Dictionary<string, string>());

        /// <summary>The tools of a later run, which knows what an earlier one had committed.</summary>
        public async Task<ToolBox> AgainAsync() => Make(await database.Services.GetRequiredService<ReadRecordedSteps>().HandleAsync(fence, default));

        private ToolBox Make(IReadOnlyDictionary<string, string> recorded) => new(
            new ToolCallFilter(database.Services.GetRequiredService<IServiceScopeFactory>(), Tools, database.Time),
            fence,
            new ToolRun(fence.BusinessId, customer.ContactId, customer.ConversationId, fence.TurnId, "", []),
            customer.Open(fence.TurnId),
            new ToolJournal(),
            recorded);
    }

    private static string Written<T>(T value) => ToolJournal.Write(value, typeof(T));
}
