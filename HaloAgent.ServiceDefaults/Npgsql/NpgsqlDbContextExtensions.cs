using HaloAgent.ServiceDefaults.Npgsql;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Microsoft.Extensions.Hosting;

/// <summary>
/// Stands in for Aspire.Npgsql.EntityFrameworkCore.PostgreSQL: the same call, configuration keys, flags and health check.
/// Two differences, both wanted here: contexts are not pooled (ours carry scoped state), and EF Core draws its
/// connections from the <see cref="NpgsqlDataSource"/> in the container, so hand-written SQL shares its pool.
/// </summary>
public static class NpgsqlDbContextExtensions
{
    private const string Section = "Aspire:Npgsql:EntityFrameworkCore:PostgreSQL";

    /// <summary>Registers <typeparamref name="T"/> (scoped), its <see cref="IDbContextFactory{T}"/> and the data source.</summary>
    public static void AddNpgsqlDbContext<T>(
        this IHostApplicationBuilder builder,
        string connectionName,
        Action<NpgsqlSettings>? configureSettings = null,
        Action<DbContextOptionsBuilder>? configureDbContextOptions = null) where T : DbContext
    {
        if (builder.Services.Any(service => service.ServiceType == typeof(T)))
        {
            throw new InvalidOperationException($"{typeof(T).Name} is registered already; call AddNpgsqlDbContext once and configure it there.");
        }

        var settings = ReadSettings<T>(builder.Configuration, connectionName);
        configureSettings?.Invoke(settings);

        builder.TryAddNpgsqlDataSource(connectionName, settings.ConnectionString);
        builder.Services.AddDbContextFactory<T>((services, options) =>
        {
            options.UseNpgsql(services.GetRequiredKeyedService<NpgsqlDataSource>(connectionName), npgsql =>
            {
                if (!settings.DisableRetry)
                {
                    npgsql.EnableRetryOnFailure();
                }

                npgsql.CommandTimeout(settings.CommandTimeout);
            });
            configureDbContextOptions?.Invoke(options);
        });
        builder.Observe<T>(connectionName, settings);
    }

    private static NpgsqlSettings ReadSettings<T>(IConfiguration configuration, string connectionName)
    {
        var settings = new NpgsqlSettings();
        var section = configuration.GetSection(Section);
        section.Bind(settings);
        section.GetSection(typeof(T).Name).Bind(settings);
        section.GetSection(connectionName).Bind(settings);
        return settings;
    }

    private static void Observe<T>(this IHostApplicationBuilder builder, string connectionName, NpgsqlSettings settings) where T : DbContext
    {
        if (!settings.DisableHealthChecks)
        {
            builder.Services.AddHealthChecks().Add(new HealthCheckRegistration(
                typeof(T).Name, services => new NpgsqlHealthCheck(services, connectionName), HealthStatus.Unhealthy, tags: null));
        }

        if (!settings.DisableTracing)
        {
            builder.Services.ConfigureOpenTelemetryTracerProvider(tracing => tracing.AddNpgsql());
        }

        if (!settings.DisableMetrics)
        {
            builder.Services.ConfigureOpenTelemetryMeterProvider(metrics => metrics.AddNpgsqlInstrumentation());
        }
    }
}
