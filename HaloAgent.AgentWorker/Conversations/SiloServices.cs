using Microsoft.Extensions.Diagnostics.HealthChecks;
using Orleans.Configuration;

namespace HaloAgent.AgentWorker.Conversations;

internal static class SiloServices
{
    /// <summary>The silo, configured by the keys that both hosts set (<c>Orleans:*</c>).</summary>
    public static void AddSilo(this IHostApplicationBuilder builder)
    {
        builder.UseOrleans(silo =>
        {
            silo.AddActivityPropagation();
            // A silo that was killed is noticed in seconds: the defaults let calls fail for 15 s, and a single silo wait 100 s for its own ghost.
            silo.Configure<ClusterMembershipOptions>(membership =>
            {
                membership.ProbeTimeout = TimeSpan.FromSeconds(1);
                membership.NumMissedProbesLimit = 2;
                membership.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(3);
            });
            silo.Configure<ClusterMembershipOptions>(builder.Configuration.GetSection("Orleans:Membership"));
            silo.Configure<GrainCollectionOptions>(collection => collection.CollectionAge = TimeSpan.FromMinutes(10));
        });
        builder.Services.AddHostedService<MembershipWatch>();
        builder.Services.AddSingleton<WorkInHand>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(25));
        builder.Services.AddHealthChecks().AddCheck<SiloHealth>("silo");
    }

    /// <summary>Only for who owns the process: the stop may end it.</summary>
    public static void BoundStop(this IHostApplicationBuilder builder) => builder.Services.AddHostedService<BoundedStop>();

    private sealed class SiloHealth(ISiloStatusOracle silo) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(silo.CurrentStatus == SiloStatus.Active
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy($"The silo is {silo.CurrentStatus}."));
    }
}
