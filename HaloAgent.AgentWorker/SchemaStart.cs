using HaloAgent.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HaloAgent.AgentWorker;

/// <summary>Upgrades the schema beside the start, whichever service comes first; until then the worker is alive but not ready.</summary>
internal sealed class SchemaStart(UpgradeDatabase upgrade, SchemaReady ready) : BackgroundService, IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(ready.IsReached ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The database is being brought up to date."));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await upgrade.RunAsync(stoppingToken);
        ready.Reach();
    }
}

/// <summary>
/// The moment from which the tables are there. What works by the clock waits for it: in a new installation its first look would find no
/// table, and an error with a stack trace is a bad welcome.
/// </summary>
internal sealed class SchemaReady
{
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource awaited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>For a database that is up to date already.</summary>
    public static SchemaReady Already
    {
        get
        {
            var ready = new SchemaReady();
            ready.Reach();
            return ready;
        }
    }

    public bool IsReached => reached.Task.IsCompleted;

    /// <summary>Somebody waits, or has waited.</summary>
    public Task Awaited => awaited.Task;

    public void Reach() => reached.TrySetResult();

    /// <exception cref="OperationCanceledException">The worker stops first.</exception>
    public Task WhenReachedAsync(CancellationToken stop)
    {
        awaited.TrySetResult();
        return reached.Task.WaitAsync(stop);
    }
}
