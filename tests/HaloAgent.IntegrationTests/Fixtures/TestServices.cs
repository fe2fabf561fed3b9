using HaloAgent.AgentWorker.Conversations;
using HaloAgent.AgentWorker.Orders;
using HaloAgent.Conversations;
using HaloAgent.Data;
using HaloAgent.Live;
using HaloAgent.Orders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace HaloAgent.IntegrationTests.Fixtures;

/// <summary>The use cases over a database, as the hosts register them, with a clock that tests turn and announcements that tests read.</summary>
public static class TestServices
{
    /// <summary>Monday, 10 o'clock in Lagos.</summary>
    public static readonly DateTimeOffset Morning = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public static IConfiguration Configuration { get; } = new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Security:DataKeys:1"] = Convert.ToBase64String(Enumerable.Repeat((byte)1, 32).ToArray()),
            ["Security:CurrentDataKey"] = "1",
            ["Security:IndexKey"] = Convert.ToBase64String(Enumerable.Repeat((byte)2, 32).ToArray()),
            ["Security:TokenKey"] = Convert.ToBase64String(Enumerable.Repeat((byte)3, 32).ToArray()),
        })
        .Build();

    public static IServiceCollection For(string connectionString) => new ServiceCollection()
        .AddLogging()
        .AddSingleton<FakeTimeProvider>(_ => new FakeTimeProvider(Morning))
        .AddSingleton<TimeProvider>(services => services.GetRequiredService<FakeTimeProvider>())
        .AddSingleton<RecordedAnnouncements>()
        .AddSingleton<ILiveEvents>(services => services.GetRequiredService<RecordedAnnouncements>())
        .AddSingleton<IConversationWaker>(services => services.GetRequiredService<RecordedAnnouncements>())
        .AddHaloData(Configuration)
        .AddUseCases()
        .AddSingleton<ShopCache>()
        .AddSingleton<ICartSource, CartSource>()
        .AddSingleton(_ => NpgsqlDataSource.Create(connectionString))
        .AddDbContextFactory<HaloDbContext>((services, options) =>
        {
            options.UseNpgsql(services.GetRequiredService<NpgsqlDataSource>());
            HaloData.Configure(options, services.GetRequiredService<AnnouncementInterceptor>());
        });
}
