using Azure.Provisioning.PostgreSql;

namespace HaloAgent.AppHost.Data;

/// <summary>
/// Containers in run mode, Azure's services in publish mode. Both sides of each pair have the same resource name, so the
/// services see the same keys: <c>ConnectionStrings__halodb</c> and <c>ConnectionStrings__redis</c>.
/// </summary>
internal static class DataResources
{
    private const string KeepData = "KeepData";

    /// <summary>
    /// Azure's default is Entra ID only, with which plain Npgsql cannot log in: password authentication, the password in
    /// the Key Vault that Aspire adds. The server's version and size are Azure's smallest; see README.md.
    /// </summary>
    public static IResourceBuilder<IResourceWithConnectionString> AddHaloDatabase(this IDistributedApplicationBuilder builder)
    {
        if (builder.ExecutionContext.IsPublishMode)
        {
            return builder.AddAzurePostgresFlexibleServer("postgres").WithPasswordAuthentication().ConfigureInfrastructure(AllowExtensions).AddDatabase("halodb");
        }

        var postgres = builder.AddPostgres("postgres");
        if (builder.KeepsData())
        {
            postgres.WithDataVolume("haloagent-postgres");
        }

        return postgres.AddDatabase("halodb");
    }

    /// <summary>A migration creates what search needs, and Azure refuses every extension that the server does not allow by name.</summary>
    private static void AllowExtensions(AzureResourceInfrastructure infrastructure) => infrastructure.Add(new PostgreSqlFlexibleServerConfiguration("extensions")
    {
        Parent = infrastructure.GetProvisionableResources().OfType<PostgreSqlFlexibleServer>().Single(),
        Name = "azure.extensions",
        Value = "PG_TRGM,BTREE_GIN",
        Source = "user-override",
    });

    /// <summary>
    /// Working memory only, so the container has no volume: a restart of the app model starts an empty cluster
    /// instead of waiting for silos that are gone.
    /// </summary>
    public static IResourceBuilder<IResourceWithConnectionString> AddHaloRedis(this IDistributedApplicationBuilder builder)
    {
        if (builder.ExecutionContext.IsPublishMode)
        {
            return builder.AddAzureManagedRedis("redis").WithAccessKeyAuthentication();
        }

        return builder.AddRedis("redis");
    }

    /// <summary>Tests start with <c>--KeepData=false</c>: no volume, no keys left in the user secrets.</summary>
    public static bool KeepsData(this IDistributedApplicationBuilder builder) =>
        !bool.TryParse(builder.Configuration[KeepData], out var keep) || keep;
}
