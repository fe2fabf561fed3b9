using HaloAgent.AgentWorker.Agent.Guard;
using HaloAgent.AgentWorker.Agent.Tools;
using HaloAgent.AgentWorker.Channels;
using HaloAgent.AgentWorker.Channels.Twilio;
using HaloAgent.AgentWorker.Channels.WebChat;
using HaloAgent.AgentWorker.Media;
using HaloAgent.AgentWorker.Orders;
using HaloAgent.Channels.Twilio;
using HaloAgent.Conversations;
using HaloAgent.Data;
using HaloAgent.Live;
using HaloAgent.Orders;

namespace HaloAgent.AgentWorker.Conversations;

internal static class ConversationServices
{
    public static void AddDatabase(this IHostApplicationBuilder builder)
    {
        builder.Services.AddHaloData(builder.Configuration);
        builder.AddNpgsqlDbContext<HaloDbContext>("halodb", settings => settings.DisableRetry = true);
        builder.Services.ConfigureDbContext<HaloDbContext>((services, options) =>
            HaloData.Configure(options, services.GetRequiredService<AnnouncementInterceptor>()));
        builder.AddRedisClient("redis");
        builder.Services.AddSingleton<IGrainReach, SiloGrainReach>();
        builder.Services.AddAnnouncements();
        builder.Services.AddUseCases();
        builder.Services.AddSingleton<SchemaReady>();
        builder.Services.AddSingleton<SchemaStart>();
        builder.Services.AddHostedService(services => services.GetRequiredService<SchemaStart>());
        builder.Services.AddHealthChecks().AddCheck<SchemaStart>("schema");
    }

    /// <summary>Stations 6 to 12: the actor's pumps, the turn, its gates and the sweeper.</summary>
    public static void AddConversations(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<AgentOptions>().BindConfiguration(AgentOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<TurnRunner>();
        builder.Services.AddSingleton<TellEffects>();
        builder.Services.AddSingleton<CloseAbandonedTurns>();
        builder.Services.AddSingleton<CloseHeldMessages>();
        builder.Services.AddSingleton<FailTurn>();
        builder.Services.AddSingleton<DeliveryRunner>();
        builder.Services.AddSingleton<DraftReply>();
        builder.Services.AddSingleton<ConversationTurn>();
        builder.Services.AddSingleton<RecentChat>();
        builder.Services.AddSingleton<BurstPolicy>();
        builder.Services.AddSingleton<BurstGatherer>();
        builder.Services.AddSingleton<TurnGates>();
        builder.Services.AddSingleton<PaceGate>();
        builder.Services.AddSingleton<ShopCache>();
        builder.Services.AddSingleton<ICartSource, CartSource>();
        builder.Services.AddSingleton<WorkingMemoryStore>();
        builder.Services.AddSingleton<ToolCallFilter>();
        builder.Services.AddSingleton<ReplyGuard>();
        builder.Services.AddHostedService<Sweeper>();
    }

    /// <summary>The ways out, and the way in for media.</summary>
    public static void AddChannels(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<TwilioOptions>().BindConfiguration(TwilioOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddHttpClient<IChannelSender, TwilioSender>(http => http.Timeout = TimeSpan.FromSeconds(15))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                ConnectTimeout = TimeSpan.FromSeconds(5),
                MaxConnectionsPerServer = 64,
            })
            // The handler renews its connections itself; the factory would drop them all every two minutes.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // Every attempt stands beside its message.
            .RemoveAllLoggers();
        builder.Services.AddSingleton<IChannelSender, WebChatSender>();
        builder.Services.AddHttpClient<IMediaFetcher, TwilioMediaFetcher>(http => http.Timeout = TimeSpan.FromSeconds(30))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(5) });
        builder.Services.AddSingleton<MediaIntake>();
        builder.Services.AddSingleton<KeepHeldMedia>();
        builder.Services.AddSingleton<FetchMissingFiles>();
    }
}
