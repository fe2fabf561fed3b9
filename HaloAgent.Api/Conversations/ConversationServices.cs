using HaloAgent.Conversations;
using HaloAgent.Live;

namespace HaloAgent.Api.Conversations;

internal static class ConversationServices
{
    /// <summary>How the agents and the dashboards hear of what was committed here.</summary>
    public static void AddAnnouncements(this IHostApplicationBuilder builder)
    {
        builder.AddRedisClient("redis");
        builder.Services.AddSingleton<SiloConnection>();
        builder.Services.AddSingleton<IGrainReach>(services => services.GetRequiredService<SiloConnection>());
        builder.Services.AddHostedService(services => services.GetRequiredService<SiloConnection>());
        builder.Services.AddAnnouncements();
    }
}
