using HaloAgent.AgentWorker.Agent.Tools;
using HaloAgent.Contracts.Conversations;
using HaloAgent.Conversations;
using HaloAgent.Languages;

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
            var said = reply.Bubbles.Select(bubble => Check(bubble, facts, phrases, journal, isAlone: reply.Bubbles.Count == 1));
            return reply with { Bubbles = [.. said.OfType<ReplyBubble>().Distinct()] };
        }
        catch (Exception exception)
        {
            // Without its facts nothing can be checked. The same turn would fail again: a customer who is told so is not left waiting.
            Log.Failed(logger, exception, context.TurnId);
            Tell(context, journal, string.Join('\n', reply.Bubbles.Select(bubble => bubble.Text)), [GuardVerdict.Unreadable]);
            return reply with { Bubbles = [new ReplyBubble(phrases.Say(PhraseKeys.CannotSay))] };
        }
    }

    /// <summary>
    /// Whether nothing of what a model worded may be said, and no record can be told in its place: somebody else has to answer. The journal
    /// then has the verdict, as of any reply.
    /// </summary>
    public bool TakesAll(string text, TurnContext context, ToolJournal journal)
    {
        try
        {
            return LeavesNothing(text, context, journal);
        }
        catch (Exception exception)
        {
            // Check, which comes next, meets the same and has an answer.
            Log.Failed(logger, exception, context.TurnId);
            return false;
        }
    }

    /// <summary>
    /// What a model worded in another of the agent's languages than the customer's is not said at all; the journal has the verdict, as of any
    /// reply. It was not looked at for what it states, and is called no lie.
    /// </summary>
    public void LeaveOutOtherLanguage(string text, TurnContext context, ToolJournal journal) => Tell(context, journal, text, [GuardVerdict.Language], GuardVerdict.Trimmed);

    private bool LeavesNothing(string text, TurnContext context, ToolJournal journal)
    {
        var facts = FactSheet.Of(context, journal);
        var check = new OwnWordsCheck(facts);
        var plain = ChatFormat.Plain(text);
        // A blank line says nothing.
        var sentences = Sentences.Of(plain).Where(sentence => !string.IsNullOrWhiteSpace(sentence)).ToList();
        var wrong = WrongOf(sentences, check, facts);
        if (wrong.Count < sentences.Count || wrong.Exists(found => found.Why == GuardVerdict.Leak) || FactsInstead.Of(wrong, check, facts, Phrasebook.For(context.Contact.Language, context.Business.Tone)) is not null) return false;

        if (wrong.Count > 0) Tell(context, journal, text, [.. wrong.Select(found => found.Why).Distinct()]);
        return true;
    }

    private ReplyBubble? Check(ReplyBubble bubble, FactSheet facts, Phrasebook phrases, ToolJournal journal, bool isAlone) =>
        bubble.InOwnWords ? CheckOwnWords(bubble, facts, phrases, journal, isAlone) : CheckTemplate(bubble, facts, phrases, journal);

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

    /// <returns>Null: nothing of it is left, and the rest of the reply answers.</returns>
    private ReplyBubble? CheckOwnWords(ReplyBubble bubble, FactSheet facts, Phrasebook phrases, ToolJournal journal, bool isAlone)
    {
        var check = new OwnWordsCheck(facts);
        var text = ChatFormat.Plain(bubble.Text);
        // A call written over several lines is one leak, although no line of it is.
        var isOneLeak = Leaks.In(ChatFormat.Read(text));
        var sentences = isOneLeak && !Sentences.Of(text).Any(sentence => Leaks.In(ChatFormat.Read(sentence))) ? [text] : Sentences.Of(text);
        var wrong = sentences is [var only] && isOneLeak ? [(only, GuardVerdict.Leak)] : WrongOf(sentences, check, facts);
        if (wrong.Count == 0)
        {
            return bubble with { Text = text };
        }

        Tell(facts.Context, journal, bubble.Text, [.. wrong.Select(found => found.Why).Distinct()]);
        if (wrong.Any(found => found.Why == GuardVerdict.Leak))
        {
            return new ReplyBubble(phrases.Say(PhraseKeys.CannotSay));
        }

        var kept = string.Concat(sentences.Where(sentence => wrong.All(found => found.Sentence != sentence))).Trim();
        var instead = FactsInstead.Of(wrong, check, facts, phrases);
        return instead is not null ? bubble with { Text = kept.Length == 0 ? instead : $"{kept}\n\n{instead}", IsReplaced = kept.Length == 0 }
            : kept.Length > 0 ? bubble with { Text = kept }
            : isAlone ? bubble with { Text = phrases.Say(PhraseKeys.CannotSay), IsReplaced = true }
            : null;
    }

    private List<(string Sentence, string Why)> WrongOf(IEnumerable<string> sentences, OwnWordsCheck check, FactSheet facts)
    {
        var wrong = new List<(string, string)>();
        foreach (var sentence in sentences)
        {
            if (Wrong(sentence, check, facts) is { } why) wrong.Add((sentence, why));
        }

        return wrong;
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
            return GuardVerdict.Unreadable;
        }
    }

    // What only could not be read as proven is left out quietly; what states something else than the records do is a lie, and two call a person.
    private void Tell(TurnContext context, ToolJournal journal, string text, IReadOnlyList<string> because) => Tell(
        context, journal, text, because, because.All(why => why.StartsWith(GuardVerdict.Unproven, StringComparison.Ordinal)) ? GuardVerdict.Trimmed : GuardVerdict.Guarded);

    private void Tell(TurnContext context, ToolJournal journal, string text, IReadOnlyList<string> because, string verdict)
    {
        Log.Guarded(logger, context.TurnId, string.Join(", ", because));
        AgentTelemetry.GuardedReplies.Add(1);
        journal.Note(TurnStepKind.Guard, verdict, new { replaced = text, because });
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A reply of turn {TurnId} stated what is no stored fact ({Kinds}) and was replaced")]
        public static partial void Guarded(ILogger logger, Guid turnId, string kinds);

        [LoggerMessage(Level = LogLevel.Error, Message = "What a reply of turn {TurnId} says could not be checked and was replaced")]
        public static partial void Failed(ILogger logger, Exception exception, Guid turnId);
    }
}
