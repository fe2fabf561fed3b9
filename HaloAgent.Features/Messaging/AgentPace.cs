namespace HaloAgent.Messaging;

/// <summary>
/// What the agent has sent to a contact of late, over all their chats: how much more it may send is counted from it. Kept in the contact's row,
/// which a claim reads and a turn's end writes anyway.
/// </summary>
/// <param name="SentAt">When its messages were committed; of those that waited for the provider, when they were handed over.</param>
/// <param name="Undelivered">When those were committed that still wait: sooner or later the customer gets them.</param>
public sealed record AgentPace(IReadOnlyList<DateTimeOffset> SentAt, IReadOnlyList<DateTimeOffset> Undelivered)
{
    /// <summary>More than the minute that is promised, by what may pass between a commit and the message's arrival.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(70);

    /// <summary>What is handed to the provider so long after its commit counts from then on.</summary>
    public static readonly TimeSpan LateAfter = TimeSpan.FromSeconds(2);

    /// <summary>As many more may be sent now.</summary>
    public int LeftOf(int limit, DateTimeOffset now) => LimitOf(limit, now) - SentAt.Count(at => at > now - Window);

    /// <summary>The limit for what counts by its time, less what waits from before and counts by none.</summary>
    public int LimitOf(int limit, DateTimeOffset now) => limit - Undelivered.Count(at => at <= now - Window);
}

/// <summary>What a turn's messages are of the pace.</summary>
/// <param name="Limit">With what was sent in the window before, they may be so many; more commit nothing.</param>
/// <param name="Spent">They count as so many: whoever was told that the agent waits has had the whole minute's.</param>
public sealed record PaceShare(int Limit, int Spent);
