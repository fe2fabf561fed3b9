using Aspire.Hosting.Orleans;

namespace HaloAgent.AppHost.Data;

internal static class OrleansOnRedis
{
    /// <summary>
    /// The service id names the state that outlives a deployment, so it is fixed. The cluster id is fixed only in
    /// publish mode, where old and new replicas must meet; in run mode each start is a cluster of its own.
    /// </summary>
    public static OrleansService AddHaloOrleans(this IDistributedApplicationBuilder builder, IResourceBuilder<IResourceWithConnectionString> redis)
    {
        var provider = new RedisProvider(redis);
        var orleans = builder.AddOrleans("orleans")
            .WithServiceId("haloagent")
            .WithClustering(provider)
            .WithGrainStorage("Default", provider);
        return builder.ExecutionContext.IsPublishMode ? orleans.WithClusterId("haloagent") : orleans;
    }

    /// <summary>
    /// Aspire derives the provider's name from the resource's class. For Azure Managed Redis that gives
    /// "AzureManagedRedis", which no Orleans provider is called: the silo would not start. So the name is said here.
    /// </summary>
    private sealed class RedisProvider(IResourceBuilder<IResourceWithConnectionString> redis) : IProviderConfiguration
    {
        public void ConfigureResource<T>(IResourceBuilder<T> resourceBuilder, string configSectionPath) where T : IResourceWithEnvironment
        {
            var section = $"Orleans__{configSectionPath.Replace(":", "__", StringComparison.Ordinal)}";
            resourceBuilder
                .WithEnvironment($"{section}__ProviderType", "Redis")
                .WithEnvironment($"{section}__ServiceKey", redis.Resource.Name)
                .WithReference(redis);
        }
    }
}
