using HaloAgent.AgentWorker.Media;
using HaloAgent.Conversations;

namespace HaloAgent.AgentWorker.Conversations;

/// <summary>
/// The actor of one conversation. Calls only signal; the turn pump answers customers (stations 6 to 11), the delivery pump sends
/// (station 12). Both may be lost at any moment: everything they do is fenced and recorded in PostgreSQL.
/// </summary>
internal sealed partial class ConversationGrain(
    TurnRunner turns, DeliveryRunner deliveries, DraftReply drafts, FetchMissingFiles files, WorkInHand hand, TimeProvider time, ILogger<ConversationGrain> logger)
    : Grain, IConversationGrain, IDisposable
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);

    private readonly ConversationMind mind = new();

    /// <summary>Messages whose files are being fetched: whoever asks meanwhile waits for the same answer.</summary>
    private readonly HashSet<long> fetching = [];

    /// <summary>Not the timers' own token: that one is cancelled when the deactivation begins, and a turn in hand shall finish.</summary>
    private readonly CancellationTokenSource cutOff = new();
    private Pump turnPump = null!;
    private Pump deliveryPump = null!;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        mind.ConversationId = this.GetPrimaryKey();
        turnPump = new Pump(Start, RunTurnsAsync);
        deliveryPump = new Pump(Start, DeliverAsync);
        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        // A planned stop lets the turn in hand finish; what is cut off is run again elsewhere.
        turnPump.Close();
        deliveryPump.Close();
        await mind.SettledAsync(cancellationToken);
        await cutOff.CancelAsync();
    }

    public void Dispose() => cutOff.Dispose();

    public Task Wake()
    {
        turnPump.Signal();
        deliveryPump.Signal();
        return Task.CompletedTask;
    }

    public Task Hear()
    {
        turnPump.Signal();
        return Task.CompletedTask;
    }

    public Task Interrupt()
    {
        mind.Interrupt();
        turnPump.Signal();
        return Task.CompletedTask;
    }

    public Task FetchFiles(long messageId)
    {
        if (!fetching.Add(messageId))
        {
            return Task.CompletedTask;
        }

        this.RegisterGrainTimer(
            _ => FetchAsync(messageId), new GrainTimerCreationOptions { DueTime = TimeSpan.Zero, Period = Timeout.InfiniteTimeSpan, Interleave = true, KeepAlive = true });
        return Task.CompletedTask;
    }

    public Task<string?> DraftReply() => drafts.HandleAsync(mind.ConversationId, cutOff.Token);

    private IGrainTimer Start(Func<CancellationToken, Task> run) => this.RegisterGrainTimer(
        run, new GrainTimerCreationOptions { DueTime = Timeout.InfiniteTimeSpan, Period = Timeout.InfiniteTimeSpan, Interleave = true, KeepAlive = true });

    private async Task RunTurnsAsync(CancellationToken _)
    {
        using var inHand = hand.Begin();
        if (inHand is null)
        {
            return;
        }

        var cancellationToken = cutOff.Token;
        using var work = mind.BeginWork();
        try
        {
            await turns.RunAsync(mind, turnPump, onCommitted: deliveryPump.Signal, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever it was, the rows are still there: look again soon, and the sweeper looks too.
            Log.TurnsFailed(logger, exception, mind.ConversationId);
            mind.Forget();
            await Task.Delay(AfterFailure, time, cancellationToken);
            turnPump.Signal();
        }
    }

    private async Task DeliverAsync(CancellationToken _)
    {
        using var inHand = hand.Begin();
        if (inHand is null)
        {
            return;
        }

        var cancellationToken = cutOff.Token;
        using var work = mind.BeginWork();
        try
        {
            if (await deliveries.RunAsync(mind, cancellationToken) is { } lookAgainAfter && lookAgainAfter < TimeSpan.FromMinutes(1))
            {
                RegisterLook(lookAgainAfter);
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.DeliveryFailed(logger, exception, mind.ConversationId);
            mind.Forget();
            RegisterLook(AfterFailure);
        }
    }

    private async Task FetchAsync(long messageId)
    {
        try
        {
            await files.HandleAsync(mind.ConversationId, messageId, cutOff.Token);
        }
        catch (Exception exception) when (!cutOff.IsCancellationRequested)
        {
            Log.FilesNotFetched(logger, exception, messageId);
        }
        finally
        {
            fetching.Remove(messageId);
        }
    }

    /// <summary>A short wait is kept here; a long one is the sweeper's, which finds the row when it is due.</summary>
    private void RegisterLook(TimeSpan after) => this.RegisterGrainTimer(
        _ =>
        {
            deliveryPump.Signal();
            return Task.CompletedTask;
        },
        new GrainTimerCreationOptions { DueTime = after < TimeSpan.Zero ? TimeSpan.Zero : after, Period = Timeout.InfiniteTimeSpan, Interleave = true, KeepAlive = true });

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Turns of conversation {ConversationId} failed; they are tried again")]
        public static partial void TurnsFailed(ILogger logger, Exception exception, Guid conversationId);

        [LoggerMessage(Level = LogLevel.Error, Message = "The files of message {MessageId} could not be fetched again")]
        public static partial void FilesNotFetched(ILogger logger, Exception exception, long messageId);

        [LoggerMessage(Level = LogLevel.Error, Message = "Delivery in conversation {ConversationId} failed; it is tried again")]
        public static partial void DeliveryFailed(ILogger logger, Exception exception, Guid conversationId);
    }
}
