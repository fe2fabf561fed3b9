using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace HaloAgent.AgentWorker.Conversations;

/// <summary>
/// Bounds a planned stop. A silo says goodbye to the membership table in Redis three times and tries each for 30 or 60 s: with Redis
/// away a stop took two minutes *(tried)*, which no host waits for. So without Redis the turns in hand finish and the process ends as
/// in a crash, which everything here is made for; another silo, or this one when it is back, goes on.
/// </summary>
internal sealed partial class BoundedStop(
    IConnectionMultiplexer redis, WorkInHand hand, IOptions<HostOptions> host, ILoggerFactory loggers, TimeProvider time, ILogger<BoundedStop> logger)
    : IHostedLifecycleService, IDisposable
{
    private readonly CancellationTokenSource stopped = new();

    private static readonly TimeSpan RedisAnswersWithin = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan WorkEndsWithin = TimeSpan.FromSeconds(20);

    /// <summary>For what else has to be put away after the host's own limit; hosts kill after 30 s.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(3);

    /// <summary>Before anything else stops, the silo above all.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        if (await RedisAnswersAsync())
        {
            // Not waited for: it acts only when Redis goes away during the stop.
            _ = EndAfterAsync(host.Value.ShutdownTimeout + Rest);
            return;
        }

        Log.WithoutRedis(logger, await hand.CloseAsync(WorkEndsWithin) ? "nothing is left in hand" : "what is in hand is done again");
        End();
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => stopped.CancelAsync();

    public void Dispose() => stopped.Dispose();

    private async Task<bool> RedisAnswersAsync()
    {
        try
        {
            await redis.GetDatabase().PingAsync().WaitAsync(RedisAnswersWithin, time);
            return true;
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException)
        {
            return false;
        }
    }

    private async Task EndAfterAsync(TimeSpan limit)
    {
        await Task.Delay(limit, time, stopped.Token);
        Log.TookTooLong(logger, limit.TotalSeconds);
        End();
    }

    /// <summary>Disposing the loggers writes out what they still hold.</summary>
    private void End()
    {
        loggers.Dispose();
        Environment.Exit(0);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Redis is away, so this silo cannot leave the cluster in order; it ends as it is: {InHand}")]
        public static partial void WithoutRedis(ILogger logger, string inHand);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The stop was not done after {Seconds:0} s; this silo ends as it is")]
        public static partial void TookTooLong(ILogger logger, double seconds);
    }
}
