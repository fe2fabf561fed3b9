using HaloAgent.AgentWorker.Agent;
using HaloAgent.AgentWorker.Agent.Tools;
using HaloAgent.AgentWorker.Contacts;
using HaloAgent.Conversations;
using HaloAgent.Languages;
using HaloAgent.Messaging;
using Microsoft.Extensions.Options;

namespace HaloAgent.AgentWorker.Conversations;

/// <summary>
/// Station 7's gates, before any brain: the customer's wish to be left alone, and the pace. (That a person has the chat is the
/// claim's own condition.)
/// </summary>
internal sealed class TurnGates(IOptions<AgentOptions> options, TimeProvider time)
{
    private const string Pace = "pace";

    /// <returns>A reply that ends the turn here (silence is a reply without bubbles), or null: go on.</returns>
    public async Task<BrainReply?> PassAsync(
        ClaimedTurn turn, TurnContext context, IToolBox tools, ConversationMind mind, CancellationToken cancellationToken) =>
        await ConsentAsync(turn, context, tools, cancellationToken) ?? await PaceAsync(turn, context, tools, mind, cancellationToken);

    /// <summary>What a turn has sent, once it is committed: the pace counts it.</summary>
    public void Count(ConversationMind mind, BrainReply reply, int messages)
    {
        if (options.Value.MessagesPerMinute <= 0) return;
        for (var sent = 0; sent < messages; sent++) mind.SentAt.Enqueue(time.GetUtcNow());
        mind.ToldToWait = reply.Understood.Intent == Pace;
    }

    private static async Task<BrainReply?> ConsentAsync(ClaimedTurn turn, TurnContext context, IToolBox tools, CancellationToken cancellationToken)
    {
        var wish = Wish([.. context.Messages.Select(message => message.Content.Text)]);
        var phrases = Phrasebook.For(context.Contact.Language, context.Business.Tone);
        switch (wish)
        {
            // Run again after a crash, it may have been done already; what it says to the customer is still to be said.
            case OptOutWish.Stop when !turn.Conversation.OptedOut || turn.Attempt > 1:
                await tools.CallAsync(new OptOutCall(), cancellationToken);
                return Say(context, phrases.Say(PhraseKeys.OptedOut, ("shop", context.Business.Name)), "opt_out", "The customer asked for no more messages", Answerers.ConsentGate);
            case OptOutWish.Start when turn.Conversation.OptedOut || turn.Attempt > 1:
                await tools.CallAsync(new OptInCall(), cancellationToken);
                return Say(context, phrases.Say(PhraseKeys.OptedIn, ("shop", context.Business.Name)), "opt_in", "The customer wants to hear from the shop again", Answerers.ConsentGate);
            default:
                return turn.Conversation.OptedOut
                    ? Silence(context, "opted_out", "The customer asked for no more messages; the message is for a person to read", Answerers.ConsentGate)
                    : null;
        }
    }

    // The last message that says so; or all of them, where the wish came in pieces ("do not contact", "me again").
    private static OptOutWish Wish(IReadOnlyList<string> texts) =>
        texts.Select(OptOutWords.Match).LastOrDefault(wish => wish != OptOutWish.None) is not OptOutWish.None and var said ? said : OptOutWords.Match(string.Join('\n', texts));

    /// <summary>A runaway loop (two bots talking, a stuck phone) is cut off before it costs money and the number's reputation.</summary>
    private async Task<BrainReply?> PaceAsync(
        ClaimedTurn turn, TurnContext context, IToolBox tools, ConversationMind mind, CancellationToken cancellationToken)
    {
        var limit = options.Value.MessagesPerMinute;
        if (limit <= 0)
        {
            return null;
        }

        var now = time.GetUtcNow();
        while (mind.SentAt.TryPeek(out var oldest) && oldest < now - TimeSpan.FromMinutes(1))
        {
            mind.SentAt.Dequeue();
        }

        if (mind.SentAt.Count < limit)
        {
            return null;
        }

        var reason = $"{limit} messages sent within a minute";
        await tools.CallAsync(new EscalateCall(EscalationReason.TooManyMessages, $"{reason}; the agent waits."), cancellationToken);
        if (mind.ToldToWait) return Silence(context, Pace, reason, Answerers.PaceGate);
        var phrases = Phrasebook.For(context.Contact.Language, context.Business.Tone);
        var told = phrases.Say(PhraseKeys.TooManyMessages);
        return Say(context, WhatHappensNext.Say(phrases, context.Business, context.Now) is { } next ? $"{told}\n\n{next}" : told, Pace, reason, Answerers.PaceGate);
    }

    private static BrainReply Say(TurnContext context, string text, string intent, string reason, string gate) =>
        new([new ReplyBubble(text)], new Understood(context.Contact.Language, intent, 1), context.Memory, reason) { Brain = gate };

    private static BrainReply Silence(TurnContext context, string intent, string reason, string gate) =>
        new([], new Understood(context.Contact.Language, intent, 1), context.Memory, reason) { Brain = gate };
}
