using System.Text.RegularExpressions;
using HaloAgent.IntegrationTests.Fixtures;
using Xunit;

namespace HaloAgent.IntegrationTests.Crash;

/// <summary>
/// The only worker dies by SIGKILL at each station while the customer's "yes" places the order, and is started again: the order
/// exists once, the customer is told, nothing is sent twice.
/// </summary>
[Collection(RunningSystemCollection.Name)]
public sealed class CrashTests(RunningSystem system)
{
    [Theory]
    [InlineData("after-claim")]
    [InlineData("after-tool place_order")]
    [InlineData("before-complete")]
    [InlineData("after-complete")]
    [InlineData("before-send")]
    [InlineData("after-send")]
    public async Task A_worker_killed_in_the_middle_of_an_order_loses_nothing_and_does_nothing_twice(string station)
    {
        await system.WithWorkersAsync(1);
        var phone = system.NewPhone();
        await phone.AskAsync("I want 2 jollof rice and 1 zobo, pickup", "to confirm", TimeSpan.FromSeconds(60));
        await system.AssertNothingLostOrTwiceAsync(phone);
        var killed = system.Halo.Worker(0).ProcessId;

        await system.OrderFaultAsync("crash " + station);
        await phone.SayAsync("yes");
        await system.FaultReachedAsync();
        await Eventually.IsTrueAsync(() => Task.FromResult(system.Halo.Worker(0).ProcessId != killed), "the worker is dead");
        await RunningSystem.StartAsync(system.Halo.Worker(0));

        await phone.HearAsync(all => all.Any(text => text.Contains("HA-", StringComparison.Ordinal)), TimeSpan.FromSeconds(60));
        await system.AssertNothingLostOrTwiceAsync(phone);
        Assert.Equal(1, await system.OrdersAsync(phone));
        Assert.Equal(1, (await phone.ReceivedAsync()).Count(text => Regex.IsMatch(text, @"To pay for order \d{4}")));
    }

    [Fact]
    public async Task A_message_that_came_while_the_worker_was_dead_is_answered_after_it_comes_back()
    {
        await system.WithWorkersAsync(1);
        var phone = system.NewPhone();
        await phone.AskAsync("hello", "Halo Kitchen", TimeSpan.FromSeconds(60));
        await system.Halo.Worker(0).KillAsync();

        await phone.SayAsync("what do you have?");
        await phone.SayAsync("and where are you?");
        await RunningSystem.StartAsync(system.Halo.Worker(0));

        await system.AssertNothingLostOrTwiceAsync(phone);
        Assert.Contains(await phone.ReceivedAsync(), text => text.Contains("Opebi", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sigterm_finishes_the_turn_in_hand()
    {
        await system.WithWorkersAsync(1);
        var phone = system.NewPhone();
        await phone.AskAsync("I want 2 jollof rice, pickup", "to confirm", TimeSpan.FromSeconds(60));
        await system.OrderFaultAsync("pause before-complete");
        await phone.SayAsync("yes");
        await system.FaultReachedAsync();

        await system.Halo.Worker(0).StopAsync();

        var conversation = phone.ConversationId(system.Log.Index);
        Assert.Equal("Completed", await system.Log.ScalarAsync<string>("SELECT status FROM turns WHERE conversation_id = $1 ORDER BY started_at DESC LIMIT 1", conversation));
        Assert.Equal(1, await system.Log.ScalarAsync<int>("SELECT max(attempts) FROM turns WHERE conversation_id = $1", conversation));
        await system.WithWorkersAsync(1);
        await system.AssertNothingLostOrTwiceAsync(phone);
        Assert.Equal(1, await system.OrdersAsync(phone));
    }
}
