using HaloAgent.Api.Live;
using HaloAgent.Contracts.Live;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace HaloAgent.UnitTests.Live;

public sealed class LiveSubscriptionTests : IDisposable
{
    private static readonly Guid Shop = Guid.CreateVersion7();
    private readonly FakeTimeProvider time = new();
    private readonly LiveSubscription subscription = new(Shop, _ => { });

    public void Dispose() => subscription.Dispose();

    [Fact]
    public async Task A_reader_that_cannot_keep_up_is_told_once_to_read_everything_and_goes_on_from_there()
    {
        for (var i = 0; i < 1000; i++)
        {
            subscription.Offer(Event());
        }

        Assert.Equal(LiveEventKinds.CatchUp, (await NextAsync())!.Kind);
        var next = Event();
        subscription.Offer(next);
        Assert.Equal(next, await NextAsync());
    }

    [Fact]
    public async Task Catching_up_reaches_also_a_reader_whose_queue_is_full()
    {
        for (var i = 0; i < 128; i++)
        {
            subscription.Offer(Event());
        }

        subscription.OfferCatchUp();

        Assert.Equal(new LiveEvent(LiveEventKinds.CatchUp, Shop, Guid.Empty), await NextAsync());
    }

    [Fact]
    public async Task Silence_is_no_event()
    {
        var next = NextAsync();

        time.Advance(TimeSpan.FromSeconds(15));

        Assert.Null(await next);
    }

    private Task<LiveEvent?> NextAsync() => subscription.NextAsync(TimeSpan.FromSeconds(15), time, TestContext.Current.CancellationToken);

    private static LiveEvent Event() => new(LiveEventKinds.OrderChanged, Shop, Guid.CreateVersion7());
}
