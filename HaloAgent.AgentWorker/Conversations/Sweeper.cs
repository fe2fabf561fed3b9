using HaloAgent.Conversations;
using HaloAgent.Messaging;
using Microsoft.Extensions.Options;

namespace HaloAgent.AgentWorker.Conversations;

/// <summary>Wakes the conversations whose hint was lost: after a crash, while there was no silo, when a retry is due.</summary>
internal sealed partial class Sweeper(
    FindNeglectedConversations neglected, IConversationWaker waker, SchemaReady schema, IOptions<AgentOptions> options, TimeProvider time, ILogger<Sweeper> logger)
    : BackgroundService
{
    private const int AtOnce = 500;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await schema.WhenReachedAsync(stoppingToken);
        using var timer = new PeriodicTimer(options.Value.SweepEvery, time);
        do
        {
            await SweepAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task SweepAsync(CancellationToken stoppingToken)
    {
        try
        {
            var conversations = await neglected.HandleAsync(options.Value.TurnIsStuckAfter, options.Value.UnknownAfter, AtOnce, stoppingToken);
            foreach (var conversation in conversations)
            {
                waker.Wake(conversation);
            }

            if (conversations.Count > 0)
            {
                Log.Woke(logger, conversations.Count);
            }
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            // PostgreSQL may be restarting; the rows stay where they are until it is back.
            Log.Failed(logger, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "The sweeper woke {Count} conversations")]
        public static partial void Woke(ILogger logger, int count);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The sweeper could not look")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
