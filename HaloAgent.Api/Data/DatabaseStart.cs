using HaloAgent.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HaloAgent.Api.Data;

/// <summary>Upgrades the schema beside the start, then plants the demo shops if wanted; until then the service is alive but not ready.</summary>
internal sealed class DatabaseStart(UpgradeDatabase upgrade, IServiceScopeFactory scopes, IConfiguration configuration) : BackgroundService, IHealthCheck
{
    private volatile bool done;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(done ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The database is being brought up to date."));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await upgrade.RunAsync(stoppingToken);
        if (configuration.GetValue<bool>("DemoData:Enabled"))
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<DemoData>().PlantAsync(stoppingToken);
        }

        done = true;
    }
}
