using HaloAgent.Data;

namespace HaloAgent.Api.Data;

internal static class DatabaseServices
{
    /// <summary>PostgreSQL, the keys, every use case, and the upgrade of the schema at start.</summary>
    public static void AddDatabase(this IHostApplicationBuilder builder)
    {
        builder.Services.AddHaloData(builder.Configuration);
        builder.AddNpgsqlDbContext<HaloDbContext>("halodb", settings => settings.DisableRetry = true);
        builder.Services.ConfigureDbContext<HaloDbContext>((services, options) =>
            HaloData.Configure(options, services.GetRequiredService<AnnouncementInterceptor>()));
        builder.AddPostgresDataProtection("halodb");
        builder.Services.AddUseCases();
        builder.Services.AddSingleton<DatabaseStart>();
        builder.Services.AddHostedService(services => services.GetRequiredService<DatabaseStart>());
        builder.Services.AddHealthChecks().AddCheck<DatabaseStart>("schema");
    }
}
