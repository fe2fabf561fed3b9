using HaloAgent.AgentWorker;
using HaloAgent.IntegrationTests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace HaloAgent.IntegrationTests.Compliance;

/// <summary>How often, how much at a time and by whom: nothing is removed twice, and nobody waits for it.</summary>
public sealed class RetentionRunsTests(HaloDatabase database) : RetentionApplied(database)
{
    [Fact]
    public async Task A_business_is_looked_through_once_a_day_and_a_second_look_finds_nothing()
    {
        var shop = await Shop.OpenAsync(Database);
        var chat = await AgedChat.BeginAsync(Database, shop, 900);
        var turn = await chat.AnswerAsync(731);
        await chat.AttachAsync(turn.Question, 731);

        await ApplyAsync();
        Assert.Equal(["1 explanations, 2 messages, 1 files"], await AuditAsync(shop));
        Assert.Equal(0, await ApplyAsync());

        var late = await chat.AnswerAsync(731);
        Assert.Equal(0, await ApplyAsync());
        Assert.Equal([late.Question, late.Reply], await chat.KeptAsync());

        Database.Time.Advance(TimeSpan.FromDays(1));
        Assert.True(await ApplyAsync() > 0);
        Assert.Empty(await chat.KeptAsync());
        Database.Time.Advance(TimeSpan.FromDays(1));
        await ApplyAsync();
        Assert.Equal(2, (await AuditAsync(shop)).Count);
    }

    [Fact]
    public async Task Much_is_removed_little_by_little_to_the_end()
    {
        var shop = await Shop.OpenAsync(Database);
        await ApplyAsync();
        List<AgedChat> chats = [];
        for (var i = 0; i < 130; i++)
        {
            chats.Add(await AgedChat.BeginAsync(Database, shop, 900));
        }

        await chats[^1].AnswerAsync(800);
        await chats[0].ExecuteAsync(
            $"""
            INSERT INTO message_logs (conversation_id, channel_account_id, business_id, direction, author, kind, content, created_at, turn_id, attempts)
            SELECT {chats[0].Id}, {shop.Account.Id}, {shop.Id}, 0, 0, 0, '', {chats[0].DaysAgo(800)}, {Guid.CreateVersion7()}, 0 FROM generate_series(1, 450)
            """);
        Database.Time.Advance(TimeSpan.FromDays(1));

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
            var shop = await Shop.OpenAsync(Database);
            var chat = await AgedChat.BeginAsync(Database, shop, 900);
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
        var shop = await Shop.OpenAsync(Database);
        var chat = await AgedChat.BeginAsync(Database, shop, 900);
        await chat.AnswerAsync(800);

        await Database.ReadAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.Database.ExecuteSqlAsync($"SELECT 1 FROM conversations WHERE id = {chat.Id} FOR NO KEY UPDATE");
            await ApplyAsync();
            return 0;
        });
        Assert.Equal(2, (await chat.KeptAsync()).Count);

        Database.Time.Advance(TimeSpan.FromDays(1));
        await ApplyAsync();
        Assert.Empty(await chat.KeptAsync());
    }

    [Fact]
    public async Task The_worker_does_it_by_the_clock()
    {
        var shop = await Shop.OpenAsync(Database);
        var chat = await AgedChat.BeginAsync(Database, shop, 900);
        await chat.AnswerAsync(800);
        using var worker = new ScheduledWork(
            Database.Services.GetRequiredService<IServiceScopeFactory>(), SchemaReady.Already, Database.Time, NullLogger<ScheduledWork>.Instance);

        await worker.StartAsync(default);
        await Eventually.IsTrueAsync(async () => (await chat.KeptAsync()).Count == 0, "the worker has removed what is old");
        await worker.StopAsync(default);
    }
}
