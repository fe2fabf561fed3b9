using System.Threading.Channels;
using HaloAgent.Simulators.Live;
using HaloAgent.Simulators.Twilio.Media;
using HaloAgent.Simulators.Twilio.Messages;
using Microsoft.Extensions.Options;

namespace HaloAgent.Simulators.Twilio.Webhooks;

/// <summary>
/// Carries messages through their statuses and calls back. Each message is a chain: its next step is queued only when
/// the last one is done, so callbacks of one message keep their order while many messages go at once. Bounded: what
/// does not fit is not called back (Twilio's callbacks are best effort, too), and is counted.
/// </summary>
internal sealed partial class StatusCallbacks(
    WebhookClient webhooks,
    OutboundMedia media,
    Feed feed,
    IOptions<SimulatorOptions> options,
    IOptions<TwilioOptions> account,
    TimeProvider time,
    ILogger<StatusCallbacks> log) : BackgroundService
{
    private const int Capacity = 100_000;

    private readonly Channel<Step> _waiting = Channel.CreateUnbounded<Step>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Channel<Step> _ready = Channel.CreateUnbounded<Step>();
    private readonly HashSet<string> _calledBack = [.. options.Value.Callbacks.Split(',')];
    private readonly TimeSpan _delay = TimeSpan.FromMilliseconds(options.Value.CallbackDelayMs);
    private int _underWay;
    private long _posted;
    private long _refused;
    private long _dropped;

    public CallbackCounts Counts => new(Volatile.Read(ref _underWay), Interlocked.Read(ref _posted), Interlocked.Read(ref _refused), Interlocked.Read(ref _dropped));

    /// <summary>Starts a chain. The first status is due at once, or after the delay like all others.</summary>
    public void Start(SimulatedMessage message, CallbackPlan plan, bool firstWaits = false)
    {
        if (Interlocked.Increment(ref _underWay) > Capacity)
        {
            Interlocked.Decrement(ref _underWay);
            Interlocked.Increment(ref _dropped);
            message.Advance(plan.Statuses[^1], time.GetUtcNow(), plan.ErrorCode);
            return;
        }

        Enqueue(new Step(message, plan, 0, firstWaits ? time.GetUtcNow() + _delay : default));
    }

    /// <summary>Plays a plan here and now, for callbacks that overtake the answer.</summary>
    public async Task PlayAsync(SimulatedMessage message, CallbackPlan plan, CancellationToken cancellation)
    {
        for (var index = 0; index < plan.Statuses.Length; index++)
        {
            plan = await TakeAsync(new Step(message, plan, index, default), cancellation);
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, options.Value.CallbackWorkers).Select(_ => WorkAsync(stoppingToken)).Append(ReleaseAsync(stoppingToken)));

    /// <summary>All steps wait equally long, so the first that came is the first that is due.</summary>
    private async Task ReleaseAsync(CancellationToken stopping)
    {
        await foreach (var step in _waiting.Reader.ReadAllAsync(stopping))
        {
            var wait = step.DueAt - time.GetUtcNow();
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, time, stopping);
            }

            _ready.Writer.TryWrite(step);
        }
    }

    private async Task WorkAsync(CancellationToken stopping)
    {
        await foreach (var step in _ready.Reader.ReadAllAsync(stopping))
        {
            var plan = await TrySafelyAsync(step, stopping);
            if (step.Index + 1 >= plan.Statuses.Length)
            {
                Interlocked.Decrement(ref _underWay);
                plan.WhenDone?.Invoke(step.Message);
                continue;
            }

            Enqueue(new Step(step.Message, plan, step.Index + 1, time.GetUtcNow() + _delay));
        }
    }

    private void Enqueue(Step step) => (step.DueAt == default || _delay == TimeSpan.Zero ? _ready : _waiting).Writer.TryWrite(step);

    /// <summary>One broken callback must not end a worker.</summary>
    private async Task<CallbackPlan> TrySafelyAsync(Step step, CancellationToken stopping)
    {
        try
        {
            return await TakeAsync(step, stopping);
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            Interlocked.Increment(ref _refused);
            Log.CallbackBroke(log, bug, step.Message.Sid);
            return step.Plan;
        }
    }

    /// <summary>One status: the message takes it, and our Api is told. Gives the plan that goes on, another one when the media cannot be had.</summary>
    private async Task<CallbackPlan> TakeAsync(Step step, CancellationToken cancellation)
    {
        var (message, plan, index, _) = step;
        var status = plan.Statuses[index];
        if (status == MessageStatus.Sent && await media.FetchAsync(message, cancellation) is { } failure)
        {
            plan = new CallbackPlan([.. plan.Statuses[..index], MessageStatus.Failed], failure, null);
            status = MessageStatus.Failed;
        }

        var failed = MessageStatus.IsFailure(status);
        message.Advance(status, time.GetUtcNow(), failed ? plan.ErrorCode : null);
        if (message.StatusCallback is { } url && (failed || _calledBack.Contains(status)))
        {
            var answer = await webhooks.PostAsync(url, StatusForm.Of(message, status, account.Value.AccountSid), Signing.Valid, cancellation);
            Interlocked.Increment(ref answer.IsSuccess ? ref _posted : ref _refused);
            message.Note(new MessageStep(time.GetUtcNow(), status, answer.Status, answer.Problem));
            if (!answer.IsSuccess)
            {
                Log.CallbackRefused(log, message.Sid, status, answer.Status);
            }
        }
        else
        {
            message.Note(new MessageStep(time.GetUtcNow(), status, null, null));
        }

        feed.Message(message);
        return plan;
    }

    private readonly record struct Step(SimulatedMessage Message, CallbackPlan Plan, int Index, DateTimeOffset DueAt);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Callback {Status} of {Sid} was answered {Answer}")]
        public static partial void CallbackRefused(ILogger logger, string sid, string status, int answer);

        [LoggerMessage(Level = LogLevel.Error, Message = "Callback of {Sid} could not be sent")]
        public static partial void CallbackBroke(ILogger logger, Exception exception, string sid);
    }
}

/// <summary>The statuses a message goes through. <paramref name="WhenDone"/> runs after the last one, unless the message failed.</summary>
internal sealed record CallbackPlan(string[] Statuses, int? ErrorCode, Action<SimulatedMessage>? WhenDone);

internal sealed record CallbackCounts(int UnderWay, long Posted, long Refused, long Dropped);
