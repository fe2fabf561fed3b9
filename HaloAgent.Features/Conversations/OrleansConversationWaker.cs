using Microsoft.Extensions.Logging;

namespace HaloAgent.Conversations;

/// <summary>
/// Where the cluster is reached from this process: the silo's own factory, or the Api's client, which may have none at the
/// moment.
/// </summary>
public interface IGrainReach
{
    /// <summary>Null while there is no silo to talk to.</summary>
    IGrainFactory? Grains { get; }
}

/// <summary>For a process that is a silo itself.</summary>
public sealed class SiloGrainReach(IGrainFactory grains) : IGrainReach
{
    public IGrainFactory Grains => grains;
}

/// <summary>Hints over Orleans. Without a silo they are skipped: the sweeper of the next silo finds the rows.</summary>
public sealed partial class OrleansConversationWaker(IGrainReach reach, ILogger<OrleansConversationWaker> logger) : IConversationWaker
{
    public void Wake(Guid conversationId) => Hint(conversationId, static grain => grain.Wake());

    public void Hear(Guid conversationId) => Hint(conversationId, static grain => grain.Hear());

    public void Interrupt(Guid conversationId) => Hint(conversationId, static grain => grain.Interrupt());

    private void Hint(Guid conversationId, Func<IConversationGrain, Task> hint)
    {
        try
        {
            if (reach.Grains is { } grains)
            {
                _ = ObserveAsync(hint(grains.GetGrain<IConversationGrain>(conversationId)));
            }
        }
#pragma warning disable CA1031 // Whatever a client without gateways throws: the row is stored, and the hint may be lost.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.Lost(logger, exception);
        }
    }

    private async Task ObserveAsync(Task hint)
    {
        await hint.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (hint.Exception is { } exception)
        {
            Log.Lost(logger, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "A hint to a conversation was lost; the sweeper will find what waits")]
        public static partial void Lost(ILogger logger, Exception exception);
    }
}
