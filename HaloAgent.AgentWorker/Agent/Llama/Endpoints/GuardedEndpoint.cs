using Microsoft.Extensions.AI;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace HaloAgent.AgentWorker.Agent.Llama.Endpoints;

/// <summary>
/// One endpoint with its patience: a limit for each attempt, one retry where it may help, and breakers that leave a failing or slow
/// server alone, so that a turn does not wait for it again and again.
/// </summary>
internal sealed class GuardedEndpoint
{
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(1);

    /// <summary>A model that writes its calls in another way than its server expects does so again, in the next round of the same turn already.</summary>
    private static readonly TimeSpan ReadsNoCallsFor = TimeSpan.FromMinutes(1);

    private readonly IChatClient client;
    private readonly ResiliencePipeline<ChatResponse> pipeline;
    private readonly TimeProvider time;
    private readonly TimeSpan slow;
    private readonly TimeOutsInARow timeOuts;
    private long restsUntil;
    private long readsNoCallsUntil;

    public GuardedEndpoint(LlamaEndpoint endpoint, IChatClient client, LlamaOptions options, TimeProvider time)
    {
        (Endpoint, this.client, this.time, slow) = (endpoint, client, time, options.AttemptTimeout / 2);
        timeOuts = new TimeOutsInARow(options, time);
        pipeline = new ResiliencePipelineBuilder<ChatResponse> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<ChatResponse>
            {
                MaxRetryAttempts = 1,
                Delay = TimeSpan.FromMilliseconds(150),
                UseJitter = true,
                ShouldHandle = outcome => ValueTask.FromResult(
                    outcome.Outcome.Exception is LlamaRefusedException { MayAnswerSoon: true } refused && !(refused.RetryAfter > options.LongestRetryAfter)),
                DelayGenerator = outcome => ValueTask.FromResult((outcome.Outcome.Exception as LlamaRefusedException)?.RetryAfter),
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<ChatResponse>
            {
                FailureRatio = 0.8,
                MinimumThroughput = options.FailuresBeforeBreak,
                SamplingDuration = TimeSpan.FromMinutes(1),
                BreakDuration = options.BreakFor,
                ShouldHandle = outcome => ValueTask.FromResult(outcome.Outcome.Exception is TimeoutRejectedException or LlamaRefusedException { IsTransient: true } or LlamaRefusedException { LetsNobodyIn: true } or CutShortException),
            })
            .AddTimeout(options.AttemptTimeout)
            .Build();
    }

    public LlamaEndpoint Endpoint { get; }

    /// <summary>It asked to be left alone, and that time is not over.</summary>
    public bool Rests => time.GetUtcNow().UtcTicks < Interlocked.Read(ref restsUntil);

    /// <exception cref="LlamaRefusedException">It answered with something else than a completion.</exception>
    /// <exception cref="BrokenCircuitException">It has failed too often lately; it was not asked.</exception>
    /// <exception cref="TimeoutRejectedException">It was too slow.</exception>
    public async Task<ChatResponse> AskAsync(IReadOnlyList<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        if (!timeOuts.MayAsk()) throw new BrokenCircuitException("It was too slow several times in a row.");
        try
        {
            var response = await AskReadablyAsync(messages, options, cancellationToken);
            timeOuts.AnsweredInTime();
            return response;
        }
        catch (CutShortException)
        {
            timeOuts.TimedOut();
            throw new OperationCanceledException(cancellationToken);
        }
        catch (TimeoutRejectedException)
        {
            timeOuts.TimedOut();
            throw;
        }
        catch (LlamaRefusedException refused)
        {
            timeOuts.AnsweredInTime();
            if (refused.RetryAfter is { } wait) Interlocked.Exchange(ref restsUntil, (time.GetUtcNow() + (wait < LongestRest ? wait : LongestRest)).UtcTicks);
            throw;
        }
    }

    /// <summary>
    /// What the server cannot read as a call it throws away, answer and all. To ask the same again is idle and to leave the tools out makes
    /// a model that only chats, so it is asked for its bare text: the prompt stays word for word the same and is still in the server's
    /// memory, and what is written there as a call we read ourselves (docs/adr/0021).
    /// </summary>
    private async Task<ChatResponse> AskReadablyAsync(IReadOnlyList<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        var offers = LlamaRequest.Offered(options).Count > 0;
        var bare = offers && time.GetUtcNow().UtcTicks < Interlocked.Read(ref readsNoCallsUntil);
        try
        {
            return await AttemptsAsync(messages, bare ? LlamaRequest.ForBareText(options!) : options, cancellationToken);
        }
        catch (LlamaRefusedException refused) when (refused.IsUnreadableAnswer && offers && !bare)
        {
            Interlocked.Exchange(ref readsNoCallsUntil, (time.GetUtcNow() + ReadsNoCallsFor).UtcTicks);
            return await AttemptsAsync(messages, LlamaRequest.ForBareText(options!), cancellationToken);
        }
    }

    private async Task<ChatResponse> AttemptsAsync(IReadOnlyList<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken) =>
        await pipeline.ExecuteAsync(async cancel => await AttemptAsync(messages, options, cancel, cancellationToken), cancellationToken);

    /// <summary>What the caller gives up after waiting for long counts against the endpoint, too: a slow one would otherwise cost every turn its whole budget.</summary>
    private async Task<ChatResponse> AttemptAsync(IReadOnlyList<ChatMessage> messages, ChatOptions? options, CancellationToken attempt, CancellationToken caller)
    {
        var began = time.GetTimestamp();
        try
        {
            return await client.GetResponseAsync(messages, options, attempt);
        }
        catch (OperationCanceledException) when (caller.IsCancellationRequested && time.GetElapsedTime(began) >= slow)
        {
            throw new CutShortException();
        }
    }

    /// <summary>US dollars.</summary>
    public decimal CostOf(UsageDetails? usage) =>
        ((usage?.InputTokenCount ?? 0) * Endpoint.InputPrice + (usage?.OutputTokenCount ?? 0) * Endpoint.OutputPrice) / 1_000_000m;

    private sealed class CutShortException : Exception;
}
