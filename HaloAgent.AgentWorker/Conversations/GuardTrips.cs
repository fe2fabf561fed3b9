using HaloAgent.AgentWorker.Agent;
using HaloAgent.AgentWorker.Agent.Tools;
using HaloAgent.Contracts.Conversations;
using HaloAgent.Conversations;
using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Conversations;

/// <summary>
/// Behind station 10: a second reply in a row that stated something else than the records is no slip any more. A person is called, and the customer
/// is told. Before: the guard. After: the commit.
/// </summary>
internal static class GuardTrips
{
    private const int Most = 2;

    public static async Task<BrainReply> WatchAsync(BrainReply reply, TurnContext context, ToolBox tools, CancellationToken cancellationToken)
    {
        var tripped = tools.Journal.Waiting.Any(step => step.Name == GuardVerdict.Guarded);
        var inARow = tripped ? context.Memory.GuardedInARow + 1 : 0;
        if (inARow < Most)
        {
            return reply with { Memory = reply.Memory with { GuardedInARow = inARow } };
        }

        await tools.CallAsync(
            new EscalateCall(EscalationReason.GuardTripped, "Two replies in a row stated what is no stored fact; the customer got only what is.", reply.Understood.Language), cancellationToken);
        return reply with { Memory = reply.Memory with { GuardedInARow = 0 }, Bubbles = [.. reply.Bubbles, new ReplyBubble(Told(reply, context))] };
    }

    private static string Told(BrainReply reply, TurnContext context)
    {
        var phrases = Phrasebook.For(reply.Understood.Language, context.Business.Tone);
        var next = WhatHappensNext.Say(phrases, context.Business, context.Now);
        return next is null ? phrases.Say(PhraseKeys.GuardPassedOn) : $"{phrases.Say(PhraseKeys.GuardPassedOn)}\n\n{next}";
    }
}
