using HaloAgent.Agent;
using HaloAgent.AgentWorker.Agent;
using HaloAgent.AgentWorker.Agent.Guard;
using HaloAgent.AgentWorker.Agent.Guided;
using HaloAgent.AgentWorker.Agent.Tools;
using HaloAgent.AgentWorker.Contacts;
using HaloAgent.AgentWorker.Conversations;
using HaloAgent.AgentWorker.Orders;
using HaloAgent.AgentWorker.Payments;
using HaloAgent.Channels;
using HaloAgent.Contracts.Overview;
using HaloAgent.Conversations;
using HaloAgent.IntegrationTests.Fixtures;
using HaloAgent.Messaging;
using HaloAgent.Orders;
using HaloAgent.Overview;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;
using Shop = HaloAgent.IntegrationTests.Fixtures.Shop;

namespace HaloAgent.IntegrationTests.Agent;

/// <summary>The guided brain over the real use cases, with the guard behind it: what it says is stored, and nothing it says is replaced.</summary>
public sealed class GuidedStoryTests(HaloDatabase database) : IClassFixture<HaloDatabase>
{
    private static readonly ToolCatalogue Tools = new ToolCatalogue().AddOrderTools().AddPaymentTools().AddContactTools().AddConversationTools();

    [Fact]
    public async Task An_order_goes_from_good_morning_to_the_claim()
    {
        var chat = await Chat.OpenAsync(database);

        Assert.Contains("Good morning", await chat.SaysAsync("Good morning"), StringComparison.Ordinal);
        Assert.Contains("₦3,500", await chat.SaysAsync("what do you have?"), StringComparison.Ordinal);
        Assert.Contains("*Total ₦9,300*", await chat.SaysAsync("2 jollof and one zobo, deliver to 12 Adeniyi Jones, Ikeja"), StringComparison.Ordinal);
        Assert.Contains("*Total ₦12,800*", await chat.SaysAsync("make it 3 jollof"), StringComparison.Ordinal);
        Assert.Empty(await chat.OrdersAsync());

        var placed = await chat.SaysAsync("yes");
        var order = Assert.Single(await chat.OrdersAsync());
        Assert.Contains(order.PaymentReference, placed, StringComparison.Ordinal);
        Assert.Contains("Account number: 0123456789", placed, StringComparison.Ordinal);

        Assert.Contains("already been placed", await chat.SaysAsync("yes"), StringComparison.Ordinal);
        Assert.Contains("I've told the shop that you say you've paid for order 0001 (*₦12,800*)", await chat.SaysAsync("I have paid"), StringComparison.Ordinal);
        Assert.Equal(OrderStatus.AwaitingConfirmation, Assert.Single(await chat.OrdersAsync()).Status);
    }

    [Fact]
    public async Task Several_orders_are_listed_with_their_amounts()
    {
        var chat = await Chat.OpenAsync(database);
        foreach (var line in (string[])["2 jollof, pickup", "yes", "3 zobo, pickup", "yes"]) await chat.SaysAsync(line);

        Assert.Contains("₦2,400", await chat.SaysAsync("I have paid"), StringComparison.Ordinal);
        await chat.SaysAsync("2");
        Assert.Contains("₦7,000", await chat.SaysAsync("where is my order?"), StringComparison.Ordinal);
        Assert.StartsWith("Which one shall I cancel?", await chat.SaysAsync("cancel my order"), StringComparison.Ordinal);
        Assert.Contains("has been cancelled", await chat.SaysAsync("1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_amount_other_than_the_total_is_said_back_as_the_customers_and_the_guard_lets_it_stand()
    {
        var chat = await Chat.OpenAsync(database);
        foreach (var line in (string[])["2 jollof, pickup", "yes"]) await chat.SaysAsync(line);

        Assert.Contains("you say you've paid *₦5,000* for order 0001, whose total is *₦7,000*", await chat.SaysAsync("I have paid 5000"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_left_is_offered_and_taken()
    {
        var chat = await Chat.OpenAsync(database);

        Assert.Contains("Meat pie: we only have 4 left", await chat.SaysAsync("6 meat pies"), StringComparison.Ordinal);
        Assert.Contains("4 × Meat pie", await chat.SaysAsync("yes"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wish_and_an_allergy_reach_the_shop_with_the_order_and_a_person_is_called()
    {
        var chat = await Chat.OpenAsync(database);
        Assert.Contains("somebody will confirm it with you here", await chat.SaysAsync("2 jollof no pepper, I am allergic to groundnut"), StringComparison.Ordinal);
        Assert.Contains("   “no pepper”\n“I am allergic to groundnut”\n*Total ₦7,000*", await chat.SaysAsync("pickup"), StringComparison.Ordinal);
        await chat.SaysAsync("yes");
        await chat.SaysAsync("I want to talk to a person");

        var order = Assert.Single(await chat.OrdersAsync());
        Assert.Equal(("I am allergic to groundnut", "no pepper"), (order.Note, Assert.Single(order.Items).Note));
        Assert.Equal([EscalationReason.AskedForPerson, EscalationReason.Medical], (await chat.EscalationsAsync()).Select(one => one.Reason).Order());
        var brief = (await chat.EscalationsAsync()).Single(one => one.Reason == EscalationReason.AskedForPerson).Summary;
        Assert.Contains("Jollof rice & chicken: “no pepper”. “I am allergic to groundnut”", brief, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_complaints_are_one_request_for_a_person()
    {
        var chat = await Chat.OpenAsync(database);
        await chat.SaysAsync("my food was cold");
        await chat.SaysAsync("this is terrible service");

        Assert.Equal(EscalationReason.Complaint, (await chat.EscalationsAsync()).Single().Reason);
    }

    [Theory]
    [InlineData("your food gave my son an allergic reaction", EscalationReason.Medical, "please see a doctor")]
    [InlineData("my lawyer will write to you", EscalationReason.Legal, "This is for the shop to handle")]
    [InlineData("I want my money back", EscalationReason.Refund, "for the shop to decide")]
    [InlineData("you are all thieves", EscalationReason.Anger, "I'm sorry about that")]
    public async Task What_only_a_person_may_answer_goes_to_a_person_with_the_customers_words(string said, EscalationReason reason, string told)
    {
        var chat = await Chat.OpenAsync(database);

        Assert.Contains(told, await chat.SaysAsync(said), StringComparison.Ordinal);

        var escalation = Assert.Single(await chat.EscalationsAsync(said));
        Assert.Equal(reason, escalation.Reason);
    }

    [Fact]
    public async Task The_person_who_goes_on_reads_what_was_said_what_is_open_and_a_reply_in_the_customers_language()
    {
        var chat = await Chat.OpenAsync(database);
        foreach (var line in (string[])["2 jollof, pickup", "yes", "1 zobo"]) await chat.SaysAsync(line);
        await chat.SaysAsync("abeg return my money, una no try");

        var escalation = Assert.Single(await chat.EscalationsAsync());
        var order = Assert.Single(await chat.OrdersAsync());
        Assert.Equal(EscalationReason.Refund, escalation.Reason);
        Assert.Contains("A customer asks about money back.", escalation.Summary, StringComparison.Ordinal);
        Assert.Contains("In the cart: 1 × Zobo 50cl, together ₦800.", escalation.Summary, StringComparison.Ordinal);
        Assert.Contains($"Order {order.DisplayNumber}: ₦7,000, pending payment.", escalation.Summary, StringComparison.Ordinal);
        Assert.StartsWith("Hello, na ", escalation.SuggestedReply, StringComparison.Ordinal);
        Assert.Contains($"Order {order.DisplayNumber} (₦7,000): e dey wait for your payment.", escalation.SuggestedReply, StringComparison.Ordinal);
        Assert.Equal("escalation", Assert.Single((await chat.OverviewAsync()).Attention, item => item.Kind == "escalation").Kind);
    }

    private sealed class Chat(HaloDatabase database, Shop shop, Customer customer)
    {
        private readonly GuidedBrain brain = new();
        private WorkingMemory memory = WorkingMemory.Empty;

        public static async Task<Chat> OpenAsync(HaloDatabase database)
        {
            var shop = await Shop.OpenAsync(database);
            await shop.SellAsync("Jollof rice & chicken", 3500, 20);
            await shop.SellAsync("Zobo 50cl", 800, 20);
            await shop.SellAsync("Meat pie", 1200, 4);
            return new Chat(database, shop, await shop.CustomerAsync());
        }

        public async Task<string> SaysAsync(string text)
        {
            var turn = Guid.CreateVersion7();
            await database.ReadAsync(db => db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO turns (id, conversation_id, business_id, epoch, status, attempts, started_at)
                VALUES ({turn}, {customer.ConversationId}, {shop.Id}, 1, 'Running', 1, {database.Now})
                """));
            var journal = new ToolJournal();
            var filter = new ToolCallFilter(database.Services.GetRequiredService<IServiceScopeFactory>(), Tools, database.Time);
            var cart = customer.Open(turn);
            var tools = new ToolBox(
                filter, new TurnFence(shop.Id, customer.ConversationId, turn, 1), new ToolRun(shop.Id, customer.ContactId, customer.ConversationId, turn, "", []), cart,
                journal, new Dictionary<string, string>());
            var contact = await database.ReadAsync(db => db.Contacts.AsNoTracking().SingleAsync(c => c.Id == customer.ContactId));
            var context = TurnLanguage.Hear(new TurnContext
            {
                TurnId = turn,
                ConversationId = customer.ConversationId,
                Business = shop.Business,
                Catalogue = await database.ReadAsync(db => db.Products.AsNoTracking().Include(p => p.Variants).Where(p => p.BusinessId == shop.Id).ToListAsync()),
                Contact = new TurnContact(customer.ContactId, contact.Name, contact.Language, contact.SavedAddress, contact.SavedArea, 0),
                Channel = Channel.WhatsappTwilio,
                Messages = [new TurnMessage(1, MessageContent.OfText(text), [], null)],
                Memory = memory,
                Now = database.Now,
                FirstContact = false,
            });

            var reply = await brain.ThinkAsync(context, tools, default);
            memory = reply.Memory;
            Assert.True(cart.Unsaved is null || await customer.SaveAsync(cart.Unsaved));
            Assert.Equal(reply.Bubbles, new ReplyGuard(NullLogger<ReplyGuard>.Instance).Check(reply, context, journal).Bubbles);
            return string.Join("\n", reply.Bubbles.Select(bubble => bubble.Text));
        }

        public Task<List<Order>> OrdersAsync() => database.ReadAsync(db => db.Orders.AsNoTracking().Include(o => o.Items).Where(o => o.BusinessId == shop.Id).OrderBy(o => o.Number).ToListAsync());

        public async Task<OverviewView> OverviewAsync() => (await database.UseAsync<ReadOverview, Outcome<OverviewView>>(read => read.HandleAsync(shop.Id, default))).Value;

        public async Task<List<Escalation>> EscalationsAsync(string detail) => (await EscalationsAsync()).FindAll(escalation => escalation.Detail == detail);

        public Task<List<Escalation>> EscalationsAsync() => database.ReadAsync(db => db.Escalations.AsNoTracking().Where(e => e.BusinessId == shop.Id).ToListAsync());
    }
}
