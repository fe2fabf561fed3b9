using HaloAgent.IntegrationTests.Fixtures;
using Xunit;

namespace HaloAgent.IntegrationTests.Crash;

/// <summary>The worker dies in the middle of a customer's STOP or START: it is done once, noted once and answered once.</summary>
[Collection(RunningSystemCollection.Name)]
public sealed class ConsentCrashTests(RunningSystem system)
{
    private const string Stopped = "You won't get any more messages";
    private const string Welcome = "Welcome back";

    [Theory]
    [InlineData("after-claim")]
    [InlineData("after-tool opt_out")]
    [InlineData("before-send")]
    public async Task A_stop_run_again_silences_once(string station)
    {
        var phone = await GreetedAsync();

        await CrashOnAsync(phone, "STOP", station, Stopped);

        Assert.Equal((1L, 0L, true), await ConsentAsync(phone));
        await phone.SayAsync("hello?");
        await system.AssertNothingLostOrTwiceAsync(phone);
        Assert.Equal(Stopped, (await phone.ReceivedAsync())[^1][..Stopped.Length]);
    }

    [Theory]
    [InlineData("after-claim")]
    [InlineData("after-tool opt_in")]
    public async Task A_start_run_again_brings_the_agent_back_once(string station)
    {
        var phone = await GreetedAsync();
        await phone.AskAsync("STOP", Stopped, TimeSpan.FromSeconds(60));

        await CrashOnAsync(phone, "START", station, Welcome);

        Assert.Equal((1L, 1L, false), await ConsentAsync(phone));
        await phone.AskAsync("where are you?", "Opebi", TimeSpan.FromSeconds(60));
    }

    private async Task<TwilioPhone> GreetedAsync()
    {
        await system.WithWorkersAsync(1);
        var phone = system.NewPhone();
        await phone.AskAsync("hello", "Halo Kitchen", TimeSpan.FromSeconds(60));
        return phone;
    }

    private async Task CrashOnAsync(TwilioPhone phone, string word, string station, string answer)
    {
        var worker = system.Halo.Worker(0);
        var killed = worker.ProcessId;
        await system.OrderFaultAsync("crash " + station);
        await phone.SayAsync(word);
        await system.FaultReachedAsync();
        await Eventually.IsTrueAsync(() => Task.FromResult(worker.ProcessId != killed), "the worker is dead");
        await RunningSystem.StartAsync(worker);

        await phone.HearAsync(all => all.Any(text => text.Contains(answer, StringComparison.Ordinal)), TimeSpan.FromSeconds(60));
        await system.AssertNothingLostOrTwiceAsync(phone);
        Assert.Single(await phone.ReceivedAsync(), text => text.Contains(answer, StringComparison.Ordinal));
    }

    /// <summary>How often it was withdrawn and given, and whether the contact is opted out now.</summary>
    private async Task<(long Withdrawn, long Granted, bool OptedOut)> ConsentAsync(TwilioPhone phone)
    {
        var conversation = phone.ConversationId(system.Log.Index);
        return (await CountAsync(granted: false), await CountAsync(granted: true), await system.Log.ScalarAsync<bool>(
            "SELECT p.opted_out_at IS NOT NULL FROM contacts p JOIN conversations c ON c.contact_id = p.id WHERE c.id = $1", conversation));

        Task<long> CountAsync(bool granted) => system.Log.ScalarAsync<long>(
            "SELECT count(*) FROM consents s JOIN conversations c ON c.contact_id = s.contact_id WHERE c.id = $1 AND s.granted = $2", conversation, granted);
    }
}
