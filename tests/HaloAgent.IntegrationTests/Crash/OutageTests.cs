using HaloAgent.IntegrationTests.Fixtures;
using StackExchange.Redis;
using Xunit;

namespace HaloAgent.IntegrationTests.Crash;

/// <summary>What the services need goes away and comes back: what was acknowledged is worked off.</summary>
[Collection(RunningSystemCollection.Name)]
public sealed class OutageTests(RunningSystem system)
{
    [Fact]
    public async Task Messages_are_accepted_while_redis_is_down_and_worked_off_afterwards()
    {
        await system.WithWorkersAsync(1);
        var phone = system.NewPhone();
        await phone.AskAsync("hello", "Halo Kitchen", TimeSpan.FromSeconds(60));
        var stranger = system.NewPhone();

        await system.Halo.Redis!.StopAsync();
        await phone.SayAsync("where are you?");
        await stranger.SayAsync("where are you?");
        await system.Halo.Redis.StartAsync(TestContext.Current.CancellationToken);

        await system.AssertNothingLostOrTwiceAsync(phone);
        await system.AssertNothingLostOrTwiceAsync(stranger);
        Assert.Contains(await phone.ReceivedAsync(), text => text.Contains("Opebi", StringComparison.Ordinal));
        Assert.Contains(await stranger.ReceivedAsync(), text => text.Contains("Opebi", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Messages_are_accepted_while_neither_worker_nor_redis_is_there()
    {
        await system.WithWorkersAsync(0);
        await system.Halo.Redis!.StopAsync();
        var phone = system.NewPhone();

        await phone.SayAsync("where are you?");
        await system.Halo.Redis.StartAsync(TestContext.Current.CancellationToken);
        await system.WithWorkersAsync(1);

        await phone.HearAsync(all => all.Any(text => text.Contains("Opebi", StringComparison.Ordinal)), TimeSpan.FromSeconds(60));
        await system.AssertNothingLostOrTwiceAsync(phone);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Redis_wiped_in_the_middle_of_an_order_costs_no_order_and_the_silos_come_back_as_one_cluster(int silos)
    {
        await system.WithWorkersAsync(silos);
        var phone = system.NewPhone();
        await phone.AskAsync("I want 2 jollof rice and 1 zobo, pickup", "to confirm", TimeSpan.FromSeconds(60));
        var before = system.Halo.Workers.Take(silos).Select(worker => worker.ProcessId).ToArray();

        await WipeRedisAsync();
        await phone.AskAsync("yes", "HA-", TimeSpan.FromSeconds(60));

        foreach (var (worker, process) in system.Halo.Workers.Zip(before))
        {
            await Eventually.IsTrueAsync(() => Task.FromResult(worker.ProcessId != process && worker.ProcessId != 0), $"{worker.Name} was started again", TimeSpan.FromSeconds(60));
            await worker.WaitUntilHealthyAsync(TimeSpan.FromMinutes(3));
        }

        await phone.AskAsync("I have paid", "told the shop", TimeSpan.FromSeconds(60));
        await system.AssertNothingLostOrTwiceAsync(phone);
        Assert.Equal(1, await system.OrdersAsync(phone));
    }

    [Fact]
    public async Task Postgres_restarted_under_load_loses_nothing_that_was_acknowledged()
    {
        await system.WithWorkersAsync(1);
        var phones = Enumerable.Range(0, 6).Select(_ => system.NewPhone()).ToArray();
        string[] said = ["hello", "what do you have?", "where are you?", "do you have zobo?", "how much is jollof rice?", "when do you close?", "thank you", "hello again"];

        var load = phones.Select(async phone =>
        {
            foreach (var text in said)
            {
                await phone.InsistAsync(text);
            }
        }).ToArray();
        await Eventually.IsTrueAsync(async () => (await phones[0].ReceivedAsync()).Count > 0, "the load has begun");
        await system.Halo.Postgres!.StopAsync();
        await system.Halo.Postgres.StartAsync(TestContext.Current.CancellationToken);
        system.Log.ForgetConnections();
        await Task.WhenAll(load);

        foreach (var phone in phones)
        {
            await system.AssertNothingLostOrTwiceAsync(phone, TimeSpan.FromSeconds(90));
            Assert.Equal(said, (await system.Log.InboundAsync(phone.ConversationId(system.Log.Index))).Select(row => row.Text));
        }
    }

    private async Task WipeRedisAsync()
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(system.Halo.RedisConnectionString + ",allowAdmin=true");
        await redis.GetServers().Single().FlushAllDatabasesAsync();
    }
}
