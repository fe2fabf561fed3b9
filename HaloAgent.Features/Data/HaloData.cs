using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HaloAgent.Data;

/// <summary>What every host that touches the database registers.</summary>
public static class HaloData
{
    /// <summary>Keys, cipher and the interceptor; the host itself adds the context (<c>AddNpgsqlDbContext</c>) with <see cref="Configure"/>.</summary>
    public static IServiceCollection AddHaloData(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(SecurityKeys.From(configuration));
        services.TryAddSingleton<PersonalDataCipher>();
        services.TryAddSingleton<BlindIndex>();
        services.TryAddSingleton<Messaging.MessageCodec>();
        services.TryAddSingleton<AnnouncementInterceptor>();
        services.TryAddSingleton<UpgradeDatabase>();
        return services;
    }

    public static void Configure(DbContextOptionsBuilder options, AnnouncementInterceptor? interceptor = null)
    {
        options.UseNpgsql(npgsql => npgsql.MigrationsHistoryTable("migrations_history")).UseSnakeCaseNamingConvention();
        if (interceptor is not null)
        {
            options.AddInterceptors(interceptor);
        }
    }
}

/// <summary>For <c>dotnet ef</c> only: no start-up project, no server, keys that encrypt nothing.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<HaloDbContext>
{
    public HaloDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<HaloDbContext>().UseNpgsql("Host=localhost;Database=halo");
        HaloData.Configure(options);
        var key = new byte[32];
        return new HaloDbContext(options.Options, new PersonalDataCipher(new SecurityKeys(new Dictionary<byte, byte[]> { [1] = key }, 1, key, key)));
    }
}
