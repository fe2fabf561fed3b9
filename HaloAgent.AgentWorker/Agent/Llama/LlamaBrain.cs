using HaloAgent.AgentWorker.Agent.Guard;
using HaloAgent.AgentWorker.Agent.Guided;
using HaloAgent.AgentWorker.Agent.Guided.Dialogue;
using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.AgentWorker.Agent.Llama.Endpoints;
using HaloAgent.AgentWorker.Agent.Llama.Prompting;
using HaloAgent.AgentWorker.Agent.Llama.Tools;
using HaloAgent.AgentWorker.Agent.Tools;
using HaloAgent.Conversations;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace HaloAgent.AgentWorker.Agent.Llama;

/// <summary>
/// Station 8, think, with a model: it understands and talks, the guided dialogue acts and states the facts. When the model fails or is
/// slow the guided brain answers instead; when something was done by then, the reply is made of what was done.
/// Before: the turn's gates. After: the reply guard.
/// </summary>
internal sealed partial class LlamaBrain(
    IChatClient model, GuidedBrain guided, ToolCatalogue catalogue, ReplyGuard guard, IOptions<LlamaOptions> options, TimeProvider time, ILogger<LlamaBrain> logger) : IAgentBrain
{
    private const string NothingProven = "nothing that it said is on record";
    private const string Silent = "it said nothing and did nothing";
    private const string NotTheirLanguage = "its words were not in the customer's language";
    private const string OnlyTalked = "it talked, and did nothing of what was plainly said";
    private const int MostPast = 16;

    /// <summary>No model answers faster; to ask would only cost money.</summary>
    private static readonly TimeSpan ShortestAnswer = TimeSpan.FromMilliseconds(200);

    /// <summary>Fewer are a sound or a nod.</summary>
    private const int FewestWords = 3;
    private const int LongestReason = 200;

    public string Name => Answerers.Model;

    public async Task<BrainReply> ThinkAsync(TurnContext turn, IToolBox tools, CancellationToken cancellationToken)
    {
        var patience = PatienceLeft(turn);
        using var budget = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, cancellationToken);
        var watched = new WatchedTools(tools, catalogue);
        using var recorded = new RecordedModel(model, watched, time, either.Token);
        var talk = new Talk(turn, watched, cancellationToken);
        try
        {
            if ((GuidedAlone(talk.Heard) ?? TooLate(patience)) is { } why) return With(Because(await guided.ThinkAsync(turn, watched, cancellationToken), $"{why}; the model was not asked"), recorded, guided.Name);
            return With(await ConverseAsync(talk, recorded, watched, cancellationToken), recorded, Name);
        }
        catch (Exception exception) when (exception is ModelUnavailableException || (exception is OperationCanceledException && budget.IsCancellationRequested && !cancellationToken.IsCancellationRequested))
        {
            var why = exception is ModelUnavailableException unavailable ? unavailable.Why : $"no answer within {patience.TotalSeconds:0.#} s";
            Log.NotAvailable(logger, exception.InnerException, turn.TurnId, why);
            return watched.Changed
                ? With(await EndAsync(talk, null, $"the model failed ({why}); told from what was done", isLost: false), recorded, Name)
                : With(Because(await guided.ThinkAsync(turn, tools, cancellationToken), $"the model failed ({why})"), recorded, guided.Name);
        }
    }

    /// <summary>The turn's budget, less what the customer has waited before it began.</summary>
    private TimeSpan PatienceLeft(TurnContext turn)
    {
        // Another machine's clock may say that it arrives only now.
        var waited = turn.WaitingSince is { } since && time.GetUtcNow() - since is { Ticks: > 0 } until ? until : TimeSpan.Zero;
        return options.Value.BudgetAfter(waited);
    }

    private static string? TooLate(TimeSpan patience) => patience < ShortestAnswer ? "the customer has waited too long" : null;

    /// <summary>What may not depend on what a model makes of it: what somebody must not get; and what a model would gladly talk of, and is not for here.</summary>
    private static string? GuidedAlone(Heard heard) =>
        heard.Matters is [Matter.Allergy] ? "a matter for a person"
        : heard.HasAny(Intent.DataCopy, Intent.DataDelete) ? "a wish about their data"
        : heard.Has(Intent.OffTopic) && heard.Matters.Count == 0 && !heard.HasContent ? "nothing of this shop's"
        : null;

    private async Task<BrainReply> ConverseAsync(Talk talk, RecordedModel recorded, WatchedTools watched, CancellationToken cancellationToken)
    {
        var turn = talk.Turn;
        await Attachments.TakeAsync(talk);
        var past = await turn.RecentAsync(MostPast, cancellationToken);
        var model = new ModelTalk(talk, string.Join('\n', past.Where(message => message.FromCustomer).Select(message => message.Text).Append(talk.Text)));
        if (turn.FirstContact) Courtesy.Greet(talk);
        // Too grave to depend on what a model makes of it; and whoever asks for a person gets one.
        if ((talk.Heard.Matters.Count > 0 || talk.Heard.HasAny(Intent.Complaint, Intent.Person)) && await People.CallAsync(talk))
        {
            return Because(talk.End(), "a matter for a person; the model was not asked") with { Brain = guided.Name };
        }

        if (await model.IsConfirmedTooLateAsync()) talk.OrderMoved = true;
        var tools = await ToolOffer.ForAsync(model);
        var system = ShopPrompt.For(turn, talk.Phrases.Language, await talk.CartAsync(), await model.OrdersAsync());
        var rounds = new ToolRounds(recorded, watched, options.Value);
        talk.Heard = ModelTalk.Nothing;
        var told = talk.Said.Count;
        var text = await rounds.RunAsync(model, ChatPrompt.Of(system, past, turn.Messages, tools), cancellationToken);
        var didNothing = !watched.Changed && talk is { OrderMoved: false, Digressed: false, AsksNow: false } && talk.Said.Count == told && !rounds.Used.Exists(CatalogModelTools.Reads);
        if (didNothing && model.Plain.WantsMoreThanTalk(talk)) throw new ModelUnavailableException(WhyOnlyTalk(talk, text, watched.Journal));
        var finished = !rounds.EndedByDeed && await model.FinishPlainAsync();
        await model.KeepWishesAsync();
        // They were written without what was finished for it.
        if (finished) text = null;
        var used = string.Join('+', rounds.Used.Distinct());
        var isLost = model.Heard.IsNothing && rounds.Used.Count == 0 && !Lost.HasAnswered(talk);
        if (text is null && rounds.Used.Count == 0 && !watched.Changed && !Lost.HasAnswered(talk)) throw new ModelUnavailableException(Silent);
        if (text is not null && OtherLanguage.IsOtherThan(talk.Phrases.Language, text))
        {
            guard.LeaveOutOtherLanguage(text, turn, watched.Journal);
            // Words that the customer may not read are no answer: the guided brain gives one, unless the system has one to give already.
            if (!watched.Changed && !talk.HasSpoken) throw new ModelUnavailableException(NotTheirLanguage);
            return Understood(await EndAsync(talk, null, $"{NotTheirLanguage}; told from what was done", isLost), used, model);
        }

        // "Your parcel left this morning" and nothing else: the guided brain may have an answer, and has no parcels.
        if (text is not null && !watched.Changed && !Lost.HasAnswered(talk) && guard.TakesAll(SmallTalk.Alone(text), turn, watched.Journal))
        {
            if (rounds.Used.Count > 0 || !IsNothingOfTheShops(talk, model.Heard)) throw new ModelUnavailableException(NothingProven);
            await model.DoAsync(Intent.OffTopic, Declined);
            return Understood(await EndAsync(talk, null, $"{NothingProven}; declined", isLost: false), used, model);
        }

        return Understood(await EndAsync(talk, text, $"the model {rounds.End}{(used.Length > 0 ? $", using {used}" : "")}", isLost), used, model);
    }

    private string WhyOnlyTalk(Talk talk, string? text, ToolJournal journal)
    {
        if (text is null) return Silent;
        if (!OtherLanguage.IsOtherThan(talk.Phrases.Language, text)) return OnlyTalked;
        guard.LeaveOutOtherLanguage(text, talk.Turn, journal);
        return NotTheirLanguage;
    }

    /// <summary>
    /// A model talked of it by itself, without looking anything up, and the ear heard no word of a shop: football, homework, medicine. The
    /// second time in a row it may be something that neither of them understands, and a person is called.
    /// </summary>
    private static bool IsNothingOfTheShops(Talk talk, Heard heard) => heard.IsNothing && talk.NotUnderstoodBefore == 0 && talk.Text.Split(' ').Length >= FewestWords;

    private static Task Declined(Talk talk)
    {
        Courtesy.Decline(talk);
        talk.NotUnderstood = true;
        return Task.CompletedTask;
    }

    /// <summary>The model's words first, then what the system states and asks from its records.</summary>
    /// <param name="isLost">The ear understood nothing and the model did nothing: however it chats, nobody knows what the customer wants.</param>
    private static async Task<BrainReply> EndAsync(Talk talk, string? text, string reason, bool isLost)
    {
        // Words alone answer something beside the order: the question that stands is recalled behind them.
        if (!talk.OrderMoved) talk.Digress();
        await NextStep.AskAsync(talk);
        var own = text is null ? "" : talk.HasSpoken ? SmallTalk.Beside(text, asks: talk.Asked is not null) : SmallTalk.Alone(text);
        if (own.Length == 0) await Lost.AdmitAsync(talk);
        else if (isLost) await Lost.CountAsync(talk);
        var reply = Because(talk.End(), reason);
        return own.Length == 0 ? reply : reply with { Bubbles = [new ReplyBubble(own) { InOwnWords = true }, .. reply.Bubbles] };
    }

    private static BrainReply Understood(BrainReply reply, string used, ModelTalk model) =>
        reply with { Understood = reply.Understood with { Intent = used.Length is > 0 and <= 80 ? used : used.Length == 0 ? "talk" : used[..80], Confidence = model.Heard.IsNothing ? null : model.Heard.Confidence } };

    private static BrainReply Because(BrainReply reply, string reason) => reply with { Reason = reason.Length <= LongestReason ? reason : reason[..LongestReason] };

    private static BrainReply With(BrainReply reply, RecordedModel recorded, string brain) => reply with { Brain = reply.Brain ?? brain, Model = recorded.Use };

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The model did not answer turn {TurnId}: {Why}")]
        public static partial void NotAvailable(ILogger logger, Exception? exception, Guid turnId, string why);
    }
}
