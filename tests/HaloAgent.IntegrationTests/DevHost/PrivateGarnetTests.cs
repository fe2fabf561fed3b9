using HaloAgent.DevHost.Processes;
using HaloAgent.DevHost.Redis;
using StackExchange.Redis;
using Xunit;

namespace HaloAgent.IntegrationTests.DevHost;

public sealed class PrivateGarnetTests
{
    [Fact]
    public async Task It_runs_scripts_and_leaves_nothing_behind()
    {
        int processId;
        await using (var garnet = await PrivateGarnet.StartAsync(cancellation: TestContext.Current.CancellationToken))
        {
            processId = garnet.ProcessId;
            await using var redis = await ConnectionMultiplexer.ConnectAsync(garnet.ConnectionString);

            Assert.Equal(7, (int)await redis.GetDatabase().ScriptEvaluateAsync("return redis.call('SET', KEYS[1], ARGV[1]) and 7", ["key"], ["value"]));
        }
        Assert.False(Signal.Exists(processId));
    }

    [Fact]
    public async Task What_it_holds_survives_a_stop_and_a_kill()
    {
        await using var garnet = await PrivateGarnet.StartAsync(cancellation: TestContext.Current.CancellationToken);
        await WriteAsync(garnet, "stopped");
        await garnet.StopAsync();
        await garnet.StartAsync(TestContext.Current.CancellationToken);
        await WriteAsync(garnet, "killed");
        await garnet.KillAsync();
        Assert.False(garnet.IsRunning);
        await garnet.StartAsync(TestContext.Current.CancellationToken);

        Assert.Equal(("yes", "yes"), (await ReadAsync(garnet, "stopped"), await ReadAsync(garnet, "killed")));
    }

    [Fact]
    public async Task Wiped_it_holds_nothing()
    {
        await using var garnet = await PrivateGarnet.StartAsync(cancellation: TestContext.Current.CancellationToken);
        await WriteAsync(garnet, "key");

        await garnet.WipeAsync(TestContext.Current.CancellationToken);

        Assert.Null(await ReadAsync(garnet, "key"));
    }

    // A hash as well: Garnet keeps objects in another store than strings.
    private static async Task WriteAsync(PrivateGarnet garnet, string key)
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(garnet.ConnectionString);
        await redis.GetDatabase().StringSetAsync(key, "yes");
        await redis.GetDatabase().HashSetAsync("hash", key, "yes");

        // Its log is written behind the answers: what a kill must not take is what the log has.
        await redis.GetDatabase().ExecuteAsync("COMMITAOF");
    }

    private static async Task<string?> ReadAsync(PrivateGarnet garnet, string key)
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(garnet.ConnectionString);
        string? text = await redis.GetDatabase().StringGetAsync(key);
        string? field = await redis.GetDatabase().HashGetAsync("hash", key);
        Assert.Equal(text, field);
        return text;
    }
}
