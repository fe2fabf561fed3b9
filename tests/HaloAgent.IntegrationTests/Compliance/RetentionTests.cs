using HaloAgent.Compliance;
using HaloAgent.Contracts.Conversations;
using HaloAgent.Conversations;
using HaloAgent.Data;
using HaloAgent.IntegrationTests.Fixtures;
using HaloAgent.Media;
using HaloAgent.Messaging;
using HaloAgent.Orders;
using HaloAgent.Payments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HaloAgent.IntegrationTests.Compliance;

/// <summary>With the usual options: explanations for 90 days, messages for 730, conversations that rest after 30.</summary>
public sealed class RetentionTests(HaloDatabase database) : RetentionApplied(database)
{
    [Fact]
    public async Task Old_explanations_go_young_ones_stay_and_the_turn_says_so()
    {
        var shop = await Shop.OpenAsync(Database);
        var chat = await AgedChat.BeginAsync(Database, shop, 100);
        var (old, young) = (await chat.AnswerAsync(91), await chat.AnswerAsync(89));
        var running = await chat.AnswerAsync(91, status: "Running");

        await ApplyAsync();

        Assert.Equal((0, 2, 2), (await chat.StepsAsync(old), await chat.StepsAsync(young), await chat.StepsAsync(running)));
        var explained = await TurnAsync(shop, chat, old);
        Assert.Equal(Database.Now, explained.ExplanationRemovedAt);
        Assert.Equal((null, null, null), (explained.BrainReason, explained.Intent, explained.Confidence));
        Assert.Equal(("guided", 0), (explained.Brain, explained.Steps.Count));
        Assert.Equal(["2 jollof please"], explained.Heard!);
        Assert.Equal((null, "Add"), ((await TurnAsync(shop, chat, young)).ExplanationRemovedAt, (await TurnAsync(shop, chat, young)).Intent));
    }

    [Fact]
    public async Task A_turn_whose_reply_is_still_on_its_way_keeps_its_explanation()
    {
        var shop = await Shop.OpenAsync(Database);
        var chat = await AgedChat.BeginAsync(Database, shop, 100);
        var old = await chat.AnswerAsync(91);
        await chat.SendAsync(91, old.Id, DeliveryStatus.Unknown);

        await ApplyAsync();

        Assert.Equal(2, await chat.StepsAsync(old));
    }

    [Fact]
    public async Task Old_messages_go_with_their_files_and_whatever_repeats_their_words()
    {
        var shop = await Shop.OpenAsync(Database);
        var chat = await AgedChat.BeginAsync(Database, shop, 900);
        var old = await chat.AnswerAsync(731);
        var file = await chat.AttachAsync(old.Question, 731);
        await chat.SendAsync(731, null, DeliveryStatus.Failed);
        await chat.ExecuteAsync(
            $"UPDATE conversations SET hand_back_summary = last_message, handed_back_by = 'Ada', handed_back_at = {chat.DaysAgo(731)} WHERE id = {chat.Id}");
        var settled = Escalation.Open(shop.Id, chat.Id, chat.Customer.ContactId, EscalationReason.Complaint, "cold jollof", chat.DaysAgo(731));
        settled.Brief(new PersonBrief("They wrote: “cold jollof”", "Sorry"));
        settled.Resolve("Ada", chat.DaysAgo(731));
        await Database.SaveAsync(settled);

        await ApplyAsync();

        Assert.Empty(await chat.KeptAsync());
        Assert.False(await Database.ReadAsync(db => db.MediaAssets.AnyAsync(a => a.Id == file.Id)));
        var conversation = await Database.ReadAsync(db => db.Conversations.SingleAsync(c => c.Id == chat.Id));
        Assert.Equal((null, null, chat.DaysAgo(731)), (conversation.LastMessage, conversation.HandBackSummary, conversation.MessagesRemovedUntil));
        var escalation = await Database.ReadAsync(db => db.Escalations.SingleAsync(e => e.Id == settled.Id));
        Assert.Equal((null, null, null), (escalation.Detail, escalation.Summary, escalation.SuggestedReply));
    }

    [Fact]
    public async Task Young_messages_stay_and_the_chat_says_up_to_when_older_ones_were_removed()
    {
        var shop = await Shop.OpenAsync(Database);
        var chat = await AgedChat.BeginAsync(Database, shop, 900);
        await chat.AnswerAsync(800);
        await chat.AnswerAsync(731);
        var young = await chat.AnswerAsync(729);

        await ApplyAsync();

        Assert.Equal([young.Question, young.Reply], await chat.KeptAsync());
        var view = (await Database.UseAsync<ListConversations, Outcome<ConversationView>>(list => list.HandleAsync(shop.Id, chat.Id, default))).Value;
        Assert.Equal((chat.DaysAgo(731), "Here you are"), (view.MessagesRemovedUntil, view.LastMessage));
        var transcript = await Database.UseAsync<ReadTranscript, Outcome<Page<MessageView>>>(read => read.HandleAsync(shop.Id, chat.Id, 50, null, default));
        Assert.Equal(["2 jollof please", "Here you are"], transcript.Value.Items.Select(message => message.Content));
    }

    [Fact]
    public async Task A_conversation_that_is_active_keeps_its_old_messages()
    {
        var shop = await Shop.OpenAsync(Database);
        var chat = await AgedChat.BeginAsync(Database, shop, 900);
        await chat.AnswerAsync(731);
        await chat.AnswerAsync(29);

        await ApplyAsync();
        Assert.Equal(4, (await chat.KeptAsync()).Count);

        Database.Time.Advance(TimeSpan.FromDays(2));
        await ApplyAsync();
        Assert.Equal(2, (await chat.KeptAsync()).Count);
    }

    [Fact]
    public async Task What_waits_for_anybody_stays_whatever_its_age()
    {
        var shop = await Shop.OpenAsync(Database);
        var jollof = await shop.SellAsync("Jollof Rice", 3500, 20);
        List<AgedChat> waiting = [];
        async Task<AgedChat> OldChatAsync()
        {
            var chat = await AgedChat.BeginAsync(Database, shop, 900);
            await chat.AnswerAsync(800);
            waiting.Add(chat);
            return chat;
        }

        await (await OldChatAsync()).ReceiveAsync(800, null);
        await (await OldChatAsync()).SendAsync(800, null, DeliveryStatus.Queued);
        await (await OldChatAsync()).SendAsync(800, null, DeliveryStatus.Unknown);
        await (await OldChatAsync()).AnswerAsync(800, status: "Running");
        var held = await OldChatAsync();
        await held.ExecuteAsync($"UPDATE conversations SET held_by_member_id = {Guid.CreateVersion7()}, held_since = {held.DaysAgo(800)} WHERE id = {held.Id}");
        var called = await OldChatAsync();
        await Database.SaveAsync(Escalation.Open(shop.Id, called.Id, called.Customer.ContactId, EscalationReason.Legal, "my lawyer", called.DaysAgo(800)));
        await (await OldChatAsync()).Customer.OrderAsync(jollof);
        var ended = (await OldChatAsync()).Customer;
        var (order, claimed) = (await ended.OrderAsync(jollof), await ended.ClaimAsync());
        await waiting[^1].ExecuteAsync($"UPDATE orders SET status = 'expired' WHERE id = {order.Id}");
        await waiting[^1].ExecuteAsync($"UPDATE message_logs SET delivery_status = 60 WHERE conversation_id = {waiting[^1].Id} AND direction = 1");
        var asked = await OldChatAsync();
        var request = await Database.UseAsync<RequestMyData, Outcome<DataRequested>>(
            ask => ask.HandleAsync(shop.Id, asked.Customer.ContactId, asked.Id, DataRequestKind.Export, null, default));
        Assert.Equal((null, null), (claimed.Failure, request.Failure));

        var before = await KeptAsync(waiting);
        await waiting[0].ExecuteAsync($"UPDATE conversations SET last_message_at = {waiting[0].DaysAgo(800)} WHERE business_id = {shop.Id}");
        await ApplyAsync();

        Assert.Equal(9, waiting.Count);
        Assert.Equal(before, await KeptAsync(waiting));
        Assert.Empty(await AuditAsync(shop, unless: "explanations, 0 messages, 0 files"));
    }

    [Fact]
    public async Task The_message_that_proves_a_consent_or_a_wish_about_the_data_stays_without_its_wire_form()
    {
        var shop = await Shop.OpenAsync(Database);
        var chat = await AgedChat.BeginAsync(Database, shop, 900);
        var turn = await chat.AnswerAsync(800, "yes, send me offers");
        var wish = await chat.AnswerAsync(790, "send me what you have of me");
        await Database.SaveAsync(
            Consent.Record(shop.Id, chat.Customer.ContactId, ConsentPurpose.Marketing, true, turn.Question, Actor.Customer, chat.DaysAgo(800)),
            DataRequest.Ask(shop.Id, chat.Customer.ContactId, chat.Id, DataRequestKind.Export, wish.Question, chat.DaysAgo(790)));

        await ApplyAsync();

        Assert.Equal([turn.Question, wish.Question], await chat.KeptAsync());
        Assert.All(await Database.ReadAsync(db => db.Messages.Where(m => m.ConversationId == chat.Id).Select(m => m.Raw).ToListAsync()), Assert.Null);
        Assert.Equal(1, await Database.ReadAsync(db => db.Consents.CountAsync(c => c.ContactId == chat.Customer.ContactId)));
    }

    [Fact]
    public async Task A_receipt_is_emptied_and_what_accounting_needs_stays()
    {
        var shop = await Shop.OpenAsync(Database);
        var jollof = await shop.SellAsync("Jollof Rice", 3500, 20);
        var chat = await AgedChat.BeginAsync(Database, shop, 900);
        var order = await chat.Customer.OrderAsync(jollof);
        var sent = await chat.AttachAsync((await chat.AnswerAsync(800)).Question, 800);
        var uploaded = MediaAsset.Store(shop.Id, null, null, FileSignature.Png, [0x89, 9], Database.Services.GetRequiredService<PersonalDataCipher>(), chat.DaysAgo(800));
        await Database.SaveAsync(uploaded);
        await AttachAsync(shop, order, sent);
        await AttachAsync(shop, order, uploaded);

        await ApplyAsync();
        Assert.NotEmpty(await BytesAsync(sent));
        Assert.NotEmpty(await BytesAsync(uploaded));

        Assert.Null((await shop.ApproveAsync(Database, order)).Failure);
        Assert.Null((await shop.MoveAsync(Database, order, OrderStatus.Completed)).Failure);
        await chat.ExecuteAsync($"UPDATE conversations SET last_message_at = {chat.DaysAgo(800)} WHERE id = {chat.Id}");
        await chat.ExecuteAsync($"UPDATE message_logs SET delivery_status = 60 WHERE conversation_id = {chat.Id} AND direction = 1");
        var facts = await FactsAsync(shop);
        Database.Time.Advance(TimeSpan.FromDays(1));
        await ApplyAsync();

        Assert.Equal(facts, await FactsAsync(shop));
        foreach (var file in new[] { sent, uploaded })
        {
            Assert.Empty(await BytesAsync(file));
            var read = await Database.UseAsync<ReadMedia, Outcome<MediaFile>>(media => media.HandleAsync(shop.Id, file.Id, default));
            Assert.Equal((FailureKind.Gone, "This file is no longer kept: it was deleted because of its age."), (read.Failure!.Kind, read.Failure.Sentence));
        }
    }

    private async Task<TurnView> TurnAsync(Shop shop, AgedChat chat, AgedTurn turn) =>
        (await Database.UseAsync<ReadTurn, Outcome<TurnView>>(read => read.HandleAsync(shop.Id, chat.Id, turn.Id, default))).Value;

    private async Task AttachAsync(Shop shop, OrderFacts order, MediaAsset file) => Assert.Null((await Database.UseAsync<AttachReceipt, Outcome<ReceiptAttached>>(
        attach => attach.HandleAsync(shop.Id, order.Id, file.Id, shop.Owner, default))).Failure);

    private Task<byte[]> BytesAsync(MediaAsset file) => Database.ReadAsync(db => db.MediaAssets.Where(a => a.Id == file.Id).Select(a => a.EncryptedBytes).SingleAsync());

    private Task<(int, int, int, int, int)> FactsAsync(Shop shop) => Database.ReadAsync(async db => (
        await db.Orders.CountAsync(o => o.BusinessId == shop.Id), await db.Orders.Where(o => o.BusinessId == shop.Id).SelectMany(o => o.History).CountAsync(),
        await db.Payments.CountAsync(p => p.BusinessId == shop.Id), await db.Payments.Where(p => p.BusinessId == shop.Id).SelectMany(p => p.Receipts).CountAsync(),
        await db.MediaAssets.CountAsync(a => a.BusinessId == shop.Id)));
}
