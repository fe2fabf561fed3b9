using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace HaloAgent.ServiceDefaults.Npgsql;

internal static class NpgsqlDataSourceExtensions
{
    /// <summary>
    /// One pool a connection name, keyed by it and (the first one) unkeyed, however many things ask for it. Created at
    /// first use, so a missing connection string fails there with the name of its key.
    /// </summary>
    public static void TryAddNpgsqlDataSource(this IHostApplicationBuilder builder, string name, string? fallback = null)
    {
        builder.Services.TryAddKeyedSingleton(name, (services, _) => Build(services, name, fallback));
        builder.Services.TryAddSingleton(services => services.GetRequiredKeyedService<NpgsqlDataSource>(name));
    }

    private static NpgsqlDataSource Build(IServiceProvider services, string name, string? fallback)
    {
        var connectionString = services.GetRequiredService<IConfiguration>().GetConnectionString(name) ?? fallback;
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            throw new InvalidOperationException(
                $"The connection string is missing: set ConnectionStrings:{name} (environment: ConnectionStrings__{name}).");
        }

        return new NpgsqlDataSourceBuilder(WithOurDefaults(connectionString))
            .UseLoggerFactory(services.GetRequiredService<ILoggerFactory>())
            .EnableParameterLogging(false)
            .Build();
    }

    /// <summary>
    /// Parameter values are never logged, and errors never quote rows: both are personal data here.
    /// Statements that a connection runs again and again are prepared (the message path spent ten times longer on parsing
    /// and planning than on executing), and a returned connection is not reset: nothing here sets session state. The
    /// connection string can say otherwise.
    /// </summary>
    private static string WithOurDefaults(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { IncludeErrorDetail = false };
        if (!settings.ShouldSerialize("Max Auto Prepare"))
        {
            settings.MaxAutoPrepare = 100;
        }

        // Prepared at once and planned once: waiting for five uses, and PostgreSQL's own five tries at a plan for each set of values, are
        // paid for every statement on every connection. Nothing here is better planned for one value than for another.
        if (!settings.ShouldSerialize("Auto Prepare Min Usages"))
        {
            settings.AutoPrepareMinUsages = 2;
        }

        if (!settings.ShouldSerialize("Options"))
        {
            settings.Options = "-c plan_cache_mode=force_generic_plan";
        }

        if (!settings.ShouldSerialize("No Reset On Close"))
        {
            settings.NoResetOnClose = true;
        }

        return settings.ConnectionString;
    }
}
