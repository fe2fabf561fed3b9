using HaloAgent.Contacts;
using HaloAgent.Contracts.Contacts;
using HaloAgent.Contracts.Conversations;
using HaloAgent.Conversations;
using HaloAgent.IntegrationTests.Fixtures;
using HaloAgent.Messaging;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaloAgent.IntegrationTests.Conversations;

/// <summary>A row that cannot be read any more stands where a message was; the chat around it goes on.</summary>
[Collection(MessagePathCollection.Name)]
public sealed class DamagedRowTests(WholePath path)
{
    private static readonly Actor Ada = Actor.Member(Guid.CreateVersion7(), "Ada");
    private static readonly byte[] Damaged = [1, 1, .. Enumerable.Repeat((byte)7, 60)];

    [Fact]
    public async Task What_the_customer_writes_next_is_answered_and_the_transcript_tells_of_the_damage()
    {
        var (phone, conversation) = await CustomerAsync();

        await InsertAsync(conversation, MessageDirection.Inbound, MessageAuthor.Customer);
        await phone.AskAsync("are you there?", "You said: are you there?");

        Assert.Contains(await TranscriptAsync(conversation), message => message.Content.Contains("cannot be read any more", StringComparison.Ordinal));
        Assert.All(await path.Log.InboundAsync(conversation), row => Assert.NotNull(row.TurnId));
    }

    [Fact]
    public async Task A_reply_that_cannot_be_read_has_failed_and_those_after_it_are_sent()
    {
        var (phone, conversation) = await CustomerAsync();

        await InsertAsync(conversation, MessageDirection.Outbound, MessageAuthor.Agent, DeliveryStatus.Queued);
        await phone.AskAsync("are you there?", "You said: are you there?");

        Assert.Contains(await TranscriptAsync(conversation), message => message is { Status: "failed", FailureReason: not null } && message.FailureReason.Contains("Write it again", StringComparison.Ordinal));
        Assert.DoesNotContain("", await phone.ReceivedAsync());
    }

    [Fact]
    public async Task A_chat_that_a_person_has_is_closed_summed_up_and_handed_back()
    {
        var (phone, conversation) = await CustomerAsync();
        await path.UseAsync<TakeOverConversation, Outcome<Guid>>(take => take.HandleAsync(path.Shop.Id, conversation, Ada, default));

        await InsertAsync(conversation, MessageDirection.Inbound, MessageAuthor.Customer);
        await phone.SayAsync("is anybody there?");
        await Eventually.IsTrueAsync(async () => (await path.Log.InboundAsync(conversation)).TrueForAll(row => row.TurnId is not null), "what waits is closed");
        var back = await path.UseAsync<ReturnToAgent, Outcome<Guid>>(give => give.HandleAsync(path.Shop.Id, conversation, Ada, null, default));

        Assert.Null(back.Failure);
        await phone.AskAsync("and now?", "You said: and now?");
    }

    [Fact]
    public async Task Text_that_dotnet_refuses_to_normalise_is_answered_also_in_a_name()
    {
        var phone = path.NewPhone();

        await phone.SendAsync(new { from = phone.Address, to = path.Shop.Account.Address, body = "he\uFFFEllo", profileName = "Ad\uFFFEa" });

        await phone.HearAsync(all => all.Any(text => text.StartsWith("You said: he", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_damaged_name_address_or_note_stops_no_chat_and_hides_no_list()
    {
        var (phone, conversation) = await CustomerAsync();
        await path.Database.ReadAsync(db => db.Database.ExecuteSqlAsync(
            $"""
            WITH customer AS (
                UPDATE contacts SET name = {Damaged}, saved_address = {Damaged}
                WHERE id = (SELECT contact_id FROM conversations WHERE id = {conversation}) RETURNING id, business_id)
            INSERT INTO carts (contact_id, business_id, lines, fulfillment, delivery_address, note, uses_points, version, updated_at)
            SELECT id, business_id, '[]', 'Delivery', {Damaged}, {Damaged}, false, 1, {path.Database.Now} FROM customer
            """));

        await phone.AskAsync("are you there?", "You said: are you there?");

        var contacts = await path.UseAsync<ListContacts, Outcome<Page<ContactView>>>(list => list.HandleAsync(path.Shop.Id, null, 100, null, default));
        Assert.Contains(contacts.Value.Items, contact => contact.Name == "(unreadable)");
    }

    private async Task<(TwilioPhone Phone, Guid Conversation)> CustomerAsync()
    {
        var phone = path.NewPhone();
        await phone.AskAsync("hello", "You said: hello");
        return (phone, phone.ConversationId(path.Log.Index));
    }

    private Task<int> InsertAsync(Guid conversation, MessageDirection direction, MessageAuthor author, DeliveryStatus? status = null)
    {
        var (towards, by, delivery) = ((short)direction, (short)author, (short?)status);
        return path.Database.ReadAsync(db => db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO message_logs (conversation_id, channel_account_id, business_id, direction, author, kind, content, created_at, delivery_status, attempts)
            VALUES ({conversation}, {path.Shop.Account.Id}, {path.Shop.Id}, {towards}, {by}, 0, {Damaged}, {path.Database.Now}, {delivery}, 0)
            """));
    }

    private async Task<IReadOnlyList<MessageView>> TranscriptAsync(Guid conversation) =>
        (await path.UseAsync<ReadTranscript, Outcome<Page<MessageView>>>(read => read.HandleAsync(path.Shop.Id, conversation, 50, null, default))).Value.Items;
}
