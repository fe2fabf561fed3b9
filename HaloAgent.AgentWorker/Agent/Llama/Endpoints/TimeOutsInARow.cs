namespace HaloAgent.AgentWorker.Agent.Llama.Endpoints;

/// <summary>
/// Leaves an endpoint alone that was too slow several times in a row. A share of failures within a minute (the circuit breaker) is no
/// measure for that: each time-out costs a customer seconds, and after a busy minute many would have to pay before the share is reached.
/// </summary>
internal sealed class TimeOutsInARow(LlamaOptions options, TimeProvider time)
{
    private readonly Lock gate = new();
    private int timeOuts;
    private DateTimeOffset leftAloneUntil = DateTimeOffset.MinValue;

    /// <returns>False: it is left alone. When that is over one tries, and the others wait for what comes of it.</returns>
    public bool MayAsk()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (now < leftAloneUntil) return false;
            if (timeOuts >= options.TimeOutsBeforeBreak) leftAloneUntil = now + options.AttemptTimeout;
            return true;
        }
    }

    /// <summary>Also by a refusal: that costs nobody seconds.</summary>
    public void AnsweredInTime()
    {
        lock (gate) (timeOuts, leftAloneUntil) = (0, DateTimeOffset.MinValue);
    }

    public void TimedOut()
    {
        lock (gate)
        {
            timeOuts++;
            if (timeOuts >= options.TimeOutsBeforeBreak) leftAloneUntil = time.GetUtcNow() + options.BreakFor;
        }
    }
}
