using System.Text.Json;
using HaloAgent.Contracts.Live;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace HaloAgent.Live;

/// <summary>
/// Live events over Redis' publish and subscribe, one channel a business. Fire and forget: it never waits, never throws, and
/// while Redis does not answer it drops instead of collecting. The same event several times in a moment is told once: a message
/// on its way to the customer changes five times, and who looks reads it anew anyway.
/// </summary>
public sealed partial class RedisLiveEvents : ILiveEvents
{
    private const string Prefix = "halo:live:";
    private const int MostWaiting = 4096;
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    private readonly ILogger<RedisLiveEvents> logger;
    private readonly Task<IConnectionMultiplexer> connection;
    private readonly Lock gate = new();
    private HashSet<LiveEvent> waiting = [];

    /// <summary>The connection is opened beside the start: opening it may take seconds, and a webhook must not wait for that.</summary>
    public RedisLiveEvents([FromKeyedServices("redis")] Lazy<IConnectionMultiplexer> redis, ILogger<RedisLiveEvents> logger)
    {
        this.logger = logger;
        connection = Task.Run(() => redis.Value);
    }

    public static RedisChannel EveryBusiness { get; } = RedisChannel.Pattern(Prefix + "*");

    public void Publish(LiveEvent live)
    {
        if (!connection.IsCompletedSuccessfully)
        {
            return;
        }

        lock (gate)
        {
            if (waiting.Count >= MostWaiting || !waiting.Add(live) || waiting.Count > 1)
            {
                return;
            }
        }

        _ = SendSoonAsync(connection.Result);
    }

    /// <summary>Null when the text is none of ours.</summary>
    public static LiveEvent? Read(RedisValue text)
    {
        try
        {
            return JsonSerializer.Deserialize<LiveEvent>((string?)text ?? "", JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task SendSoonAsync(IConnectionMultiplexer redis)
    {
        await Task.Delay(Moment);
        HashSet<LiveEvent> now;
        lock (gate)
        {
            (now, waiting) = (waiting, []);
        }

        try
        {
            var subscriber = redis.GetSubscriber();
            foreach (var live in now)
            {
                await subscriber.PublishAsync(
                    RedisChannel.Literal(Prefix + live.BusinessId.ToString("N")), JsonSerializer.Serialize(live, JsonSerializerOptions.Web), CommandFlags.FireAndForget);
            }
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException or ObjectDisposedException)
        {
            Log.Dropped(logger, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "A live event was dropped; dashboards catch up by reading again")]
        public static partial void Dropped(ILogger logger, Exception exception);
    }
}
