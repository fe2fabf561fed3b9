using System.Security.Cryptography;
using HaloAgent.AgentWorker.Agent;
using HaloAgent.AgentWorker.Conversations;
using HaloAgent.AgentWorker.Media;
using HaloAgent.Businesses;
using HaloAgent.Conversations;
using HaloAgent.Data;
using HaloAgent.DevHost.Postgres;
using HaloAgent.DevHost.Redis;
using HaloAgent.Live;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HaloAgent.Evals.World;

/// <summary>
/// The worker's own services over a private PostgreSQL and Garnet, without a cluster: turns are run where they are asked for. Only
/// the clock, what comes over the network and who is told of changes are replaced.
/// </summary>
internal sealed class EvalWorld : IAsyncDisposable
{
    private readonly PrivatePostgres postgres;
    private readonly PrivateGarnet garnet;
    private readonly IHost worker;

    private EvalWorld(PrivatePostgres postgres, PrivateGarnet garnet, IHost worker) => (this.postgres, this.garnet, this.worker) = (postgres, garnet, worker);

    public IServiceProvider Services => worker.Services;

    /// <param name="settings">Further configuration of the worker: which brain, which endpoint.</param>
    public static async Task<EvalWorld> StartAsync(IReadOnlyDictionary<string, string?> settings, CancellationToken cancellationToken)
    {
        var postgres = await PrivatePostgres.StartAsync(new PrivatePostgresOptions { Fast = true, MaxConnections = 120 }, cancellationToken);
        var garnet = await PrivateGarnet.StartAsync(new PrivateGarnetOptions { Durable = false }, cancellationToken);
        await postgres.CreateDatabaseAsync("evals", cancellationToken);
        var worker = Build(postgres.ConnectionStringFor("evals", maximumPoolSize: 60), garnet.ConnectionString, settings);
        var world = new EvalWorld(postgres, garnet, worker);
        await world.UseAsync<HaloDbContext, int>(async db =>
        {
            await db.Database.MigrateAsync(cancellationToken);
            return 0;
        });
        return world;
    }

    /// <summary>Calls something in a scope of its own, as a host does for a request or a tool call.</summary>
    public async Task<T> UseAsync<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async ValueTask DisposeAsync()
    {
        await ((IAsyncDisposable)worker).DisposeAsync();
        await garnet.DisposeAsync();
        await postgres.DisposeAsync();
    }

    private static IHost Build(string database, string redis, IReadOnlyDictionary<string, string?> settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Evals" });
        builder.Configuration.AddInMemoryCollection(Configuration(database, redis)).AddInMemoryCollection(settings);
        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        builder.Services.AddSingleton<EvalClock>();
        builder.Services.AddSingleton<TimeProvider>(services => services.GetRequiredService<EvalClock>());
        builder.AddDatabase();
        builder.AddAgent();
        builder.AddConversations();
        builder.AddChannels();
        builder.Services.RemoveAll<IMediaFetcher>().AddSingleton<IMediaFetcher, ScenarioMedia>();
        builder.Services.AddSingleton<Silence>();
        builder.Services.RemoveAll<ILiveEvents>().AddSingleton<ILiveEvents>(services => services.GetRequiredService<Silence>());
        builder.Services.RemoveAll<IConversationWaker>().AddSingleton<IConversationWaker>(services => services.GetRequiredService<Silence>());
        builder.Services.AddScoped<OtherContact>();
        builder.Services.AddSingleton<IPasswordHasher<HaloUser>, PasswordHasher<HaloUser>>();
        builder.Services.AddSingleton<ILookupNormalizer, UpperInvariantLookupNormalizer>();
        // Built and never started: no sweeper, no silo.
        return builder.Build();
    }

    private static Dictionary<string, string?> Configuration(string database, string redis) => new()
    {
        ["ConnectionStrings:halodb"] = database,
        ["ConnectionStrings:redis"] = redis,
        ["Security:DataKeys:1"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        ["Security:IndexKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        ["Security:TokenKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        // A script's lines follow each other without a pause: bursts are given whole, and the pace is no customer's.
        ["Agent:GatherBursts"] = "false",
        ["Agent:MessagesPerMinute"] = "0",
        ["Twilio:AccountSid"] = "ACevals",
        ["Twilio:AuthToken"] = "evals",
    };
}
