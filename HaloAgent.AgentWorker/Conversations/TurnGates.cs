using HaloAgent.AgentWorker.Agent;
using HaloAgent.AgentWorker.Agent.Tools;
using HaloAgent.AgentWorker.Contacts;
using HaloAgent.Conversations;
using HaloAgent.Languages;
using HaloAgent.Messaging;

namespace HaloAgent.AgentWorker.Conversations;

/// <summary>
/// Station 7's gates, before any brain: the customer's wish to be left alone, and the pace. (That a person has the chat is the
/// claim's own condition.)
/// </summary>
internal sealed class TurnGates(PaceGate pace)
{
    /// <returns>A reply that ends the turn here (silence is a reply without bubbles), or null: go on.</returns>
    public async Task<BrainReply?> PassAsync(ClaimedTurn turn, TurnContext context, IToolBox tools, CancellationToken cancellationToken) =>
        await ConsentAsync(turn, context, tools, cancellationToken) is { } heeded
            ? heeded with { Bubbles = pace.Fit(turn, heeded.Bubbles) }
            : await pace.PassAsync(turn, context, tools, cancellationToken);

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

    private static BrainReply Say(TurnContext context, string text, string intent, string reason, string gate) =>
        new([new ReplyBubble(text)], new Understood(context.Contact.Language, intent, null), context.Memory, reason) { Brain = gate };

    private static BrainReply Silence(TurnContext context, string intent, string reason, string gate) =>
        new([], new Understood(context.Contact.Language, intent, null), context.Memory, reason) { Brain = gate };
}
