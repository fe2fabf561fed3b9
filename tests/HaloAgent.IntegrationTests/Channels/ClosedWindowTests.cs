using HaloAgent.Contracts.Conversations;
using HaloAgent.Contracts.Overview;
using HaloAgent.Conversations;
using HaloAgent.IntegrationTests.Fixtures;
using HaloAgent.Orders;
using HaloAgent.Overview;
using HaloAgent.Payments;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaloAgent.IntegrationTests.Channels;

/// <summary>WhatsApp delivers nothing but templates to whom has not written in 24 hours: what a shop says then is shown as not delivered, and why.</summary>
[Collection(MessagePathCollection.Name)]
public sealed class ClosedWindowTests(WholePath path)
{
    private const string Why = "Not delivered: the customer has not written in 24 hours";
    private const string NextStep = "call them";
    private static readonly Actor Ada = Actor.Member(Guid.CreateVersion7(), "Ada");

    [Fact]
    public async Task What_a_member_writes_too_late_is_not_handed_to_twilio_and_stands_in_the_chat_and_on_the_start_page_with_its_reason()
    {
        var customer = await SilentCustomerAsync("Adaora");

        Assert.True((await SayAsync(customer.ConversationId, "Your cake is ready")).Succeeded);

        var shown = await FailedAsync(customer.ConversationId);
        Assert.Equal(("Your cake is ready", "owner"), (shown.Content, shown.Author));
        await AssertToldAsync(customer.ConversationId, shown);
        Assert.Equal("window_closed", (await path.Log.RepliesAsync(customer.ConversationId)).Single().FailureCode);
    }

    [Fact]
    public async Task An_order_that_moves_too_late_moves_and_its_news_is_shown_as_not_delivered()
    {
        var customer = await SilentCustomerAsync("Bisi");
        var product = await path.Shop.SellAsync("Cake", 3500, stock: 10);
        var order = Order.Place(
            path.Shop.Id, customer.ContactId, customer.ConversationId, PaymentReference.New(), new Delivery(FulfillmentType.Pickup, null, null, Money.Zero),
            [OrderItem.Of(0, product.Id, null, product.Name, null, 1, product.Price)], TimeProvider.System.GetUtcNow(), TimeSpan.FromHours(24), 9001);
        await path.Database.SaveAsync(order);

        var moved = await path.UseAsync<ChangeOrderStatus, Outcome<OrderFacts>>(change => change.HandleAsync(
            path.Shop.Id, order.Id, OrderStatus.Cancelled, "closed", Ada, default));

        Assert.Null(moved.Failure);
        await AssertToldAsync(customer.ConversationId, await FailedAsync(customer.ConversationId));
    }

    /// <summary>Twilio counts for itself: by its clock the window may be closed before it is by ours.</summary>
    [Fact]
    public async Task What_twilio_refuses_with_63016_is_told_in_the_same_words()
    {
        var phone = path.NewPhone();
        var conversation = phone.ConversationId(path.Log.Index);
        await phone.AskAsync("hello", "You said: hello");
        await phone.SwitchAsync("63016");

        Assert.True((await SayAsync(conversation, "Your cake is ready")).Succeeded);

        await AssertToldAsync(conversation, await FailedAsync(conversation));
        Assert.Equal(["You said: hello"], await phone.ReceivedAsync());
    }

    private async Task<Customer> SilentCustomerAsync(string name)
    {
        var customer = await path.Shop.CustomerAsync(name);
        var lastWrote = TimeProvider.System.GetUtcNow().AddHours(-25);
        await path.Database.ReadAsync(db => db.Database.ExecuteSqlAsync(
            $"UPDATE conversations SET last_inbound_at = {lastWrote}, last_message_at = {lastWrote} WHERE id = {customer.ConversationId}"));
        return customer;
    }

    private Task<Outcome<long?>> SayAsync(Guid conversation, string text) => path.UseAsync<SendMemberMessage, Outcome<long?>>(
        send => send.HandleAsync(path.Shop.Id, conversation, Ada, text, Guid.CreateVersion7(), default));

    /// <summary>The transcript as the dashboard reads it.</summary>
    private async Task<MessageView> FailedAsync(Guid conversation) => await Eventually.BecomesAsync(
        async () => (await path.UseAsync<ReadTranscript, Outcome<Page<MessageView>>>(read => read.HandleAsync(path.Shop.Id, conversation, 50, null, default)))
            .Value.Items.FirstOrDefault(message => message.Status == "failed")!,
        message => message is not null, describe: _ => "no message has failed");

    private async Task AssertToldAsync(Guid conversation, MessageView shown)
    {
        Assert.StartsWith(Why, shown.FailureReason, StringComparison.Ordinal);
        Assert.Contains(NextStep, shown.FailureReason, StringComparison.OrdinalIgnoreCase);
        var overview = await path.UseAsync<ReadOverview, Outcome<OverviewView>>(read => read.HandleAsync(path.Shop.Id, default));
        var item = Assert.Single(overview.Value.Attention, item => item.Kind == "failed_message" && item.Id == conversation);
        Assert.Equal(shown.FailureReason, item.Detail);
    }
}
