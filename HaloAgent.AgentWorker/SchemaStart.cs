using HaloAgent.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HaloAgent.AgentWorker;

/// <summary>Upgrades the schema beside the start, whichever service comes first; until then the worker is alive but not ready.</summary>
internal sealed class SchemaStart(UpgradeDatabase upgrade) : BackgroundService, IHealthCheck
{
    private volatile bool done;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(done ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The database is being brought up to date."));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await upgrade.RunAsync(stoppingToken);
        done = true;
    }
}
