using HaloAgent.Contracts.Conversations;
using HaloAgent.Contracts.Orders;
using HaloAgent.Contracts.Overview;
using HaloAgent.Conversations;
using HaloAgent.Data;
using HaloAgent.IntegrationTests.Fixtures;
using HaloAgent.Media;
using HaloAgent.Messaging;
using HaloAgent.Orders;
using HaloAgent.Overview;
using HaloAgent.Payments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HaloAgent.IntegrationTests.Overview;

public sealed class AttentionTests(HaloDatabase database) : IClassFixture<HaloDatabase>
{
    [Fact]
    public async Task All_that_wait_are_counted_the_oldest_are_listed_and_the_newest_are_told()
    {
        var shop = await Shop.OpenAsync(database);
        for (var number = 1; number <= 27; number++)
        {
            await EscalateAsync(shop, await shop.CustomerAsync($"Customer {number:D2}"), EscalationReason.AskedForPerson);
        }

        var overview = await OverviewAsync(shop);

        Assert.Equal(27, overview.Waiting["escalation"]);
        Assert.Equal(Enumerable.Range(1, 20).Select(number => $"Customer {number:D2}"), overview.Attention.Select(item => item.Name));
        Assert.Equal(["Customer 27", "Customer 26", "Customer 25", "Customer 24", "Customer 23"], overview.Latest.Select(item => item.Name));
    }

    [Fact]
    public async Task A_short_list_is_all_there_is()
    {
        var shop = await Shop.OpenAsync(database, withBankDetails: false);
        var customer = await shop.CustomerAsync("Ada");
        await EscalateAsync(shop, customer, EscalationReason.Complaint);
        await EscalateAsync(shop, customer, EscalationReason.AskedForPerson);

        var overview = await OverviewAsync(shop);

        Assert.Equal([("missing_bank_details", 1), ("escalation", 2)], overview.Waiting.Select(kind => (kind.Key, kind.Value)));
        Assert.Equal(3, overview.Attention.Count);
        Assert.Empty(overview.Latest);
    }

    [Fact]
    public async Task A_chat_in_which_many_messages_failed_counts_once_and_hides_no_other()
    {
        var (shop, other) = (await Shop.OpenAsync(database), await Shop.OpenAsync(database));
        var (ada, bisi) = (await shop.CustomerAsync("Ada"), await shop.CustomerAsync("Bisi"));
        foreach (var message in Enumerable.Range(1, 25))
        {
            await FailAsync(shop, ada, $"Reason {message}");
        }

        await FailAsync(shop, bisi, "Call them.");

        var overview = await OverviewAsync(shop);

        Assert.Equal(2, overview.Waiting["failed_message"]);
        Assert.Equal([("Ada", "Reason 1"), ("Bisi", "Call them.")], overview.Attention.Select(item => (item.Name!, item.Detail)));
        Assert.Equal(["Ada", "Bisi"], (await ChatsAsync(shop)).Where(chat => chat.Undelivered).Select(chat => chat.Contact.Name).Order());
        Assert.Empty(await ChatsAsync(other));
    }

    [Fact]
    public async Task What_a_member_has_seen_to_waits_no_more_and_what_fails_afterwards_does()
    {
        var (shop, other) = (await Shop.OpenAsync(database), await Shop.OpenAsync(database));
        var ada = await shop.CustomerAsync("Ada");
        var failed = new[] { await FailAsync(shop, ada, "Reason 1"), await FailAsync(shop, ada, "Reason 2") };

        Assert.False((await SeenAsync(other, ada, failed)).Succeeded);
        Assert.Equal((2, 0), ((await SeenAsync(shop, ada, failed)).Value, (await SeenAsync(shop, ada, failed)).Value));

        Assert.False((await OverviewAsync(shop)).Waiting.ContainsKey("failed_message"));
        Assert.Empty(await ChatsAsync(shop));
        Assert.Equal((ada.ConversationId, shop.Owner.MemberId), await database.ReadAsync(async db =>
        {
            var entry = await db.AuditEntries.SingleAsync(e => e.BusinessId == shop.Id && e.Action == "failed_messages_seen");
            return (entry.SubjectId, entry.ByMemberId);
        }));
        await FailAsync(shop, ada, "Reason 3");
        Assert.Equal("Reason 3", Assert.Single((await OverviewAsync(shop)).Attention).Detail);
    }

    [Fact]
    public async Task Only_what_was_shown_is_seen_to_and_however_old_it_is()
    {
        var (shop, other) = (await Shop.OpenAsync(database), await Shop.OpenAsync(database));
        var (ada, bisi, theirs) = (await shop.CustomerAsync("Ada"), await shop.CustomerAsync("Bisi"), await other.CustomerAsync("Chidi"));
        var old = await FailAsync(shop, ada, "Old");
        var elsewhere = new[] { await FailAsync(shop, bisi, "Another chat"), await FailAsync(other, theirs, "Another shop") };
        database.Time.Advance(TimeSpan.FromDays(4));
        var (shown, meanwhile) = (await FailAsync(shop, ada, "Shown"), await FailAsync(shop, ada, "Meanwhile"));

        Assert.Equal(2, (await SeenAsync(shop, ada, [old, shown, .. elsewhere])).Value);

        Assert.Equal([meanwhile], await WaitingAsync(shop, ada));
        Assert.Equal([elsewhere[0]], await WaitingAsync(shop, bisi));
        Assert.Equal([elsewhere[1]], await WaitingAsync(other, theirs));
        Assert.Equal("Meanwhile", Assert.Single((await OverviewAsync(shop)).Attention).Detail);
    }

    [Fact]
    public async Task Orders_that_nobody_moved_on_can_be_listed_by_themselves()
    {
        var shop = await Shop.OpenAsync(database);
        var jollof = await shop.SellAsync("Jollof Rice", 3500, 20);
        var customer = await shop.CustomerAsync("Ada");
        var (stuck, moved, unpaid) = (await customer.OrderAsync(jollof), await customer.OrderAsync(jollof), await customer.OrderAsync(jollof));
        await shop.ApproveAsync(database, stuck);
        await shop.ApproveAsync(database, moved);
        database.Time.Advance(TimeSpan.FromHours(4));
        await shop.MoveAsync(database, moved, OrderStatus.Preparing);

        Assert.Equal(1, (await OverviewAsync(shop)).Waiting["stuck_order"]);
        var listed = await database.UseAsync<ListOrders, Outcome<Page<OrderView>>>(list => list.HandleAsync(shop.Id, new OrderFilter([], null, Stuck: true), 50, null, default));
        Assert.Equal([stuck.Id], listed.Value.Items.Select(order => order.Id));
        Assert.DoesNotContain(unpaid.Id, listed.Value.Items.Select(order => order.Id));
    }

    [Fact]
    public async Task Of_a_claim_is_told_what_the_customer_said_and_no_more()
    {
        var shop = await Shop.OpenAsync(database);
        var gown = await shop.SellAsync("Ankara gown", 15_500, 20);
        var (named, whole, said, sent) = (await shop.CustomerAsync("Bola"), await shop.CustomerAsync("Ada"), await shop.CustomerAsync("Uche"), await shop.CustomerAsync("Vera"));
        var orders = new List<OrderFacts>();
        foreach (var customer in (Customer[])[named, whole, said, sent])
        {
            orders.Add(await customer.OrderAsync(gown));
        }

        var uploaded = await (await shop.CustomerAsync("Ify")).OrderAsync(gown);
        await NextAsync(() => named.ClaimAsync(amount: Money.FromNaira(5000)));
        await NextAsync(() => whole.ClaimAsync(amount: Money.FromNaira(15_500)));
        await NextAsync(() => said.ClaimAsync());
        await NextAsync(() => ReceiptAsync(async attach => await attach.HandleAsync(
            shop.Id, sent.ContactId, sent.ConversationId, await FileAsync(shop, sent.ConversationId), null, saysPaid: false, default)));
        await NextAsync(() => ReceiptAsync(async attach => await attach.HandleAsync(shop.Id, uploaded.Id, await FileAsync(shop, null), shop.Owner, default)));

        var told = (await OverviewAsync(shop)).Attention;

        Assert.Equal(
            [
                ("Bola says they paid ₦5,000 for an order of ₦15,500", ClaimSources.Words),
                ($"Ada says they paid ₦15,500 for order {orders[1].Number}", ClaimSources.Words),
                ($"Uche says they have paid order {orders[2].Number} (₦15,500)", ClaimSources.Words),
                ($"Vera sent a receipt for order {orders[3].Number} (₦15,500)", ClaimSources.Receipt),
                ($"Your team added a receipt to order {uploaded.Number} (₦15,500) of Ify", ClaimSources.Shop),
            ],
            told.Select(item => (item.Title, item.ClaimSource!)));
        var reviews = (await database.UseAsync<ListPaymentReviews, Outcome<Page<PaymentReviewView>>>(list => list.HandleAsync(shop.Id, 50, null, default))).Value.Items;
        Assert.Equal(told.Select(item => item.ClaimSource), reviews.Select(review => review.ClaimSource));
        var shown = (await database.UseAsync<ListOrders, Outcome<Page<OrderView>>>(list => list.HandleAsync(shop.Id, new OrderFilter([], null), 50, null, default))).Value.Items;
        Assert.Equal(5000m, shown.Single(order => order.Id == orders[0].Id).Claim!.Amount);
        Assert.Equal(new ClaimView(ClaimSources.Receipt, null), shown.Single(order => order.Id == orders[3].Id).Claim);
    }

    [Fact]
    public async Task A_receipt_that_a_member_adds_to_what_the_customer_said_leaves_it_said()
    {
        var shop = await Shop.OpenAsync(database);
        var customer = await shop.CustomerAsync("Uche");
        var order = await customer.OrderAsync(await shop.SellAsync("Ankara gown", 15_500, 20));
        await customer.ClaimAsync();

        await ReceiptAsync(async attach => await attach.HandleAsync(shop.Id, order.Id, await FileAsync(shop, null), shop.Owner, default));

        Assert.Equal($"Uche says they have paid order {order.Number} (₦15,500)", Assert.Single((await OverviewAsync(shop)).Attention).Title);
    }

    private async Task<OverviewView> OverviewAsync(Shop shop) =>
        (await database.UseAsync<ReadOverview, Outcome<OverviewView>>(read => read.HandleAsync(shop.Id, default))).Value;

    private async Task<IReadOnlyList<ConversationView>> ChatsAsync(Shop shop) => (await database.UseAsync<ListConversations, Outcome<Page<ConversationView>>>(
        list => list.HandleAsync(shop.Id, "undelivered", null, 50, null, default))).Value.Items;

    /// <summary>A second later than what was before.</summary>
    private async Task NextAsync(Func<Task> act)
    {
        database.Time.Advance(TimeSpan.FromSeconds(1));
        await act();
    }

    private async Task ReceiptAsync(Func<AttachReceipt, Task<Outcome<ReceiptAttached>>> attach) => Assert.Null((await database.UseAsync(attach)).Failure);

    /// <param name="conversation">In which the customer sent it; null: a member uploads it.</param>
    private async Task<Guid> FileAsync(Shop shop, Guid? conversation)
    {
        var file = MediaAsset.Store(shop.Id, conversation, null, "image/png", [1, 2, 3], database.Services.GetRequiredService<PersonalDataCipher>(), database.Now);
        await database.SaveAsync(file);
        return file.Id;
    }

    /// <summary>A second later than what was before.</summary>
    private async Task EscalateAsync(Shop shop, Customer customer, EscalationReason reason)
    {
        database.Time.Advance(TimeSpan.FromSeconds(1));
        var opened = await database.UseAsync<EscalateConversation, Outcome<EscalationFacts>>(
            escalate => escalate.HandleAsync(shop.Id, customer.ConversationId, reason, null, Actor.Agent, default));
        Assert.Null(opened.Failure);
    }

    private Task<Outcome<int>> SeenAsync(Shop by, Customer customer, params long[] messages) => database.UseAsync<SettleFailedMessages, Outcome<int>>(
        settle => settle.HandleAsync(by.Id, customer.ConversationId, messages, by.Owner, default));

    /// <summary>The messages with a button to say that one has seen to them.</summary>
    private async Task<IEnumerable<long>> WaitingAsync(Shop shop, Customer customer) => (await database.UseAsync<ReadTranscript, Outcome<Page<MessageView>>>(
        read => read.HandleAsync(shop.Id, customer.ConversationId, 50, null, default))).Value.Items
        .Where(message => message.FailureWaits).Select(message => long.Parse(message.Id, System.Globalization.CultureInfo.InvariantCulture));

    private async Task<long> FailAsync(Shop shop, Customer customer, string why)
    {
        database.Time.Advance(TimeSpan.FromSeconds(1));
        var id = await database.UseAsync<QueueMessage, long?>(queue => queue.HandleAsync(
            new OutboundDraft(shop.Id, customer.ConversationId, MessageAuthor.Owner, "Ngozi", new MessageContent { Text = "Hello" }, $"{Guid.CreateVersion7()}"), default));
        await database.ReadAsync(db => db.Database.ExecuteSqlAsync(
            $"UPDATE message_logs SET delivery_status = 40, failure_code = 'refused', failure_reason = {why} WHERE id = {id}"));
        return id!.Value;
    }
}
