using HaloAgent.ServiceDefaults.DataProtection;
using HaloAgent.ServiceDefaults.Npgsql;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Microsoft.Extensions.Hosting;

public static class PostgresDataProtectionExtensions
{
    /// <summary>
    /// Cookies and tokens outlive a restart and are read by every replica: the key ring lives in the table
    /// <c>data_protection_keys</c>, which the migrations in Features create. To be called after whatever protects data (sign-in, forms):
    /// each of these puts the framework's reading of the keys at start back.
    /// </summary>
    public static void AddPostgresDataProtection(this IHostApplicationBuilder builder, string connectionName)
    {
        builder.TryAddNpgsqlDataSource(connectionName);
        builder.Services.AddDataProtection().SetApplicationName("haloagent");
        DoNotReadKeysAtStart(builder.Services);
        builder.Services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(services =>
            new ConfigureOptions<KeyManagementOptions>(options =>
                options.XmlRepository = new PostgresKeyRepository(services.GetRequiredKeyedService<NpgsqlDataSource>(connectionName))));
    }

    /// <summary>
    /// The framework reads (and on an empty table makes) the keys at start, which in a new installation is before the
    /// migrations have made the table: an error and a stack trace for nothing. They are read at their first use instead.
    /// </summary>
    private static void DoNotReadKeysAtStart(IServiceCollection services)
    {
        var eager = services.FirstOrDefault(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Name == "DataProtectionHostedService");
        if (eager is not null)
        {
            services.Remove(eager);
        }
    }
}
