using HaloAgent.AgentWorker.Orders;
using HaloAgent.Catalog;
using HaloAgent.IntegrationTests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaloAgent.IntegrationTests.Messaging;

/// <summary>One customer, many messages, repeated and out of order: the log keeps each once, and each is answered once.</summary>
[Collection(MessagePathCollection.Name)]
public sealed class TwentyMessagesTests(WholePath path)
{
    [Fact]
    public async Task Twenty_messages_shuffled_and_sent_three_times_at_once_are_twenty_rows_answered_once_in_the_order_of_acceptance()
    {
        var phone = path.NewPhone();
        var conversation = phone.ConversationId(path.Log.Index);
        var jollof = await path.Shop.SellAsync("Jollof", 3500, stock: 100);
        await PrepareConfirmedCartAsync(phone, conversation, jollof);
        path.Brain.Teach(conversation, async (turn, tools, cancel) =>
        {
            // Every message wants to order: what is in the cart is ordered at most once.
            await tools.CallAsync(new PlaceOrderCall(), cancel);
            return ScriptedBrain.Say(turn, [.. turn.Messages.Select(message => "Heard " + message.Content.Text)]);
        });
        var messages = Enumerable.Range(1, 20).Select(n => (Sid: "SM" + Guid.CreateVersion7().ToString("N"), Text: $"number {n}")).ToArray();
        var sends = messages.Concat(messages).Concat(messages).ToArray();
        Random.Shared.Shuffle(sends);

        await Parallel.ForEachAsync(sends, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (message, cancel) =>
        {
            using var answer = await path.PostAsync(Form(phone, message.Sid, message.Text));
            Assert.True(answer.IsSuccessStatusCode);
        });

        var heard = await phone.HearAsync(all => all.Count(one => one.StartsWith("Heard number", StringComparison.Ordinal)) >= 20);
        var inbound = (await path.Log.InboundAsync(conversation)).FindAll(row => row.Text.StartsWith("number", StringComparison.Ordinal));
        Assert.Equal(20, inbound.Count);
        Assert.Equal(messages.Select(m => m.Sid).Order(), inbound.Select(row => row.ProviderId).Order());
        Assert.All(inbound, row => Assert.NotNull(row.TurnId));
        Assert.Equal(inbound.Select(row => "Heard " + row.Text), heard.Where(one => one.StartsWith("Heard number", StringComparison.Ordinal)));
        Assert.Equal(1, await path.Database.ReadAsync(db => db.Orders.CountAsync(o => o.ConversationId == conversation)));
    }

    [Fact]
    public async Task A_sender_that_waits_for_each_200_sees_strict_order()
    {
        var phone = path.NewPhone();
        string[] said = [.. Enumerable.Range(1, 15).Select(n => $"line {n}")];

        foreach (var text in said)
        {
            await phone.SayAsync(text);
        }

        var heard = await phone.HearAsync(all => all.Count >= said.Length);
        Assert.Equal(said.Select(text => "You said: " + text), heard);
        Assert.Equal(said, (await path.Log.InboundAsync(phone.ConversationId(path.Log.Index))).Select(row => row.Text));
    }

    [Fact]
    public async Task A_repeated_message_is_acknowledged_and_changes_nothing()
    {
        var phone = path.NewPhone();
        var form = Form(phone, "SM" + Guid.CreateVersion7().ToString("N"), "once");
        using var first = await path.PostAsync(form);
        await phone.HearAsync(all => all.Count == 1);

        using var again = await path.PostAsync(form);
        await phone.SayAsync("and then");

        Assert.Equal("""<?xml version="1.0" encoding="UTF-8"?><Response/>""", await again.Content.ReadAsStringAsync());
        Assert.Equal(["You said: once", "You said: and then"], await phone.HearAsync(all => all.Count >= 2));
    }

    /// <summary>Chooses something, picks it up and sees the summary, as earlier turns would have done.</summary>
    private async Task PrepareConfirmedCartAsync(TwilioPhone phone, Guid conversation, Product product)
    {
        path.Brain.Teach(conversation, async (turn, tools, cancel) =>
        {
            await tools.CallAsync(new AddToCartCall(product.Id, null, 2), cancel);
            await tools.CallAsync(new ChoosePickupCall(), cancel);
            await tools.CallAsync(new ShowSummaryCall(), cancel);
            return ScriptedBrain.Say(turn, "Shall I place it?");
        });
        await phone.AskAsync("2 jollof, pickup", "Shall I");
    }

    private KeyValuePair<string, string>[] Form(TwilioPhone phone, string sid, string text) =>
    [
        new("MessageSid", sid), new("From", phone.Address), new("To", path.Shop.Account.Address), new("Body", text), new("NumMedia", "0"), new("ProfileName", "Bisi"),
    ];
}
