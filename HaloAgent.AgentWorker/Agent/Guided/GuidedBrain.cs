using HaloAgent.AgentWorker.Agent.Guided.Dialogue;
using HaloAgent.AgentWorker.Agent.Tools;

namespace HaloAgent.AgentWorker.Agent.Guided;

/// <summary>
/// Station 8, think, without a model: understands by lexicon and catalogue, decides by a fixed policy, speaks from a
/// phrasebook. The same turn always gets the same answer, in milliseconds, and needs no key.
/// Before: the turn's gates. After: the reply guard.
/// </summary>
public sealed class GuidedBrain : IAgentBrain
{
    public string Name => "guided";

    public async Task<BrainReply> ThinkAsync(TurnContext turn, IToolBox tools, CancellationToken cancellationToken)
    {
        var talk = new Talk(turn, tools, cancellationToken);
        await Policy.AnswerAsync(talk);
        return talk.End();
    }
}
