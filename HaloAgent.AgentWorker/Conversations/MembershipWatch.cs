using System.Diagnostics;
using Orleans.Clustering.Redis;

namespace HaloAgent.AgentWorker.Conversations;

/// <summary>
/// Wiping Redis takes the cluster's membership with it, and a running silo never writes itself in again: a second cluster would
/// form, and one conversation would have two actors (the epoch still keeps them apart). A silo that misses its own row twice
/// leaves, and its host starts it again.
/// </summary>
internal sealed partial class MembershipWatch(
    IMembershipTable table, ILocalSiloDetails self, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<MembershipWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);
    private const int MissedBeforeLeaving = 2;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await WaitUntilStartedAsync(stoppingToken);
        using var timer = new PeriodicTimer(Every, time);
        var missed = 0;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            missed = await IsMissingAsync() ? missed + 1 : 0;
            if (missed >= MissedBeforeLeaving)
            {
                await LeaveAsync(stoppingToken);
            }
        }
    }

    /// <summary>
    /// A silo without a table cannot say goodbye to it: a planned stop hung for a minute when this was tried. Turns in hand get a moment,
    /// then it goes as in a crash, which everything here is made for.
    /// </summary>
    private async Task LeaveAsync(CancellationToken stoppingToken)
    {
        Log.Leaving(logger);
        await Task.Delay(Grace, time, stoppingToken);
        Process.GetCurrentProcess().Kill();
    }

    private async Task<bool> IsMissingAsync()
    {
        try
        {
            var row = await table.ReadRowAsync(self.SiloAddress);
            return row.Members.Count == 0;
        }
        catch (RedisClusteringException exception)
        {
            // Redis answers, but the table's version row is gone: that is what a wipe looks like until another silo begins a new table.
            Log.Wiped(logger, exception);
            return true;
        }
        catch (Exception exception)
        {
            // Redis is away, not wiped: membership is not lost by that.
            Log.NotRead(logger, exception.Message);
            return false;
        }
    }

    private async Task WaitUntilStartedAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Critical, Message = "This silo is no longer in the cluster's membership table; it leaves, to be started again")]
        public static partial void Leaving(ILogger logger);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The cluster's membership table is not what it was")]
        public static partial void Wiped(ILogger logger, Exception exception);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The cluster's membership table could not be read: {Why}")]
        public static partial void NotRead(ILogger logger, string why);
    }
}
