using HaloAgent.AgentWorker.Agent.Llama.Endpoints;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace HaloAgent.UnitTests.Agent.Llama;

/// <summary>When a server is left alone, and for how long.</summary>
public sealed class LlamaBreakTests
{
    [Fact]
    public async Task A_server_that_asks_for_a_long_wait_is_left_alone_for_it()
    {
        var time = new FakeTimeProvider();
        var servers = new FakeServers().Answers("one", 429, "{}", retryAfter: 30).Answers("one", 200, FakeServers.Fine).Answers("two", 200, FakeServers.Fine);
        var router = servers.Router(time);

        await FakeServers.AskAsync(router);
        await FakeServers.AskAsync(router);
        time.Advance(TimeSpan.FromSeconds(31));
        await FakeServers.AskAsync(router);

        Assert.Equal(["one", "two", "two", "one"], servers.Asked.Select(asked => asked.Host));
    }

    [Fact]
    public async Task A_server_that_keeps_failing_is_not_asked_any_more_until_its_break_is_over()
    {
        var time = new FakeTimeProvider();
        var servers = new FakeServers().Answers("one", 401, "{}").Answers("one", 503, "{}", retryAfter: 5);
        var router = servers.Router(time, options => options.FailuresBeforeBreak = 2);

        for (var turn = 0; turn < 6; turn++)
        {
            await Assert.ThrowsAsync<ModelUnavailableException>(() => FakeServers.AskAsync(router));
            time.Advance(TimeSpan.FromSeconds(6));
        }

        // After the second failure it is open for 15 s, which is two turns; then comes one trial.
        Assert.Equal(3, servers.Asked.Count);
    }

    /// <summary>A busy minute before does not matter: the next customers would pay six seconds each until most of its calls had failed.</summary>
    [Fact]
    public async Task A_server_that_was_too_slow_twice_in_a_row_is_left_alone_then_one_customer_tries_it_for_all()
    {
        var time = new FakeTimeProvider();
        var servers = new FakeServers();
        for (var well = 0; well < 20; well++) servers.Answers("one", 200, FakeServers.Fine);
        servers.Answers("one", Never).Answers("one", Never).Answers("one", Never).Answers("one", 200, FakeServers.Fine);
        var router = servers.Router(time);
        for (var well = 0; well < 20; well++) await FakeServers.AskAsync(router);

        for (var slow = 0; slow < 2; slow++) await TooSlowAsync(router, time);
        await Assert.ThrowsAsync<ModelUnavailableException>(() => FakeServers.AskAsync(router));
        Assert.Equal(22, servers.Asked.Count);

        time.Advance(TimeSpan.FromSeconds(15));
        var trial = TooSlowAsync(router, time, advance: false);
        await Assert.ThrowsAsync<ModelUnavailableException>(() => FakeServers.AskAsync(router));
        time.Advance(TimeSpan.FromSeconds(6));
        await trial;
        Assert.Equal(23, servers.Asked.Count);

        time.Advance(TimeSpan.FromSeconds(15));
        await FakeServers.AskAsync(router);
        await FakeServers.AskAsync(router);
        Assert.Equal(25, servers.Asked.Count);
    }

    [Fact]
    public async Task Time_outs_with_an_answer_between_them_leave_a_server_in_use()
    {
        var time = new FakeTimeProvider();
        var servers = new FakeServers().Answers("one", Never).Answers("one", 200, FakeServers.Fine).Answers("one", Never).Answers("one", 200, FakeServers.Fine);
        var router = servers.Router(time);

        for (var turn = 0; turn < 2; turn++)
        {
            await TooSlowAsync(router, time);
            Assert.Equal("Fine.", (await FakeServers.AskAsync(router)).Text);
        }
    }

    /// <summary>A refusal costs nobody seconds; refusals are counted by the minute.</summary>
    [Fact]
    public async Task So_do_time_outs_with_a_refusal_between_them()
    {
        var time = new FakeTimeProvider();
        var servers = new FakeServers().Answers("one", Never).Answers("one", 400, "{}").Answers("one", Never).Answers("one", 200, FakeServers.Fine);
        var router = servers.Router(time);

        await TooSlowAsync(router, time);
        await Assert.ThrowsAsync<ModelUnavailableException>(() => FakeServers.AskAsync(router));
        await TooSlowAsync(router, time);

        Assert.Equal("Fine.", (await FakeServers.AskAsync(router)).Text);
    }

    private static async Task<HttpResponseMessage> Never(CancellationToken stop)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, stop);
        throw new InvalidOperationException("It never answers.");
    }

    private static async Task TooSlowAsync(LlamaRouter router, FakeTimeProvider time, bool advance = true)
    {
        var asked = FakeServers.AskAsync(router);
        if (advance) time.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal("too slow", (await Assert.ThrowsAsync<ModelUnavailableException>(() => asked)).Why);
    }
}
