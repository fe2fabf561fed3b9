using HaloAgent.Compliance;
using HaloAgent.Orders;
using HaloAgent.Payments;

namespace HaloAgent.AgentWorker;

/// <summary>
/// What becomes due by the clock: unpaid orders that end, decisions that can no longer be undone, data that is kept no longer. It is rows
/// with a due time, found by this loop, so nothing is lost while no worker runs; with several workers each row is taken by one of them.
/// </summary>
internal sealed partial class ScheduledWork(IServiceScopeFactory scopes, SchemaReady schema, TimeProvider time, ILogger<ScheduledWork> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private const int AtOnce = 100;
    private const int BatchesOfRetention = 10;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await schema.WhenReachedAsync(stoppingToken);
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            // One after the other, and one failing does not keep the other from its turn.
            await RunAsync<ApplyDueDecisions>("decisions", (decisions, stop) => decisions.HandleAsync(AtOnce, stop), stoppingToken);
            await RunAsync<ExpireOrders>("expiry", (expiry, stop) => expiry.HandleAsync(AtOnce, stop), stoppingToken);
            // Years may be due at once, and nobody waits for them: a little a round, so that the others come on time.
            await RunOnceAsync<ApplyRetention>("retention", (retention, stop) => retention.HandleAsync(BatchesOfRetention, stop), stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Repeats the work until nothing is due.</summary>
    private async Task RunAsync<TWork>(string name, Func<TWork, CancellationToken, Task<int>> work, CancellationToken stop)
        where TWork : notnull
    {
        while (await RunOnceAsync(name, work, stop) == AtOnce)
        {
        }
    }

    /// <returns>How many were dealt with; 0 when it failed.</returns>
    private async Task<int> RunOnceAsync<TWork>(string name, Func<TWork, CancellationToken, Task<int>> work, CancellationToken stop)
        where TWork : notnull
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var done = await work(scope.ServiceProvider.GetRequiredService<TWork>(), stop);
            if (done > 0)
            {
                Log.Done(logger, name, done);
            }

            return done;
        }
        catch (Exception exception) when (!stop.IsCancellationRequested)
        {
            // The rows stay due: the next round tries again.
            Log.Failed(logger, name, exception);
            return 0;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Scheduled work {Name}: {Done} done")]
        public static partial void Done(ILogger logger, string name, int done);

        [LoggerMessage(Level = LogLevel.Error, Message = "Scheduled work {Name} failed and is tried again")]
        public static partial void Failed(ILogger logger, string name, Exception exception);
    }
}

internal static class ScheduledWorkServices
{
    public static void AddScheduledWork(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<RetentionOptions>().BindConfiguration(RetentionOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddHostedService<ScheduledWork>();
    }
}
