using HaloAgent.Conversations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using StackExchange.Redis;

namespace HaloAgent.Live;

public static class LiveRegistration
{
    /// <summary>
    /// Live events and wakes, the two things that are told after a commit. The host adds the Redis client (keyed "redis")
    /// and says by an <see cref="IGrainReach"/> how it reaches the cluster.
    /// </summary>
    public static IServiceCollection AddAnnouncements(this IServiceCollection services)
    {
        services.TryAddKeyedSingleton("redis", (provider, key) =>
            new Lazy<IConnectionMultiplexer>(() => provider.GetRequiredKeyedService<IConnectionMultiplexer>(key)));
        services.TryAddSingleton<ILiveEvents, RedisLiveEvents>();
        services.TryAddSingleton<IConversationWaker, OrleansConversationWaker>();
        return services;
    }
}
