using HaloAgent.Contracts.Conversations;
using HaloAgent.Conversations;
using HaloAgent.IntegrationTests.Fixtures;
using HaloAgent.Messaging;
using HaloAgent.Orders;
using HaloAgent.Payments;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HaloAgent.IntegrationTests.Conversations;

/// <summary>The list of chats shows the last message of each, whoever wrote it, and the latest chat first.</summary>
[Collection(MessagePathCollection.Name)]
public sealed class LastMessageTests(WholePath path)
{
    private static readonly Actor Ada = Actor.Member(Guid.CreateVersion7(), "Ada");

    [Fact]
    public async Task A_notice_of_an_order_is_the_last_message_of_its_chat()
    {
        var phone = path.NewPhone();
        var conversation = phone.ConversationId(path.Log.Index);
        await phone.AskAsync("hello", "You said: hello");
        Assert.Equal(("agent", "You said: hello"), Last(await ChatAsync(conversation)));
        var order = await OrderAsync(conversation);

        var moved = await path.UseAsync<ChangeOrderStatus, Outcome<OrderFacts>>(change => change.HandleAsync(path.Shop.Id, order, OrderStatus.Cancelled, "closed", Ada, default));

        Assert.Null(moved.Failure);
        var told = (await phone.HearAsync(all => all.Count > 1))[^1];
        var chat = await ChatAsync(conversation);
        Assert.Equal(("system", ShortText.Of(told, 120)), Last(chat));
        Assert.Equal(await path.Log.ScalarAsync<DateTime>("SELECT max(created_at) FROM message_logs WHERE conversation_id = $1", conversation), chat.LastMessageAt!.Value.UtcDateTime);
    }

    [Fact]
    public async Task So_is_what_a_member_writes()
    {
        var phone = path.NewPhone();
        var conversation = phone.ConversationId(path.Log.Index);
        await phone.AskAsync("hello", "You said: hello");

        await path.UseAsync<SendMemberMessage, Outcome<long?>>(send => send.HandleAsync(path.Shop.Id, conversation, Ada, "Ada here", Guid.CreateVersion7(), default));

        await phone.HearAsync(all => all.Contains("Ada here"));
        Assert.Equal(("owner", "Ada here"), Last(await ChatAsync(conversation)));
    }

    [Fact]
    public async Task A_message_that_waited_hides_none_that_came_after_it()
    {
        var phone = path.NewPhone();
        var conversation = phone.ConversationId(path.Log.Index);
        await phone.AskAsync("hello", "You said: hello");
        var anHourAgo = TimeProvider.System.GetUtcNow().AddHours(-1);
        var waited = new NextDelivery(1, true, false, null, MessageContent.OfText("Your order is ready"), MessageAuthor.System, 9, anHourAgo, anHourAgo, anHourAgo, null);

        await path.Worker.GetRequiredService<NoteLastMessage>().HandleAsync(conversation, waited, default);

        Assert.Equal(("agent", "You said: hello"), Last(await ChatAsync(conversation)));
    }

    private static (string?, string?) Last(ConversationView chat) => (chat.LastAuthor, chat.LastMessage);

    private async Task<ConversationView> ChatAsync(Guid conversation) =>
        (await path.UseAsync<ListConversations, Outcome<ConversationView>>(list => list.HandleAsync(path.Shop.Id, conversation, default))).Value;

    private async Task<Guid> OrderAsync(Guid conversation)
    {
        var contact = await path.Log.ScalarAsync<Guid>("SELECT contact_id FROM conversations WHERE id = $1", conversation);
        var product = await path.Shop.SellAsync("Cake", 3500, stock: 10);
        var order = Order.Place(
            path.Shop.Id, contact, conversation, PaymentReference.New(), new Delivery(FulfillmentType.Pickup, null, null, Money.Zero),
            [OrderItem.Of(0, product.Id, null, product.Name, null, 1, product.Price)], TimeProvider.System.GetUtcNow(), TimeSpan.FromHours(24), 9100);
        await path.Database.SaveAsync(order);
        return order.Id;
    }
}
