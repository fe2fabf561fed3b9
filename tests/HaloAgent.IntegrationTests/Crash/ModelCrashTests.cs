using HaloAgent.IntegrationTests.Fixtures;
using Xunit;

namespace HaloAgent.IntegrationTests.Crash;

/// <summary>The only worker dies by SIGKILL right after a model has answered it, before anything of that is kept: the turn is run again.</summary>
public sealed class ModelCrashTests(RunningSystemWithModel system) : IClassFixture<RunningSystemWithModel>
{
    [Fact]
    public async Task A_worker_killed_after_its_model_answered_loses_nothing_and_orders_once()
    {
        await system.WithWorkersAsync(1);
        var phone = system.NewPhone();

        await CrashOnAsync(phone, "I want 2 jollof rice, pickup", "to confirm");
        Assert.Equal(0, await system.OrdersAsync(phone));
        await CrashOnAsync(phone, "yes", "HA-");

        Assert.Equal(1, await system.OrdersAsync(phone));
        Assert.Equal(2L, await system.Log.ScalarAsync<long>(
            "SELECT sum(quantity) FILTER (WHERE i.name LIKE 'Jollof%') FROM order_items i JOIN orders o ON o.id = i.order_id WHERE o.conversation_id = $1", phone.ConversationId(system.Log.Index)));
    }

    private async Task CrashOnAsync(TwilioPhone phone, string words, string answer)
    {
        var worker = system.Halo.Worker(0);
        var killed = worker.ProcessId;
        await system.OrderFaultAsync("crash after-model");
        await phone.SayAsync(words);
        await system.FaultReachedAsync();
        await Eventually.IsTrueAsync(() => Task.FromResult(worker.ProcessId != killed), "the worker is dead");
        await RunningSystem.StartAsync(worker);

        await phone.HearAsync(all => all.Any(text => text.Contains(answer, StringComparison.Ordinal)), TimeSpan.FromSeconds(60));
        await system.AssertNothingLostOrTwiceAsync(phone);
        Assert.Single(await phone.ReceivedAsync(), text => text.Contains(answer, StringComparison.Ordinal));
    }
}
