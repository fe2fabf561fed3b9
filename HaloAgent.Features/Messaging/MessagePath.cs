using HaloAgent.Agent;
using HaloAgent.Conversations;
using HaloAgent.Orders;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HaloAgent.Messaging;

public static class MessagePath
{
    /// <summary>
    /// How long a station that has just written lets the next group grow: half of what PostgreSQL spends on a turn is beginning and
    /// ending statements, so a machine that is half busy answers sooner when turns share them (measured in ADR 11).
    /// </summary>
    internal static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(3);

    /// <summary>The stations that touch the log speak SQL over the shared pool and hold no state of a request: one of each.</summary>
    public static IServiceCollection AddMessagePath(this IServiceCollection services)
    {
        services.TryAddSingleton<ReceiveMessage>();
        services.TryAddSingleton<RecordDelivery>();
        services.TryAddSingleton<ReadConversation>();
        services.TryAddSingleton<CartStore>();
        services.TryAddSingleton<ReadRecordedSteps>();
        services.TryAddSingleton<ClaimTurn>();
        services.TryAddSingleton<CompleteTurn>();
        services.TryAddSingleton<CloseWaiting>();
        services.TryAddSingleton<TakeNextDelivery>();
        services.TryAddSingleton<NoteLastMessage>();
        services.TryAddSingleton<CountLateMessage>();
        services.TryAddSingleton<RecordAttempt>();
        services.TryAddSingleton<FindNeglectedConversations>();
        return services;
    }
}
