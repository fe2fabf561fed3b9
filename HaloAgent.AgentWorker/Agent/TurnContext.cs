using HaloAgent.Agent;
using HaloAgent.Businesses;
using HaloAgent.Catalog;
using HaloAgent.Channels;
using HaloAgent.Conversations;
using HaloAgent.Messaging;

namespace HaloAgent.AgentWorker.Agent;

/// <summary>Everything a brain may know: of this business and this contact, and of nobody else.</summary>
public sealed record TurnContext
{
    public required Guid TurnId { get; init; }

    public required Guid ConversationId { get; init; }

    public required Business Business { get; init; }

    /// <summary>What the shop sells now, without what is put away; already loaded, read only.</summary>
    public required IReadOnlyList<Product> Catalogue { get; init; }

    public required TurnContact Contact { get; init; }

    /// <summary>Null before <see cref="TurnLanguage"/> has heard the burst; the contact's language then holds.</summary>
    public SpokenLanguage? Spoken { get; init; }

    public required Channel Channel { get; init; }

    /// <summary>The burst, in order.</summary>
    public required IReadOnlyList<TurnMessage> Messages { get; init; }

    public required WorkingMemory Memory { get; init; }

    /// <summary>The moment the turn began; equal when it is run again.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>When the first message of the burst arrived; null where nobody waits for the answer.</summary>
    public DateTimeOffset? WaitingSince { get; init; }

    /// <summary>True for the first turn ever with this contact: introduce the agent and say how to reach a person.</summary>
    public required bool FirstContact { get; init; }

    /// <summary>That a person had the chat before, and what was said; null when none had, or long ago.</summary>
    public HandBack? HandBack { get; init; }

    /// <summary>The last messages of this chat before the burst, the newest last; read only by a brain that asks for them.</summary>
    public Func<int, CancellationToken, Task<IReadOnlyList<RecentMessage>>> RecentAsync { get; init; } = (_, _) => Task.FromResult<IReadOnlyList<RecentMessage>>([]);

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Business.TimeZone);
}

/// <param name="Language">In which this turn is answered.</param>
public sealed record TurnContact(Guid Id, string? Name, string Language, string? SavedAddress, string? SavedArea, int LoyaltyPoints);

/// <param name="Files">What was fetched and stored of its media.</param>
public sealed record TurnMessage(long Id, MessageContent Content, IReadOnlyList<TurnFile> Files, string? QuotedText);

/// <param name="AssetId">Null: it could not be fetched or is of no accepted kind; <paramref name="Problem"/> says why.</param>
public sealed record TurnFile(Guid? AssetId, string ContentType, long Bytes, string? Problem);
