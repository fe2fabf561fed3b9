using System.Collections.Concurrent;
using System.Threading.Channels;
using HaloAgent.Contracts.Live;
using HaloAgent.Live;
using StackExchange.Redis;

namespace HaloAgent.Api.Live;

/// <summary>
/// Hands the events of Redis on to the streams that are open here. A stream that cannot keep up, or that missed what happened while
/// Redis was away, is told to read everything again: events are hints, the database is the truth.
/// </summary>
internal sealed partial class LiveFeed(
    [FromKeyedServices("redis")] Lazy<IConnectionMultiplexer> redis, TimeProvider time, ILogger<LiveFeed> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<LiveSubscription, byte> subscriptions = new();

    public LiveSubscription Subscribe(Guid businessId)
    {
        var subscription = new LiveSubscription(businessId, gone => subscriptions.TryRemove(gone, out _));
        subscriptions.TryAdd(subscription, 0);
        return subscription;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Opening the connection may take seconds and must not hold up the start.
        await Task.Yield();
        while (!await TryListenAsync())
        {
            await Task.Delay(Pause, time, stoppingToken);
        }
    }

    private async Task<bool> TryListenAsync()
    {
        try
        {
            // Once subscribed the client subscribes again by itself whenever Redis comes back.
            redis.Value.ConnectionRestored += (_, restored) =>
            {
                if (restored.ConnectionType == ConnectionType.Subscription)
                {
                    TellToCatchUp();
                }
            };
            await redis.Value.GetSubscriber().SubscribeAsync(RedisLiveEvents.EveryBusiness, (_, text) => Dispatch(text));
            return true;
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException)
        {
            Log.NotListening(logger, exception);
            return false;
        }
    }

    private void Dispatch(RedisValue text)
    {
        if (RedisLiveEvents.Read(text) is not { } live)
        {
            return;
        }

        foreach (var subscription in subscriptions.Keys)
        {
            if (subscription.BusinessId == live.BusinessId)
            {
                subscription.Offer(live);
            }
        }
    }

    private void TellToCatchUp()
    {
        foreach (var subscription in subscriptions.Keys)
        {
            subscription.OfferCatchUp();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "Live events cannot be heard yet; trying again in a second")]
        public static partial void NotListening(ILogger logger, Exception exception);
    }
}

/// <summary>One open stream's queue. It holds a little; more than that becomes one "read everything again".</summary>
internal sealed class LiveSubscription(Guid businessId, Action<LiveSubscription> gone) : IDisposable
{
    private const int Most = 128;
    private readonly Channel<LiveEvent> queue = Channel.CreateBounded<LiveEvent>(Most);
    private int missed;

    public Guid BusinessId => businessId;

    public void Offer(LiveEvent live)
    {
        if (!queue.Writer.TryWrite(live))
        {
            Interlocked.Exchange(ref missed, 1);
        }
    }

    public void OfferCatchUp()
    {
        Interlocked.Exchange(ref missed, 1);
        queue.Writer.TryWrite(CatchUp);
    }

    /// <summary>The next event, or null when there was none for so long.</summary>
    public async Task<LiveEvent?> NextAsync(TimeSpan patience, TimeProvider time, CancellationToken stop)
    {
        using var silence = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, stop);
        try
        {
            var live = await queue.Reader.ReadAsync(either.Token);
            if (Interlocked.Exchange(ref missed, 0) == 0)
            {
                return live;
            }

            while (queue.Reader.TryRead(out _))
            {
                // Whatever it was is covered by reading everything.
            }

            return CatchUp;
        }
        catch (OperationCanceledException) when (silence.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            return null;
        }
    }

    public void Dispose() => gone(this);

    private LiveEvent CatchUp => new(LiveEventKinds.CatchUp, businessId, Guid.Empty);
}
