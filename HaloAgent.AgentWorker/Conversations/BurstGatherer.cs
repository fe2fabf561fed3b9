using HaloAgent.AgentWorker.Agent;
using HaloAgent.Messaging;
using Microsoft.Extensions.Options;

namespace HaloAgent.AgentWorker.Conversations;

/// <summary>Waits a little for the rest of a burst and takes it into the same turn, so that the customer gets one reply.</summary>
internal sealed class BurstGatherer(BurstPolicy policy, IOptions<AgentOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(50);

    public async Task<ClaimedTurn> GatherAsync(
        ClaimedTurn turn, WorkingMemory memory, Pump signals, ClaimTurn claim, CancellationToken cancellationToken)
    {
        if (!options.Value.GatherBursts || turn.Attempt > 1)
        {
            return turn;
        }

        var waitedFrom = time.GetUtcNow();
        var until = turn.Messages[0].ReceivedAt + BurstPolicy.Cap;
        while (policy.WaitAfter(turn.Messages[^1].Envelope.Content, memory) is { Ticks: > 0 } wait)
        {
            var end = waitedFrom + wait < until ? waitedFrom + wait : until;
            while (!signals.Signalled && time.GetUtcNow() < end)
            {
                await Task.Delay(Tick, time, cancellationToken);
            }

            if (!signals.Signalled)
            {
                return turn;
            }

            signals.Acknowledge();
            turn = await claim.GatherAsync(turn, cancellationToken);
            waitedFrom = time.GetUtcNow();
            if (waitedFrom >= until)
            {
                return turn;
            }
        }

        return turn;
    }
}
