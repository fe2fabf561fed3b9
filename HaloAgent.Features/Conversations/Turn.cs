using HaloAgent.Data;

namespace HaloAgent.Conversations;

/// <summary>One burst of a customer's messages and what the agent made of it.</summary>
public sealed class Turn
{
    private readonly List<TurnStep> steps = [];

    private Turn()
    {
    }

    public Guid Id { get; private set; }

    public Guid ConversationId { get; private set; }

    public Guid BusinessId { get; private set; }

    /// <summary>The conversation's epoch at which it may commit.</summary>
    public long Epoch { get; private set; }

    public TurnStatus Status { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>Which brain answered, or what ended the turn before any brain (<see cref="Answerers"/>).</summary>
    public string? Brain { get; private set; }

    /// <summary>In plain text, as <see cref="Intent"/>.</summary>
    public string? BrainReason { get; private set; }

    public string? Language { get; private set; }

    /// <summary>
    /// 0 to 1, of the detection; 0: the words alone told no language. Null: the language was not read from them (the customer asked for it,
    /// now or before), or nothing was heard.
    /// </summary>
    public double? LanguageConfidence { get; private set; }

    /// <summary>In plain text: what the customer writes of their health, or of anything else that is only for a person, is not named in it.</summary>
    public string? Intent { get; private set; }

    /// <summary>0 to 1, of the deterministic ear; null: it decided nothing.</summary>
    public double? Confidence { get; private set; }

    /// <summary>The language model that was asked, as its server names it; null: none was.</summary>
    public string? Model { get; private set; }

    public int ModelCalls { get; private set; }

    public int PromptTokens { get; private set; }

    public int CompletionTokens { get; private set; }

    /// <summary>Waited for the model, all calls together.</summary>
    public double ModelMs { get; private set; }

    /// <summary>US dollars, by the prices configured when the turn was made.</summary>
    public decimal ModelCost { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset? CompletedAt { get; private set; }

    /// <summary>When its journal, and why it said what it said, were deleted (<see cref="Compliance.ApplyRetention"/>); null: they are kept.</summary>
    public DateTimeOffset? ExplanationRemovedAt { get; private set; }

    /// <summary>W3C trace context of the webhook that began it.</summary>
    public string? TraceParent { get; private set; }

    public IReadOnlyList<TurnStep> Steps => steps;
}

public enum TurnStatus
{
    Running,
    Completed,

    /// <summary>Closed unanswered: a person had the chat, or the customer opted out.</summary>
    Closed,

    /// <summary>Failed three times: escalated, and the customer was told.</summary>
    Dead,
}

/// <summary>A line of the turn's journal: replayed when the turn is run again, and the audit trail.</summary>
public sealed class TurnStep
{
    private TurnStep()
    {
    }

    public Guid Id { get; private set; }

    public Guid TurnId { get; private set; }

    public int Ordinal { get; private set; }

    public TurnStepKind Kind { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Unique for a tool's effect: the same call of the same turn acts once.</summary>
    public string? OperationId { get; private set; }

    [Encrypted]
    public string? Arguments { get; private set; }

    [Encrypted]
    public string? Result { get; private set; }

    public DateTimeOffset At { get; private set; }

    public double DurationMs { get; private set; }
}

public enum TurnStepKind
{
    Understanding,
    Tool,
    Guard,
    Gate,

    /// <summary>What a language model answered; given again when the turn is run again.</summary>
    Model,
}
