using HaloAgent.ServiceDefaults.Redis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Microsoft.Extensions.Hosting;

/// <summary>
/// Stands in for Aspire.StackExchange.Redis: the same calls and configuration keys. Differences, because Redis is only
/// working memory here: a service starts while Redis is away and finds it when it comes back; commands fail at once
/// meanwhile instead of queueing for five seconds; and its absence is reported as <em>degraded</em>, not unhealthy,
/// because webhooks must still be accepted.
/// </summary>
public static class RedisClientExtensions
{
    private const string Section = "Aspire:StackExchange:Redis";

    /// <summary>One <see cref="IConnectionMultiplexer"/>, both unkeyed and keyed by the name (Orleans' ServiceKey looks there).</summary>
    public static void AddRedisClient(
        this IHostApplicationBuilder builder,
        string connectionName,
        Action<RedisSettings>? configureSettings = null,
        Action<ConfigurationOptions>? configureOptions = null)
    {
        builder.AddKeyedRedisClient(connectionName, configureSettings, configureOptions);
        builder.Services.TryAddSingleton(services => services.GetRequiredKeyedService<IConnectionMultiplexer>(connectionName));
    }

    public static void AddKeyedRedisClient(
        this IHostApplicationBuilder builder,
        string name,
        Action<RedisSettings>? configureSettings = null,
        Action<ConfigurationOptions>? configureOptions = null)
    {
        var settings = new RedisSettings();
        var section = builder.Configuration.GetSection(Section);
        section.Bind(settings);
        section.GetSection(name).Bind(settings);
        configureSettings?.Invoke(settings);

        builder.Services.TryAddKeyedSingleton<IConnectionMultiplexer>(name, (services, _) => Connect(services, name, settings, configureOptions));
        if (!settings.DisableHealthChecks)
        {
            builder.Services.AddHealthChecks().Add(new HealthCheckRegistration(
                name, services => new RedisHealthCheck(services, name), HealthStatus.Degraded, tags: null));
        }
    }

    private static ConnectionMultiplexer Connect(IServiceProvider services, string name, RedisSettings settings, Action<ConfigurationOptions>? configureOptions)
    {
        var connectionString = services.GetRequiredService<IConfiguration>().GetConnectionString(name) ?? settings.ConnectionString;
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            throw new InvalidOperationException(
                $"The Redis connection string is missing: set ConnectionStrings:{name} (environment: ConnectionStrings__{name}).");
        }

        var options = ConfigurationOptions.Parse(connectionString);
        options.AbortOnConnectFail = false;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.LoggerFactory = services.GetRequiredService<ILoggerFactory>();
        configureOptions?.Invoke(options);
        return ConnectionMultiplexer.Connect(options);
    }
}
