using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace HaloAgent.ServiceDefaults.Npgsql;

/// <summary>
/// Asks the pool, not the context: EF Core's own check goes through the retrying strategy and, with the database away,
/// needed 57 s to say so.
/// </summary>
internal sealed class NpgsqlHealthCheck(IServiceProvider services, string connectionName) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Patience);
        try
        {
            var database = services.GetRequiredKeyedService<NpgsqlDataSource>(connectionName);
            await using var ask = database.CreateCommand("select 1");
            await ask.ExecuteScalarAsync(deadline.Token);
            return HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (exception is NpgsqlException or OperationCanceledException or TimeoutException)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, "PostgreSQL does not answer.", exception);
        }
    }
}
