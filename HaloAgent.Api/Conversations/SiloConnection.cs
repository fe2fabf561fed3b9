using HaloAgent.Conversations;
using Orleans.Configuration;

namespace HaloAgent.Api.Conversations;

/// <summary>
/// The Api's way to the conversations' actors. With <c>UseOrleansClient</c> in the Api's own host Kestrel does not listen until
/// a silo answers; so the client lives in a small host of its own that is started beside, again and again until it holds.
/// </summary>
internal sealed partial class SiloConnection(IConfiguration configuration, ILoggerFactory loggers, TimeProvider time, ILogger<SiloConnection> logger)
    : BackgroundService, IGrainReach
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private volatile IGrainFactory? grains;

    public IGrainFactory? Grains => grains;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            using var client = BuildClient();
            if (await TryStartAsync(client, stoppingToken))
            {
                await StayUntilAsync(client, stoppingToken);
                return;
            }

            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> TryStartAsync(IHost client, CancellationToken stop)
    {
        try
        {
            await client.StartAsync(stop);
            return true;
        }
#pragma warning disable CA1031 // Redis away, no silo, half a membership table: the answer is the same, try again.
        catch (Exception exception) when (!stop.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.NoSilo(logger, exception);
            return false;
        }
    }

    /// <summary>Once connected the client itself follows silos that come and go.</summary>
    private async Task StayUntilAsync(IHost client, CancellationToken stop)
    {
        grains = client.Services.GetRequiredService<IClusterClient>();
        Log.Connected(logger);
        await Task.Delay(Timeout.InfiniteTimeSpan, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        grains = null;
        await client.StopAsync(CancellationToken.None);
    }

    private IHost BuildClient()
    {
        var host = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        host.Configuration.AddInMemoryCollection(ClientKeys());
        host.Services.AddSingleton(loggers);
        host.AddKeyedRedisClient("redis", redis => redis.DisableHealthChecks = true);
        host.UseOrleansClient(client => client
            .Configure<GatewayOptions>(gateways => gateways.GatewayListRefreshPeriod = TimeSpan.FromSeconds(5))
            .UseConnectionRetryFilter(async (_, stop) =>
            {
                await Task.Delay(Pause, time, stop);
                return true;
            }));
        return host.Build();
    }

    /// <summary>Only these: a client that is given a silo's keys (reminders, storage) throws.</summary>
    private IEnumerable<KeyValuePair<string, string?>> ClientKeys() =>
        configuration.AsEnumerable().Where(pair =>
            pair.Value is not null
            && (pair.Key is "Orleans:ClusterId" or "Orleans:ServiceId" or "ConnectionStrings:redis"
                || pair.Key.StartsWith("Orleans:Clustering:", StringComparison.OrdinalIgnoreCase)));

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Connected to the agents: conversations are woken at once")]
        public static partial void Connected(ILogger logger);

        [LoggerMessage(Level = LogLevel.Debug, Message = "No agent to talk to yet; messages are accepted and wait in the log")]
        public static partial void NoSilo(ILogger logger, Exception exception);
    }
}
