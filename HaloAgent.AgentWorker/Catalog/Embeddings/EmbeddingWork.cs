using HaloAgent.Catalog.Meaning;

namespace HaloAgent.AgentWorker.Catalog.Embeddings;

/// <summary>Keeps the vectors of what is sold true to what the shops say of it. A server that is away is only asked again later.</summary>
internal sealed partial class EmbeddingWork(EmbedProducts embed, SchemaReady schema, TimeProvider time, ILogger<EmbeddingWork> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await schema.WhenReachedAsync(stoppingToken);
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            await RunAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task RunAsync(CancellationToken stop)
    {
        try
        {
            var read = await embed.RoundAsync(stop);
            if (read > 0) Log.Read(logger, read);
        }
        catch (NoVectorsException failure)
        {
            Log.Away(logger, failure.Message, Pause.TotalSeconds);
        }
        catch (Exception exception) when (!stop.IsCancellationRequested)
        {
            // The products stay without: the next round finds them.
            Log.Failed(logger, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "The meanings of {Count} products were read")]
        public static partial void Read(ILogger logger, int count);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The meanings of products cannot be read ({Why}); tried again in {Seconds} s")]
        public static partial void Away(ILogger logger, string why, double seconds);

        [LoggerMessage(Level = LogLevel.Error, Message = "Reading the meanings of products failed and is tried again")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
