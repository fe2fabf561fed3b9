using HaloAgent.AgentWorker.Agent.Guided;
using HaloAgent.AgentWorker.Agent.Llama;
using HaloAgent.AgentWorker.Agent.Tools;

namespace HaloAgent.AgentWorker.Agent.Hybrid;

/// <summary>
/// Station 8, think: what the guided brain understands with certainty it answers, in milliseconds and for nothing; the rest goes to the
/// model, and back to the guided brain when the model fails. Before: the turn's gates. After: the reply guard.
/// </summary>
internal sealed class HybridBrain(GuidedBrain guided, LlamaBrain llama) : IAgentBrain
{
    public string Name => "hybrid";

    public async Task<BrainReply> ThinkAsync(TurnContext turn, IToolBox tools, CancellationToken cancellationToken)
    {
        if (Certainty.Of(turn) is not { } certain) return await llama.ThinkAsync(turn, tools, cancellationToken);

        var reply = await guided.ThinkAsync(turn, tools, cancellationToken);
        return reply with { Brain = guided.Name, Reason = $"certain without a model: {certain}" };
    }
}
