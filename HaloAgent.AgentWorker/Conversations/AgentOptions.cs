using System.ComponentModel.DataAnnotations;

namespace HaloAgent.AgentWorker.Conversations;

/// <summary>Section <c>Agent</c>: how the agent behaves in a conversation.</summary>
public sealed class AgentOptions
{
    public const string Section = "Agent";

    /// <summary>Which brain answers. Auto: hybrid where a Llama endpoint is configured, guided otherwise.</summary>
    public BrainChoice Brain { get; set; } = BrainChoice.Auto;

    /// <summary>Wait a little for the rest of a burst. Off only where answer times are measured.</summary>
    public bool GatherBursts { get; set; } = true;

    /// <summary>
    /// So many messages of the agent a customer gets in a minute at most, over all their chats. The reply that reaches it is put into what is
    /// left and says so, a person is asked to look, and the agent is silent until the minute has passed. 0: no limit.
    /// </summary>
    [Range(0, 10_000)]
    public int MessagesPerMinute { get; set; } = 30;

    /// <summary>How often every silo looks for work whose hint was lost.</summary>
    public TimeSpan SweepEvery { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>A transient failure may hold up the messages behind it for this long; then it is given up and shown to the owner.</summary>
    public TimeSpan GiveUpDeliveryAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long the provider's answer to a send may be missing, without a callback, before the provider is asked what became of it.</summary>
    public TimeSpan UnknownAfter { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>A turn that runs for longer may have lost its process: its conversation is woken. Rather late than early, a model may be slow.</summary>
    public TimeSpan TurnIsStuckAfter { get; set; } = TimeSpan.FromSeconds(15);
}

public enum BrainChoice
{
    Auto,
    Guided,

    /// <summary>Every turn goes to the model.</summary>
    Llama,

    /// <summary>Only what the guided brain does not understand for certain goes to the model.</summary>
    Hybrid,
}
