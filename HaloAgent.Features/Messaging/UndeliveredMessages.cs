namespace HaloAgent.Messaging;

/// <summary>What was given up and never reached its customer, except those who want to hear nothing, until a member has seen to it.</summary>
internal static class UndeliveredMessages
{
    /// <summary>After this nobody comes back to it.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromDays(3);

    public static IQueryable<Message> Undelivered(this IQueryable<Message> messages, Guid businessId) =>
        messages.Where(m => m.BusinessId == businessId && m.Failed && m.FailureSeenAt == null && m.FailureCode != "opted_out");

    /// <summary>Those that wait for a member.</summary>
    public static IQueryable<Message> UndeliveredLately(this IQueryable<Message> messages, Guid businessId, DateTimeOffset now)
    {
        var since = now - Lately;
        return messages.Undelivered(businessId).Where(m => m.CreatedAt >= since);
    }
}
