using System.Diagnostics;
using HaloAgent.Agent;
using HaloAgent.AgentWorker.Agent;
using HaloAgent.AgentWorker.Agent.Guard;
using HaloAgent.AgentWorker.Agent.Tools;
using HaloAgent.AgentWorker.Media;
using HaloAgent.Conversations;
using HaloAgent.Messaging;
using HaloAgent.Orders;

namespace HaloAgent.AgentWorker.Conversations;

/// <summary>
/// Stations 7 to 11 for one turn: gather the burst, pass the gates, understand media, think, check, commit.
/// Before: the claim (station 6). After: delivery (station 12).
/// </summary>
internal sealed class ConversationTurn(
    ClaimTurn claim, BurstGatherer burst, ShopCache shops, MediaIntake media, TurnGates gates, PaceGate pace, IAgentBrain brain, ToolCallFilter filter, ICartSource carts,
    ReadRecordedSteps recordedSteps, ReplyGuard guard, TellEffects effects, CompleteTurn complete, WorkingMemoryStore memories, RecentChat recent,
    TimeProvider time)
{
    private static readonly IReadOnlyDictionary<string, string> NothingYet = new Dictionary<string, string>();

    /// <summary>Later, what a person settled is history, and stands in the chat.</summary>
    private static readonly TimeSpan RememberHandBackFor = TimeSpan.FromDays(1);

    /// <returns>The conversation's epoch after the commit.</returns>
    public async Task<long> RunAsync(ClaimedTurn claimed, ConversationMind mind, Pump signals, CancellationToken stopping)
    {
        using var activity = StartActivity(claimed);
        var started = time.GetTimestamp();
        var cancellationToken = mind.BeginTurn(stopping);

        mind.Memory ??= await memories.ReadAsync(claimed.Conversation.Id);
        var turn = await burst.GatherAsync(claimed, mind.Memory, signals, claim, cancellationToken);
        var context = await PrepareAsync(turn, mind, mind.Memory, cancellationToken);
        var journal = new ToolJournal();
        var cart = new TurnCart(carts, turn.Conversation.BusinessId, turn.Conversation.ContactId, turn.TurnId, time).StartFrom(turn.Cart);
        var recorded = turn.Attempt == 1 ? NothingYet : await recordedSteps.HandleAsync(turn.Fence, cancellationToken);
        var tools = new ToolBox(filter, turn.Fence, RunOf(turn), cart, journal, recorded);

        var reply = await ReplyAsync(turn, context, tools, mind, cancellationToken);

        await FaultPoint.ReachAsync("before-complete");
        var result = ResultOf(turn, reply, context, journal, cart);
        var epoch = await complete.HandleAsync(turn, result, cancellationToken);
        await FaultPoint.ReachAsync("after-complete");
        mind.Memory = TurnLanguage.Remember(context.Spoken, reply.Memory);
        mind.Language = reply.Understood.Language;
        memories.Write(turn.Conversation.Id, mind.Memory);
        Measure(turn, reply, started, activity);
        return epoch;
    }

    private async Task<BrainReply> ReplyAsync(ClaimedTurn turn, TurnContext context, ToolBox tools, ConversationMind mind, CancellationToken cancellationToken)
    {
        try
        {
            var done = await AlreadyDoneAsync(turn, context, cancellationToken);
            if (done is null && await gates.PassAsync(turn, context, tools, cancellationToken) is { } ended) return ended;
            var reply = done ?? await GuardTrips.WatchAsync(
                guard.Check(await brain.ThinkAsync(context, tools, cancellationToken), context, tools.Journal).NamedByItsWords(), context, tools, cancellationToken);
            return await pace.HoldAsync(reply, turn, context, tools, cancellationToken);
        }
        finally
        {
            mind.BrokenTool = tools.Running;
            mind.Tried = TriedTurn.After(mind.Tried, context, tools.Journal);
        }
    }

    private async Task<TurnContext> PrepareAsync(ClaimedTurn turn, ConversationMind mind, WorkingMemory memory, CancellationToken cancellationToken)
    {
        var shop = await shops.GetAsync(turn.Conversation.BusinessId, cancellationToken);
        var conversation = turn.Conversation;
        return TurnLanguage.Hear(new TurnContext
        {
            TurnId = turn.TurnId,
            ConversationId = conversation.Id,
            Business = shop.Business,
            Catalogue = shop.Catalogue,
            Contact = new TurnContact(
                conversation.ContactId, conversation.ContactName, mind.Language ?? conversation.Language, conversation.SavedAddress, conversation.SavedArea,
                conversation.LoyaltyPoints),
            Channel = conversation.Channel,
            Messages = await media.UnderstandAsync(turn, cancellationToken),
            Memory = memory,
            Now = turn.StartedAt,
            WaitingSince = turn.Messages[0].ReceivedAt,
            FirstContact = !conversation.AnsweredBefore,
            HandBack = conversation.HandBack is { } back && turn.StartedAt - back.At < RememberHandBackFor ? back : null,
            RecentAsync = (most, cancel) => recent.ReadAsync(turn, most, cancel),
        });
    }

    /// <summary>
    /// Once an order was placed or a claim noted, a turn that is run again does not think again: the cart is empty by now, and a brain
    /// would answer to that. It says what its journal says was done.
    /// </summary>
    private async Task<BrainReply?> AlreadyDoneAsync(ClaimedTurn turn, TurnContext context, CancellationToken cancellationToken)
    {
        if (turn.Attempt == 1)
        {
            return null;
        }

        var done = await effects.HandleAsync(turn.TurnId, context.Business, context.Contact.Language, cancellationToken);
        return done.Count == 0
            ? null
            : new BrainReply(
                [.. done.Select(text => new ReplyBubble(text))], new Understood(context.Contact.Language, "already_done", null),
                context.Memory with { Asked = null, Listed = [] }, "Run again after a failure; what had been done is told from the journal")
            { Brain = Answerers.Journal };
    }

    private static ToolRun RunOf(ClaimedTurn turn) => new(
        turn.Conversation.BusinessId, turn.Conversation.ContactId, turn.Conversation.Id, turn.TurnId, OperationId: "",
        [.. turn.Messages.Select(message => message.Id)]);

    private TurnResult ResultOf(ClaimedTurn turn, BrainReply reply, TurnContext context, ToolJournal journal, TurnCart cart)
    {
        var silent = reply.Bubbles.Count == 0;
        IReadOnlyList<MessageContent> messages = [.. Bubbles.ToContent(reply.Bubbles)];
        return new TurnResult(
            silent ? TurnStatus.Closed : TurnStatus.Completed, reply.Brain ?? brain.Name, reply.Reason, reply.Understood.Language, reply.Understood.Intent,
            reply.Understood.Confidence, messages, journal.Waiting, cart.Unsaved)
        {
            LanguageConfidence = TurnLanguage.ConfidenceIn(context.Spoken, reply.Understood.Language),
            Model = reply.Model,
            Pace = pace.ShareOf(turn, messages.Count, reply.EndsThePace),
        };
    }

    private static Activity? StartActivity(ClaimedTurn turn)
    {
        // The trace goes on across the durable hand-over: its context travelled with the row.
        ActivityContext.TryParse(turn.TraceParent, null, isRemote: true, out var parent);
        var activity = AgentTelemetry.Source.StartActivity("turn", ActivityKind.Consumer, parent);
        activity?.SetTag("halo.turn", turn.TurnId).SetTag("halo.conversation", turn.Conversation.Id);
        return activity;
    }

    private void Measure(ClaimedTurn turn, BrainReply reply, long started, Activity? activity)
    {
        var now = time.GetUtcNow();
        AgentTelemetry.InboxAge.Record((now - turn.Messages[0].ReceivedAt).TotalMilliseconds);
        AgentTelemetry.Answered(reply.Brain ?? brain.Name, time.GetElapsedTime(started), reply.Model);
        activity?.SetTag("halo.intent", reply.Understood.Intent).SetTag("halo.messages", turn.Messages.Count);
    }
}
