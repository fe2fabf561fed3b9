using HaloAgent.AgentWorker;
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
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace HaloAgent.IntegrationTests.Compliance;

/// <summary>With the usual options: explanations for 90 days, messages for 730, conversations that rest after 30.</summary>
public sealed class RetentionTests(HaloDatabase database) : IClassFixture<HaloDatabase>
{
    [Fact]
    public async Task Old_explanations_go_young_ones_stay_and_the_turn_says_so()
    {
        var shop = await Shop.OpenAsync(database);
        var chat = await AgedChat.BeginAsync(database, shop, 100);
        var (old, young) = (await chat.AnswerAsync(91), await chat.AnswerAsync(89));
        var running = await chat.AnswerAsync(91, status: "Running");

        await ApplyAsync();

        Assert.Equal((0, 2, 2), (await chat.StepsAsync(old), await chat.StepsAsync(young), await chat.StepsAsync(running)));
        var explained = await TurnAsync(shop, chat, old);
        Assert.Equal(database.Now, explained.ExplanationRemovedAt);
        Assert.Equal((null, null, null), (explained.BrainReason, explained.Intent, explained.Confidence));
        Assert.Equal(("guided", 0), (explained.Brain, explained.Steps.Count));
        Assert.Equal(["2 jollof please"], explained.Heard!);
        Assert.Equal((null, "Add"), ((await TurnAsync(shop, chat, young)).ExplanationRemovedAt, (await TurnAsync(shop, chat, young)).Intent));
    }

    [Fact]
    public async Task A_turn_whose_reply_is_still_on_its_way_keeps_its_explanation()
    {
        var shop = await Shop.OpenAsync(database);
        var chat = await AgedChat.BeginAsync(database, shop, 100);
        var old = await chat.AnswerAsync(91);
        await chat.SendAsync(91, old.Id, DeliveryStatus.Unknown);

        await ApplyAsync();

        Assert.Equal(2, await chat.StepsAsync(old));
    }

    [Fact]
    public async Task Old_messages_go_with_their_files_and_whatever_repeats_their_words()
    {
        var shop = await Shop.OpenAsync(database);
        var chat = await AgedChat.BeginAsync(database, shop, 900);
        var old = await chat.AnswerAsync(731);
        var file = await chat.AttachAsync(old.Question, 731);
        await chat.SendAsync(731, null, DeliveryStatus.Failed);
        await chat.ExecuteAsync(
            $"UPDATE conversations SET hand_back_summary = last_message, handed_back_by = 'Ada', handed_back_at = {chat.DaysAgo(731)} WHERE id = {chat.Id}");
        var settled = Escalation.Open(shop.Id, chat.Id, chat.Customer.ContactId, EscalationReason.Complaint, "cold jollof", chat.DaysAgo(731));
        settled.Brief(new PersonBrief("They wrote: “cold jollof”", "Sorry"));
        settled.Resolve("Ada", chat.DaysAgo(731));
        await database.SaveAsync(settled);

        await ApplyAsync();

        Assert.Empty(await chat.KeptAsync());
        Assert.False(await database.ReadAsync(db => db.MediaAssets.AnyAsync(a => a.Id == file.Id)));
        var conversation = await database.ReadAsync(db => db.Conversations.SingleAsync(c => c.Id == chat.Id));
        Assert.Equal((null, null, chat.DaysAgo(731)), (conversation.LastMessage, conversation.HandBackSummary, conversation.MessagesRemovedUntil));
        var escalation = await database.ReadAsync(db => db.Escalations.SingleAsync(e => e.Id == settled.Id));
        Assert.Equal((null, null, null), (escalation.Detail, escalation.Summary, escalation.SuggestedReply));
    }

    [Fact]
    public async Task Young_messages_stay_and_the_chat_says_up_to_when_older_ones_were_removed()
    {
        var shop = await Shop.OpenAsync(database);
        var chat = await AgedChat.BeginAsync(database, shop, 900);
        await chat.AnswerAsync(800);
        await chat.AnswerAsync(731);
        var young = await chat.AnswerAsync(729);

        await ApplyAsync();

        Assert.Equal([young.Question, young.Reply], await chat.KeptAsync());
        var view = (await database.UseAsync<ListConversations, Outcome<ConversationView>>(list => list.HandleAsync(shop.Id, chat.Id, default))).Value;
        Assert.Equal((chat.DaysAgo(731), "Here you are"), (view.MessagesRemovedUntil, view.LastMessage));
        var transcript = await database.UseAsync<ReadTranscript, Outcome<Page<MessageView>>>(read => read.HandleAsync(shop.Id, chat.Id, 50, null, default));
        Assert.Equal(["2 jollof please", "Here you are"], transcript.Value.Items.Select(message => message.Content));
    }

    [Fact]
    public async Task A_conversation_that_is_active_keeps_its_old_messages()
    {
        var shop = await Shop.OpenAsync(database);
        var chat = await AgedChat.BeginAsync(database, shop, 900);
        await chat.AnswerAsync(731);
        await chat.AnswerAsync(29);

        await ApplyAsync();
        Assert.Equal(4, (await chat.KeptAsync()).Count);

        database.Time.Advance(TimeSpan.FromDays(2));
        await ApplyAsync();
        Assert.Equal(2, (await chat.KeptAsync()).Count);
    }

    [Fact]
    public async Task What_waits_for_anybody_stays_whatever_its_age()
    {
        var shop = await Shop.OpenAsync(database);
        var jollof = await shop.SellAsync("Jollof Rice", 3500, 20);
        List<AgedChat> waiting = [];
        async Task<AgedChat> OldChatAsync()
        {
            var chat = await AgedChat.BeginAsync(database, shop, 900);
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
        await database.SaveAsync(Escalation.Open(shop.Id, called.Id, called.Customer.ContactId, EscalationReason.Legal, "my lawyer", called.DaysAgo(800)));
        await (await OldChatAsync()).Customer.OrderAsync(jollof);
        var ended = (await OldChatAsync()).Customer;
        var (order, claimed) = (await ended.OrderAsync(jollof), await ended.ClaimAsync());
        await waiting[^1].ExecuteAsync($"UPDATE orders SET status = 'expired' WHERE id = {order.Id}");
        await waiting[^1].ExecuteAsync($"UPDATE message_logs SET delivery_status = 60 WHERE conversation_id = {waiting[^1].Id} AND direction = 1");
        var asked = await OldChatAsync();
        var request = await database.UseAsync<RequestMyData, Outcome<DataRequested>>(
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
        var shop = await Shop.OpenAsync(database);
        var chat = await AgedChat.BeginAsync(database, shop, 900);
        var turn = await chat.AnswerAsync(800, "yes, send me offers");
        var wish = await chat.AnswerAsync(790, "send me what you have of me");
        await database.SaveAsync(
            Consent.Record(shop.Id, chat.Customer.ContactId, ConsentPurpose.Marketing, true, turn.Question, Actor.Customer, chat.DaysAgo(800)),
            DataRequest.Ask(shop.Id, chat.Customer.ContactId, chat.Id, DataRequestKind.Export, wish.Question, chat.DaysAgo(790)));

        await ApplyAsync();

        Assert.Equal([turn.Question, wish.Question], await chat.KeptAsync());
        Assert.All(await database.ReadAsync(db => db.Messages.Where(m => m.ConversationId == chat.Id).Select(m => m.Raw).ToListAsync()), Assert.Null);
        Assert.Equal(1, await database.ReadAsync(db => db.Consents.CountAsync(c => c.ContactId == chat.Customer.ContactId)));
    }

    [Fact]
    public async Task A_receipt_is_emptied_and_what_accounting_needs_stays()
    {
        var shop = await Shop.OpenAsync(database);
        var jollof = await shop.SellAsync("Jollof Rice", 3500, 20);
        var chat = await AgedChat.BeginAsync(database, shop, 900);
        var order = await chat.Customer.OrderAsync(jollof);
        var sent = await chat.AttachAsync((await chat.AnswerAsync(800)).Question, 800);
        var uploaded = MediaAsset.Store(shop.Id, null, null, FileSignature.Png, [0x89, 9], database.Services.GetRequiredService<PersonalDataCipher>(), chat.DaysAgo(800));
        await database.SaveAsync(uploaded);
        await AttachAsync(shop, order, sent);
        await AttachAsync(shop, order, uploaded);

        await ApplyAsync();
        Assert.NotEmpty(await BytesAsync(sent));
        Assert.NotEmpty(await BytesAsync(uploaded));

        Assert.Null((await shop.ApproveAsync(database, order)).Failure);
        Assert.Null((await shop.MoveAsync(database, order, OrderStatus.Completed)).Failure);
        await chat.ExecuteAsync($"UPDATE conversations SET last_message_at = {chat.DaysAgo(800)} WHERE id = {chat.Id}");
        await chat.ExecuteAsync($"UPDATE message_logs SET delivery_status = 60 WHERE conversation_id = {chat.Id} AND direction = 1");
        var facts = await FactsAsync(shop);
        database.Time.Advance(TimeSpan.FromDays(1));
        await ApplyAsync();

        Assert.Equal(facts, await FactsAsync(shop));
        foreach (var file in new[] { sent, uploaded })
        {
            Assert.Empty(await BytesAsync(file));
            var read = await database.UseAsync<ReadMedia, Outcome<MediaFile>>(media => media.HandleAsync(shop.Id, file.Id, default));
            Assert.Equal((FailureKind.Gone, "This file is no longer kept: it was deleted because of its age."), (read.Failure!.Kind, read.Failure.Sentence));
        }
    }

    [Fact]
    public async Task A_business_is_looked_through_once_a_day_and_a_second_look_finds_nothing()
    {
        var shop = await Shop.OpenAsync(database);
        var chat = await AgedChat.BeginAsync(database, shop, 900);
        var turn = await chat.AnswerAsync(731);
        await chat.AttachAsync(turn.Question, 731);

        await ApplyAsync();
        Assert.Equal(["1 explanations, 2 messages, 1 files"], await AuditAsync(shop));
        Assert.Equal(0, await ApplyAsync());

        var late = await chat.AnswerAsync(731);
        Assert.Equal(0, await ApplyAsync());
        Assert.Equal([late.Question, late.Reply], await chat.KeptAsync());

        database.Time.Advance(TimeSpan.FromDays(1));
        Assert.True(await ApplyAsync() > 0);
        Assert.Empty(await chat.KeptAsync());
        database.Time.Advance(TimeSpan.FromDays(1));
        await ApplyAsync();
        Assert.Equal(2, (await AuditAsync(shop)).Count);
    }

    [Fact]
    public async Task Much_is_removed_little_by_little_to_the_end()
    {
        var shop = await Shop.OpenAsync(database);
        await ApplyAsync();
        List<AgedChat> chats = [];
        for (var i = 0; i < 130; i++)
        {
            chats.Add(await AgedChat.BeginAsync(database, shop, 900));
        }

        await chats[^1].AnswerAsync(800);
        await chats[0].ExecuteAsync(
            $"""
            INSERT INTO message_logs (conversation_id, channel_account_id, business_id, direction, author, kind, content, created_at, turn_id, attempts)
            SELECT {chats[0].Id}, {shop.Account.Id}, {shop.Id}, 0, 0, 0, '', {chats[0].DaysAgo(800)}, {Guid.CreateVersion7()}, 0 FROM generate_series(1, 450)
            """);
        database.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(1, await BatchesAsync(1));
        Assert.InRange((await KeptAsync(chats)).Count, 1, 452);
        Assert.True(await ApplyAsync() >= 3);

        Assert.Empty(await KeptAsync(chats));
        Assert.Equal("1 explanations, 452 messages, 0 files", (await AuditAsync(shop))[^1]);
    }

    [Fact]
    public async Task Workers_at_the_same_time_remove_everything_once()
    {
        List<(Shop Shop, AgedChat Chat, AgedTurn Young)> all = [];
        for (var i = 0; i < 6; i++)
        {
            var shop = await Shop.OpenAsync(database);
            var chat = await AgedChat.BeginAsync(database, shop, 900);
            for (var turn = 0; turn < 30; turn++)
            {
                await chat.AnswerAsync(800);
            }

            all.Add((shop, chat, await chat.AnswerAsync(60)));
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(ApplyAsync)));
        await ApplyAsync();

        foreach (var (shop, chat, young) in all)
        {
            Assert.Equal([young.Question, young.Reply], await chat.KeptAsync());
            Assert.Equal(2, await chat.StepsAsync(young));
            Assert.Equal(["30 explanations, 60 messages, 0 files"], await AuditAsync(shop));
        }
    }

    [Fact]
    public async Task A_chat_that_somebody_works_in_at_this_moment_is_left_for_the_next_time()
    {
        var shop = await Shop.OpenAsync(database);
        var chat = await AgedChat.BeginAsync(database, shop, 900);
        await chat.AnswerAsync(800);

        await database.ReadAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.Database.ExecuteSqlAsync($"SELECT 1 FROM conversations WHERE id = {chat.Id} FOR NO KEY UPDATE");
            await ApplyAsync();
            return 0;
        });
        Assert.Equal(2, (await chat.KeptAsync()).Count);

        database.Time.Advance(TimeSpan.FromDays(1));
        await ApplyAsync();
        Assert.Empty(await chat.KeptAsync());
    }

    [Fact]
    public async Task The_worker_does_it_by_the_clock()
    {
        var shop = await Shop.OpenAsync(database);
        var chat = await AgedChat.BeginAsync(database, shop, 900);
        await chat.AnswerAsync(800);
        using var worker = new ScheduledWork(
            database.Services.GetRequiredService<IServiceScopeFactory>(), SchemaReady.Already, database.Time, NullLogger<ScheduledWork>.Instance);

        await worker.StartAsync(default);
        await Eventually.IsTrueAsync(async () => (await chat.KeptAsync()).Count == 0, "the worker has removed what is old");
        await worker.StopAsync(default);
    }

    /// <returns>How many batches it took.</returns>
    private async Task<int> ApplyAsync()
    {
        var batches = 0;
        for (var done = 100; done == 100;)
        {
            batches += done = await BatchesAsync(100);
        }

        return batches;
    }

    private Task<int> BatchesAsync(int atMost) => database.UseAsync<ApplyRetention, int>(apply => apply.HandleAsync(atMost, default));

    private async Task<TurnView> TurnAsync(Shop shop, AgedChat chat, AgedTurn turn) =>
        (await database.UseAsync<ReadTurn, Outcome<TurnView>>(read => read.HandleAsync(shop.Id, chat.Id, turn.Id, default))).Value;

    private static async Task<List<long>> KeptAsync(IEnumerable<AgedChat> chats)
    {
        List<long> kept = [];
        foreach (var chat in chats)
        {
            kept.AddRange(await chat.KeptAsync());
        }

        return kept;
    }

    private async Task<List<string>> AuditAsync(Shop shop, string unless = "-")
    {
        var entries = await database.ReadAsync(db => db.AuditEntries
            .Where(e => e.BusinessId == shop.Id && e.Action == "retention_applied").OrderBy(e => e.At).Select(e => e.Detail!).ToListAsync());
        return entries.FindAll(detail => !detail.EndsWith(unless, StringComparison.Ordinal));
    }

    private async Task AttachAsync(Shop shop, OrderFacts order, MediaAsset file) => Assert.Null((await database.UseAsync<AttachReceipt, Outcome<ReceiptAttached>>(
        attach => attach.HandleAsync(shop.Id, order.Id, file.Id, shop.Owner, default))).Failure);

    private Task<byte[]> BytesAsync(MediaAsset file) => database.ReadAsync(db => db.MediaAssets.Where(a => a.Id == file.Id).Select(a => a.EncryptedBytes).SingleAsync());

    private Task<(int, int, int, int, int)> FactsAsync(Shop shop) => database.ReadAsync(async db => (
        await db.Orders.CountAsync(o => o.BusinessId == shop.Id), await db.Orders.Where(o => o.BusinessId == shop.Id).SelectMany(o => o.History).CountAsync(),
        await db.Payments.CountAsync(p => p.BusinessId == shop.Id), await db.Payments.Where(p => p.BusinessId == shop.Id).SelectMany(p => p.Receipts).CountAsync(),
        await db.MediaAssets.CountAsync(a => a.BusinessId == shop.Id)));
}
