using System.Diagnostics;
using HaloAgent.IntegrationTests.Fixtures;
using Xunit;

namespace HaloAgent.IntegrationTests.Crash;

/// <summary>A planned stop while Redis is away: nothing to leave the cluster by, and no reason to take long.</summary>
[Collection(RunningSystemCollection.Name)]
public sealed class StopWithoutRedisTests(RunningSystem system) : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public async ValueTask DisposeAsync() => await system.Halo.Redis!.StartAsync(CancellationToken.None);

    [Fact]
    public async Task A_worker_told_to_stop_ends_soon_and_says_why_in_one_line()
    {
        await system.WithWorkersAsync(1);
        var before = await SaidAsync();
        await system.Halo.Redis!.StopAsync();

        var took = await StopAsync();

        Assert.True(took < Limit, $"It took {took}.");
        var said = (await SaidAsync())[before.Length..];
        Assert.Single(said, line => line.Contains("Redis is away", StringComparison.Ordinal));
        Assert.DoesNotContain(said, line => line.Contains("   at ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_turn_in_hand_is_finished_and_its_reply_is_sent_by_the_next_worker()
    {
        await system.WithWorkersAsync(1);
        var phone = system.NewPhone();
        await phone.AskAsync("I want 2 jollof rice, pickup", "to confirm", TimeSpan.FromSeconds(60));
        await system.OrderFaultAsync("pause before-complete");
        await phone.SayAsync("yes");
        await system.FaultReachedAsync();
        await system.Halo.Redis!.StopAsync();

        var took = await StopAsync();

        Assert.True(took < Limit, $"It took {took}.");
        var conversation = phone.ConversationId(system.Log.Index);
        Assert.Equal("Completed", await system.Log.ScalarAsync<string>("SELECT status FROM turns WHERE conversation_id = $1 ORDER BY started_at DESC LIMIT 1", conversation));
        Assert.Equal(1, await system.Log.ScalarAsync<int>("SELECT max(attempts) FROM turns WHERE conversation_id = $1", conversation));
        await system.Halo.Redis.StartAsync(TestContext.Current.CancellationToken);
        await system.WithWorkersAsync(1);
        await system.AssertNothingLostOrTwiceAsync(phone);
        Assert.Equal(1, await system.OrdersAsync(phone));
    }

    /// <summary>Long before the patience ends, or it has been killed.</summary>
    private async Task<TimeSpan> StopAsync()
    {
        var watch = Stopwatch.StartNew();
        await system.Halo.Worker(0).StopAsync(Limit * 2);
        return watch.Elapsed;
    }

    private Task<string[]> SaidAsync() => File.ReadAllLinesAsync(system.Halo.Worker(0).LogFilePath, TestContext.Current.CancellationToken);
}
