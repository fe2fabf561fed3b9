using HaloAgent.AgentWorker.Agent.Tools;
using HaloAgent.Catalog;
using HaloAgent.Conversations;
using HaloAgent.Languages;
using HaloAgent.Orders;

namespace HaloAgent.AgentWorker.Agent.Guard;

/// <summary>
/// Station 10, check: what a reply states is a stored fact of this turn (the catalogue, the shop's own data, what the tools answered),
/// or it is not said. A template's bubble is taken out whole; of what a model worded, the sentence is, and the facts are said instead.
/// Before: the brain (station 8). After: the commit (station 11).
/// </summary>
internal sealed partial class ReplyGuard(ILogger<ReplyGuard> logger)
{
    public BrainReply Check(BrainReply reply, TurnContext context, ToolJournal journal)
    {
        if (reply.Bubbles.Count == 0)
        {
            return reply;
        }

        var phrases = Phrasebook.For(reply.Understood.Language, context.Business.Tone);
        try
        {
            var facts = FactSheet.Of(context, journal);
            return reply with { Bubbles = [.. reply.Bubbles.Select(bubble => Check(bubble, facts, phrases, journal)).Distinct()] };
        }
        catch (Exception exception)
        {
            // Without its facts nothing can be checked. The same turn would fail again: a customer who is told so is not left waiting.
            Log.Failed(logger, exception, context.TurnId);
            Tell(context, journal, string.Join('\n', reply.Bubbles.Select(bubble => bubble.Text)), ["unreadable"]);
            return reply with { Bubbles = [new ReplyBubble(phrases.Say(PhraseKeys.CannotSay))] };
        }
    }

    private ReplyBubble Check(ReplyBubble bubble, FactSheet facts, Phrasebook phrases, ToolJournal journal) =>
        bubble.InOwnWords ? CheckOwnWords(bubble, facts, phrases, journal) : CheckTemplate(bubble, facts, phrases, journal);

    private ReplyBubble CheckTemplate(ReplyBubble bubble, FactSheet facts, Phrasebook phrases, ToolJournal journal)
    {
        var invented = ClaimReader.InTemplates(WrittenTerms.Beside(bubble.Text, facts.Context.Business)).Where(claim => !facts.ContainsOrRepeats(claim)).Select(claim => claim.Kind.ToString()).Distinct().ToList();
        if (invented.Count == 0)
        {
            return bubble;
        }

        Tell(facts.Context, journal, bubble.Text, invented);
        return new ReplyBubble(phrases.Say(PhraseKeys.CannotSay));
    }

    private ReplyBubble CheckOwnWords(ReplyBubble bubble, FactSheet facts, Phrasebook phrases, ToolJournal journal)
    {
        var check = new OwnWordsCheck(facts);
        var text = ChatFormat.Plain(bubble.Text);
        // A call written over several lines is one leak, although no line of it is.
        var isOneLeak = Leaks.In(ChatFormat.Read(text));
        var sentences = isOneLeak && !Sentences.Of(text).Any(sentence => Leaks.In(ChatFormat.Read(sentence))) ? [text] : Sentences.Of(text);
        var wrong = sentences.Select(sentence => (Sentence: sentence, Why: sentences.Count == 1 && isOneLeak ? "leak" : Wrong(sentence, check, facts))).Where(found => found.Why is not null).ToList();
        if (wrong.Count == 0)
        {
            return bubble with { Text = text };
        }

        Tell(facts.Context, journal, bubble.Text, [.. wrong.Select(found => found.Why!).Distinct()]);
        if (wrong.Any(found => found.Why == "leak"))
        {
            return new ReplyBubble(phrases.Say(PhraseKeys.CannotSay));
        }

        var kept = string.Concat(sentences.Where(sentence => wrong.All(found => found.Sentence != sentence))).Trim();
        var instead = Instead(wrong, check, facts, phrases);
        return bubble with { Text = kept.Length == 0 ? instead ?? phrases.Say(PhraseKeys.CannotSay) : instead is null ? kept : $"{kept}\n\n{instead}" };
    }

    // What breaks the check itself is no fact either; the other sentences may still be said.
    private string? Wrong(string sentence, OwnWordsCheck check, FactSheet facts)
    {
        try
        {
            return check.Wrong(ChatFormat.Read(sentence));
        }
        catch (Exception exception)
        {
            Log.Failed(logger, exception, facts.Context.TurnId);
            return "unreadable";
        }
    }

    /// <summary>What is known of the thing that was spoken of wrongly; null when nothing is.</summary>
    private static string? Instead(IReadOnlyList<(string Sentence, string? Why)> wrong, OwnWordsCheck check, FactSheet facts, Phrasebook phrases)
    {
        if (wrong.Select(found => check.Subject(ChatFormat.Read(found.Sentence))).OfType<Product>().FirstOrDefault(product => product.Variants.Count == 0) is { } product)
        {
            return product.Stock > 0 ? phrases.Say(PhraseKeys.Price, ("name", product.Name), ("price", product.Price)) : phrases.Say(PhraseKeys.SoldOut, ("name", product.Name));
        }

        var orders = facts.Orders.Select(order => phrases.Say(
            PhraseKeys.StatusLine, ("number", order.Number), ("total", order.Total), ("status", phrases.Say("status_" + order.Status.WireName()))));
        return facts.Orders.Count > 0 ? string.Join('\n', orders)
            : wrong.Any(found => found.Why == "discount") ? phrases.Say(PhraseKeys.Discount)
            : null;
    }

    private void Tell(TurnContext context, ToolJournal journal, string text, IReadOnlyList<string> because)
    {
        Log.Guarded(logger, context.TurnId, string.Join(", ", because));
        AgentTelemetry.GuardedReplies.Add(1);
        journal.Note(TurnStepKind.Guard, "reply_guard", new { replaced = text, because });
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A reply of turn {TurnId} stated what is no stored fact ({Kinds}) and was replaced")]
        public static partial void Guarded(ILogger logger, Guid turnId, string kinds);

        [LoggerMessage(Level = LogLevel.Error, Message = "What a reply of turn {TurnId} says could not be checked and was replaced")]
        public static partial void Failed(ILogger logger, Exception exception, Guid turnId);
    }
}
