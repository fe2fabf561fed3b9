using System.Diagnostics;
using System.Diagnostics.Metrics;
using HaloAgent.AgentWorker.Channels;
using HaloAgent.Channels;
using HaloAgent.Messaging;

namespace HaloAgent.AgentWorker.Agent;

/// <summary>What the worker measures. Tags never carry personal data.</summary>
internal static class AgentTelemetry
{
    public const string Name = "HaloAgent";

    public static readonly ActivitySource Source = new(Name);

    private static readonly Meter Meter = new(Name);

    public static readonly Histogram<double> InboxAge =
        Meter.CreateHistogram<double>("halo.inbox.age", "ms", "From the acceptance of a customer's message to the commit of its answer");

    private static readonly Histogram<double> TurnTime = Meter.CreateHistogram<double>("halo.turn.time", "ms", "From the claim of a turn to its commit");

    public static readonly Counter<long> GuardedReplies =
        Meter.CreateCounter<long>("halo.replies.guarded", description: "Replies replaced because they stated something that is no stored fact");

    public static readonly Counter<long> DeadTurns =
        Meter.CreateCounter<long>("halo.turns.dead", description: "Turns given up after three attempts; each is escalated");

    public static readonly Counter<long> Unrouted =
        Meter.CreateCounter<long>("halo.conversations.unrouted", description: "Times that somebody wrote to a number that no shop owns");

    private static readonly Counter<long> Deliveries = Meter.CreateCounter<long>("halo.deliveries", description: "Attempts to send, by how they ended");

    private static readonly Histogram<double> DeliveryAge =
        Meter.CreateHistogram<double>("halo.delivery.age", "ms", "From the commit of a message to the provider's answer");

    private static readonly Counter<long> Turns = Meter.CreateCounter<long>("halo.turns", description: "Turns answered, by brain and by whether a model was asked");

    private static readonly Counter<long> ModelCalls = Meter.CreateCounter<long>("halo.model.calls", description: "Answers of a language model");

    private static readonly Counter<long> ModelTokens = Meter.CreateCounter<long>("halo.model.tokens", description: "Tokens, of the prompt and of the answer");

    private static readonly Histogram<double> ModelTime = Meter.CreateHistogram<double>("halo.model.time", "ms", "Waited for the model in a turn that asked it");

    private static readonly Counter<double> ModelCost = Meter.CreateCounter<double>("halo.model.cost", "USD", "By the prices configured for the endpoints");

    /// <summary>The share of turns without a model call is that of <c>model=no</c> among <c>halo.turns</c>.</summary>
    public static void Answered(string brain, TimeSpan took, ModelUse? model)
    {
        var by = new KeyValuePair<string, object?>("brain", brain);
        TurnTime.Record(took.TotalMilliseconds, by);
        Turns.Add(1, by, new KeyValuePair<string, object?>("model", model is null ? "no" : "yes"));
        if (model is null)
        {
            return;
        }

        ModelCalls.Add(model.Calls);
        ModelTokens.Add(model.PromptTokens, new KeyValuePair<string, object?>("of", "prompt"));
        ModelTokens.Add(model.CompletionTokens, new KeyValuePair<string, object?>("of", "answer"));
        ModelTime.Record(model.Milliseconds);
        ModelCost.Add((double)model.Cost);
    }

    public static void Delivered(SendResult result, Channel channel, TimeSpan age)
    {
        var how = new KeyValuePair<string, object?>("result", result.GetType().Name);
        var on = new KeyValuePair<string, object?>("channel", channel.ToString());
        Deliveries.Add(1, how, on);
        DeliveryAge.Record(age.TotalMilliseconds, how, on);
    }
}
