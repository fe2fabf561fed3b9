using HaloAgent.AgentWorker.Agent;
using HaloAgent.AgentWorker.Agent.Tools;
using HaloAgent.Conversations;
using HaloAgent.Languages;
using HaloAgent.Messaging;
using Microsoft.Extensions.Options;

namespace HaloAgent.AgentWorker.Conversations;

/// <summary>
/// Never more than so many messages of the agent a minute to one customer: a runaway loop (two bots talking, a stuck phone) is cut off before
/// it costs money and the number's reputation. What the agent says in its turns counts, over all the contact's chats. What a person writes or
/// decides does not (a member's message, an order's notices): each of those is sent once for a deed of theirs.
/// </summary>
internal sealed class PaceGate(IOptions<AgentOptions> options, TimeProvider time)
{
    private const string Intent = "pace";

    private int Limit => options.Value.MessagesPerMinute;

    private string Reason => $"{Limit} messages sent within a minute";

    /// <summary>Before the brain, at which nothing is left to say: a person is called, and nobody thinks.</summary>
    /// <returns>Null: go on.</returns>
    public async Task<BrainReply?> PassAsync(ClaimedTurn turn, TurnContext context, IToolBox tools, CancellationToken cancellationToken)
    {
        if (LeftFor(turn) > 0) return null;
        await CallPersonAsync(tools, cancellationToken);
        return new BrainReply([], new Understood(context.Contact.Language, Intent, null), context.Memory, Reason) { Brain = Answerers.PaceGate };
    }

    /// <summary>
    /// Before the commit. A reply that reaches the limit is the last for a minute: it is put into what is left, and ends with the word that
    /// a person goes on.
    /// </summary>
    public async Task<BrainReply> HoldAsync(BrainReply reply, ClaimedTurn turn, TurnContext context, IToolBox tools, CancellationToken cancellationToken)
    {
        var (messages, left) = (Bubbles.ToContent(reply.Bubbles).ToList(), LeftFor(turn));
        if (messages.Count < left || messages.Count == 0) return reply;
        await CallPersonAsync(tools, cancellationToken);
        var told = Bubbles.Pack([.. messages, MessageContent.OfText(Told(reply, context))], left);
        return reply with { Bubbles = [.. told.Select(text => new ReplyBubble(text))], EndsThePace = true, Reason = $"{Reason}; {reply.Reason}" };
    }

    /// <summary>What ends a turn by itself (STOP was heard, the turn failed for good) says no more than is left.</summary>
    public IReadOnlyList<ReplyBubble> Fit(ClaimedTurn turn, IReadOnlyList<ReplyBubble> bubbles)
    {
        var (messages, left) = (Bubbles.ToContent(bubbles).ToList(), LeftFor(turn));
        return messages.Count <= left ? bubbles : [.. Bubbles.Pack(messages, left).Select(text => new ReplyBubble(text))];
    }

    /// <summary>What the commit makes sure of, and counts: another chat of this contact may have been answered meanwhile.</summary>
    public PaceShare? ShareOf(ClaimedTurn turn, int messages, bool endsThePace) =>
        Limit <= 0 || messages == 0 ? null : new PaceShare(turn.Conversation.Pace.LimitOf(Limit, time.GetUtcNow()), endsThePace ? Limit : messages);

    private int LeftFor(ClaimedTurn turn) => Limit <= 0 ? int.MaxValue : Math.Max(0, turn.Conversation.Pace.LeftOf(Limit, time.GetUtcNow()));

    /// <summary>Asked for again while the request stands, nothing is added to it.</summary>
    private async Task CallPersonAsync(IToolBox tools, CancellationToken cancellationToken) =>
        await tools.CallAsync(new EscalateCall(EscalationReason.TooManyMessages, $"{Reason}; the agent waits."), cancellationToken);

    private static string Told(BrainReply reply, TurnContext context)
    {
        var phrases = Phrasebook.For(reply.Understood.Language, context.Business.Tone);
        var told = phrases.Say(PhraseKeys.TooManyMessages);
        return WhatHappensNext.Say(phrases, context.Business, context.Now) is { } next ? $"{told}\n\n{next}" : told;
    }
}
