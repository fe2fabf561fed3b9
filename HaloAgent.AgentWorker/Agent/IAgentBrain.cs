using HaloAgent.AgentWorker.Agent.Tools;
using HaloAgent.Conversations;
using HaloAgent.Messaging;

namespace HaloAgent.AgentWorker.Agent;

/// <summary>One question: given this turn, which tools and which reply?</summary>
public interface IAgentBrain
{
    /// <summary>As it stands on the turn: guided, llama, hybrid.</summary>
    string Name { get; }

    Task<BrainReply> ThinkAsync(TurnContext turn, IToolBox tools, CancellationToken cancellationToken);
}

/// <param name="Bubbles">In order; empty only when nothing must be said.</param>
/// <param name="Memory">What to remember until the next turn; may be lost.</param>
/// <param name="Reason">Why it answered so, for the explanation.</param>
public sealed record BrainReply(IReadOnlyList<ReplyBubble> Bubbles, Understood Understood, WorkingMemory Memory, string Reason)
{
    /// <summary>Which brain answered in the end, where several work together; null: the one that was asked.</summary>
    public string? Brain { get; init; }

    /// <summary>What a language model did for it; null: nothing.</summary>
    public ModelUse? Model { get; init; }

    /// <summary>
    /// Behind the guard, which may have left nothing of a model's words: whoever asks who answered is not told of one that nobody heard.
    /// </summary>
    public BrainReply NamedByItsWords() => Brain != Answerers.Model || Bubbles.Count == 0 || Bubbles.Any(bubble => bubble is { InOwnWords: true, IsReplaced: false })
        ? this
        : this with { Brain = Answerers.ModelUnheard, Reason = $"{Reason}; {NoWordSent}" };

    private const string NoWordSent = "no word of it was sent";

    /// <summary>It tells the customer that the agent waits now.</summary>
    public bool EndsThePace { get; init; }
}

/// <param name="ProductImageId">A product's picture to send with the text.</param>
public sealed record ReplyBubble(string Text, Guid? ProductImageId = null)
{
    /// <summary>A model worded it; false: one of our templates did, from records. The guard reads the first sentence by sentence.</summary>
    public bool InOwnWords { get; init; }

    /// <summary>The guard left nothing of them: what stands here is from the records.</summary>
    public bool IsReplaced { get; init; }
}

/// <summary>What the brain made of the customer's words.</summary>
/// <param name="Intent">In plain words of the program; names no matter that only a person may answer: it may be an illness.</param>
/// <param name="Confidence">0 to 1, of the deterministic ear; null: it decided nothing.</param>
public sealed record Understood(string Language, string Intent, double? Confidence);

/// <summary>
/// What the agent has in mind between two turns: ids and flags, no personal data. It lives in Redis and may vanish; then the
/// agent at worst asks again. Brains add what they need under names of their own.
/// </summary>
public sealed record WorkingMemory
{
    public static readonly WorkingMemory Empty = new();

    /// <summary>What was asked last (a brain's own word), or null.</summary>
    public string? Asked { get; init; }

    /// <summary>The numbered list last shown: a reply "2" means the second.</summary>
    public IReadOnlyList<ListedChoice> Listed { get; init; } = [];

    /// <summary>Where the list goes on, for "more".</summary>
    public int ListedFrom { get; init; }

    public string? ListedOf { get; init; }

    /// <summary>Quantity, product and the like that an open question is about.</summary>
    public IReadOnlyDictionary<string, string> Slots { get; init; } = new Dictionary<string, string>();

    public int NotUnderstoodInARow { get; init; }

    /// <summary>Replies that the guard had to change, one after the other; kept by the turn, not by the brain.</summary>
    public int GuardedInARow { get; init; }
}

/// <param name="Kind">product, variant, category, order …</param>
public sealed record ListedChoice(string Kind, string Id);
