using HaloAgent.Data;

namespace HaloAgent.Conversations;

/// <summary>
/// One customer on one channel account. Whoever acts in it (a turn, a member taking over) raises its epoch; what was begun at
/// an older epoch can no longer commit.
/// </summary>
public sealed class Conversation
{
    private Conversation()
    {
    }

    /// <summary>A keyed hash of channel account and external id (<see cref="Channels.ConversationKeys"/>).</summary>
    public Guid Id { get; private set; }

    public Guid BusinessId { get; private set; }

    public Guid ChannelAccountId { get; private set; }

    public Guid ContactId { get; private set; }

    public Guid IdentityId { get; private set; }

    public long Epoch { get; private set; }

    /// <summary>The member who has taken the chat over; null while the agent answers.</summary>
    public Guid? HeldByMemberId { get; private set; }

    public string? HeldByName { get; private set; }

    public DateTimeOffset? HeldSince { get; private set; }

    /// <summary>When a member last gave the chat back; null when none has yet.</summary>
    public DateTimeOffset? HandedBackAt { get; private set; }

    public string? HandedBackBy { get; private set; }

    /// <summary>What that member and the customer said meanwhile, shortened.</summary>
    [Encrypted]
    public string? HandBackSummary { get; private set; }

    /// <summary>The 24-hour window counts from here.</summary>
    public DateTimeOffset? LastInboundAt { get; private set; }

    public DateTimeOffset? LastMessageAt { get; private set; }

    /// <summary>The shortened last message, for lists.</summary>
    [Encrypted]
    public string? LastMessage { get; private set; }

    public string? LastAuthor { get; private set; }

    /// <summary>Inbound messages since a member last looked.</summary>
    public int UnreadCount { get; private set; }

    /// <summary>The newest message that was deleted because of its age (<see cref="Compliance.ApplyRetention"/>); null: none was.</summary>
    public DateTimeOffset? MessagesRemovedUntil { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }
}
